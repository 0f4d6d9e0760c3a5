"""Attributes that methods set, not __init__."""


class Square:
    def __init__(self, pos):
        self.pos = pos

    def link(self, others):
        self.neighbours = []
        for o in others:
            self.neighbours.append(o)
        self.count = len(others)
        self.__secret = "s"

    def total(self):
        return self.count + len(self.neighbours)

    def secret(self):
        return self.__secret

    def bump(self):
        self.hits += 1


class Cached:
    def __init__(self, n):
        self.n = n
        if n > 2:
            self.big = True

    def value(self):
        if not hasattr(self, "_value"):
            print("computing")
            self._value = self.n * 10
        return self._value

    def try_big(self):
        try:
            return self.big
        except AttributeError:
            return None


class Slotted:
    __slots__ = ("a", "b", "c")

    def __init__(self, a):
        self.a = a

    def set_b(self, b):
        self.b = b


class Base:
    def __init__(self):
        self.setup()

    def setup(self):
        self.kind = "base"

    def show(self):
        return getattr(self, "extra", "none"), self.kind


class Derived(Base):
    def __init__(self):
        super().__init__()
        self.extra = 1

    def setup(self):
        super().setup()
        self.extra = None
        self.depth = 2.5
        self.origin = (1, 2)


class Node:
    def attach(self, parent):
        self.parent = parent

    def root(self):
        node = self
        while hasattr(node, "parent"):
            node = node.parent
        return node


class BadError(Exception):
    def mark(self, why):
        self.why = why
        return self


a, b = Square(1), Square(2)
try:
    a.total()
except AttributeError as e:
    print(e)
a.link([a, b])
print(a.total(), a.secret(), [s.pos for s in a.neighbours])
try:
    a.bump()
except AttributeError as e:
    print(e, e.name, e.obj is a)
a.hits = 3
a.bump()
print(a.hits, hasattr(a, "hits"), hasattr(b, "hits"), getattr(b, "count", "no"))
try:
    b.secret()
except AttributeError as e:
    print(e)
c = Cached(3)
print(c.value(), c.value(), c.try_big(), Cached(1).try_big())
setattr(c, "_value", 7)
print(c.value(), c._value)
s = Slotted(1)
try:
    print(s.b)
except AttributeError as e:
    print(e)
s.set_b("x")
s.c = [1]
print(s.a, s.b, s.c)
try:
    s.d = 3
except AttributeError as e:
    print(e)
print(Base().show(), Derived().show(), Derived().depth, Derived().origin)
n, m = Node(), Node()
m.attach(n)
print(m.root() is n, n.root() is n)
try:
    raise BadError("x").mark("because")
except BadError as e:
    print(e, e.why)
try:
    print(BadError("y").why)
except AttributeError as e:
    print(e)
import copy
d = copy.copy(a)
print(d.hits, d.neighbours is a.neighbours, hasattr(copy.copy(b), "count"))
print(Derived().kin if hasattr(b, "kin") else "no kin")
Square(4).total()
