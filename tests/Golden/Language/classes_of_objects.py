"""Objects that ask for their class, to make another of it or to share what it keeps."""

class Vec:
    made = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.__class__.made += 1
        type(self).made += 0

    def __add__(self, other):
        return self.__class__(self.x + other.x, self.y + other.y)

    def scaled(self, k):
        return type(self)(self.x * k, self.y * k)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.x}, {self.y})"

    def __eq__(self, other):
        return type(self) is type(other) and self.x == other.x and self.y == other.y

    @classmethod
    def zero(cls):
        return cls(0, 0)

    @staticmethod
    def unit():
        return Vec(1, 1)

    def fresh(self):
        return self.__class__.zero() + self.__class__.unit()

class Base:
    def clone(self):
        return self.__class__()

    def who(self):
        return type(self).__name__

class Derived(Base):
    pass

v = Vec(1, 2) + Vec(3, 4)
print(v, v.scaled(3), Vec.made, v.fresh(), v == Vec(4, 6), v != Vec(1, 1))
print(type(v), v.__class__ is Vec, type(v) == Vec, isinstance(v, type(v)))
k = type(v)
print(k(5, 6), k.made, k.zero())
print(Derived().clone().who(), Base().clone().who())
try:
    type(v)(1)
except TypeError as e:
    print(e)
print(v.__class__.scaled(v, 2), type(v).__dict__["made"])
class Node:
    def __init__(self):
        self.kids = None
    def grow(self):
        n = self.__class__()
        n.kids = [self]
        return n
n = Node().grow().grow()
print(len(n.kids), n.kids[0].kids[0].kids)
