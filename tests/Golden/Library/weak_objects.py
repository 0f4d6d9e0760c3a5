"""Weak references that are used again, proxies, methods and dictionaries."""

import abc
import collections.abc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name!r})"

    def __add__(self, other):
        return self.name + str(other)

    def __index__(self):
        return 7

    def method(self):
        return self.name


class Called(Thing):
    def __call__(self):
        return "called " + self.name


one, two = Thing("one"), Called("two")
r = weakref.ref(one)
p = weakref.proxy(one)
print(r is weakref.ref(one), weakref.proxy(one) is p, weakref.getweakrefcount(one), weakref.getweakrefs(one) == [r, p])
print(p.name, p + 1, [0] * 8 and list(range(10))[p], str(p), type(p) is weakref.ProxyType, type(weakref.proxy(two)).__name__, weakref.proxy(two)())
p.name = "changed"
print(one, one.__weakref__ is r)
w = weakref.WeakMethod(one.method)
print(w()(), w == weakref.WeakMethod(one.method), isinstance(w, weakref.ref))
for bad in (1, "x", (), [], {}, object()):
    try:
        weakref.ref(bad)
    except TypeError as error:
        print(error)


class Slots:
    __slots__ = ()


try:
    weakref.ref(Slots())
except TypeError as error:
    print(error)

keys = weakref.WeakKeyDictionary({one: 1, two: 2})
values = weakref.WeakValueDictionary(a=one, b=two)
print(len(keys), sorted(keys.values()), sorted(values), values == {"a": one, "b": two}, len(keys.keyrefs()), len(values.valuerefs()))
print(sorted((values | {"c": one}).keys()), values.popitem(), dict(values), keys.pop(two), keys.pop(two, "gone"))
for missing in (lambda: keys[two], lambda: values["z"], lambda: values.pop("z")):
    try:
        missing()
    except KeyError as error:
        print("KeyError")


class Shape(abc.ABC):
    @abc.abstractproperty
    def size(self):
        pass

    @abc.abstractclassmethod
    def make(cls):
        pass


print(sorted(Shape.__abstractmethods__))


@abc.abstractmethod
def free():
    pass


print(free.__isabstractmethod__, Shape.make.__isabstractmethod__)


def shown(things):
    return sorted(things, key=lambda t: t.name) if not isinstance(things, bool) else things


a, b, c = Thing("a"), Thing("b"), Thing("c")
some, others = weakref.WeakSet([a, b]), weakref.WeakSet([b, c])
for made in (some | others, some & others, some - others, some ^ others, some.union([c]), some.difference([a]), some.symmetric_difference(others), some.intersection([a]), some.copy()):
    print(type(made).__name__, shown(made))
print(some <= others, some < weakref.WeakSet([a, b, c]), some.issubset([a, b, c]), some >= {a}, some == weakref.WeakSet([b, a]), some != others, some == {a, b}, some.isdisjoint([c]))
some |= others
print(shown(some), len(some), 3 in some, isinstance(some, collections.abc.MutableSet))
some -= [a]
some &= [b]
some ^= [a]
print(shown(some))
some -= some
for failing in (lambda: hash(some), lambda: some.pop()):
    try:
        failing()
    except (TypeError, KeyError) as error:
        print(error)
view = memoryview(b"abc")
known = hash(view)
view.release()
print(hash(view) == known, view == view, view == b"abc")
try:
    memoryview(b"abc") < b"abd"
except TypeError as error:
    print(error)
