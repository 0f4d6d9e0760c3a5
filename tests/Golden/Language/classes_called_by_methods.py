"""Constructors that methods call through cls, type(self) and __class__: those of derived classes get the arguments too."""
class Cart:
    def __init__(self, values):
        self._values = [e * 2 for e in values]
    @classmethod
    def empty(cls):
        return cls(list({}.values()))
    @classmethod
    def other(cls):
        return cls([x for x in ["a"]])
class Order(Cart):
    pass
print(Cart([1])._values, Order([2])._values)
print(Order.empty()._values, Cart.empty()._values)
print(type(Order([3]).empty()).__name__)
class Node:
    def __init__(self, items, scale=1):
        self.items = [i * scale for i in items]
    def copy(self):
        return type(self)(list(self.items), scale=1.5)
    def again(self):
        return self.__class__(["a"] + list({}.keys()))
    @classmethod
    def make(cls, *args, **kw):
        return cls(*args, **kw)
class Leaf(Node):
    def __init__(self, items, scale=2):
        super().__init__(items, scale)
print(Node([1]).copy().items, Leaf([1, 2]).copy().items, Leaf([3]).again().items, Leaf.make([1], scale=3).items, Node.make("ab").items)
