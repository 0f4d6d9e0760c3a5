"""Functions and classes of the library as objects: their documentation, what they are, what they take, whether they are equal."""
import bisect
import collections
import copy
import functools
import inspect
import math
import operator
import os
import pickle
import random
import sys
import textwrap
import types

print(int.__doc__.splitlines()[0], len.__doc__, list.append.__doc__, [].append.__doc__, "".__doc__.splitlines()[0], ValueError.__doc__, (3).__doc__ == int.__doc__, sep="\n")
print(print.__doc__, dict.fromkeys.__doc__, int.real.__doc__, math.sqrt.__doc__, collections.deque.append.__doc__, sep="\n")
for f in (len, textwrap.wrap, [].append, list.append, str.__len__, "".__len__, dict.fromkeys, collections.Counter.elements, collections.Counter().elements, functools.reduce, functools.partial, os.path.join, random.Random.random, random.Random.randint, copy.copy, os.getcwd, bisect.bisect):
    print(type(f).__name__, f.__name__, getattr(f, "__module__", "none"), inspect.isfunction(f), inspect.isbuiltin(f), inspect.ismethod(f), inspect.isroutine(f))
for f in (len, print, sorted, list.append, [].append, str.split, textwrap.wrap, textwrap.dedent, math.gcd, int.to_bytes, dict.get, list, object, collections.deque, functools.reduce, min, getattr, type, int, dict.pop):
    try:
        print(f.__name__, inspect.signature(f), f.__text_signature__ if not inspect.isfunction(f) else "")
    except ValueError as error:
        print(f.__name__, str(error).split(" at 0x")[0])
print(textwrap.wrap.__code__.co_varnames[:2], textwrap.wrap.__defaults__, textwrap.dedent(text=" a"))
collections.Counter.colour = "red"
print(collections.Counter().colour)
for set_one in (lambda: setattr(int, "colour", 1), lambda: setattr(len, "colour", 1), lambda: setattr(textwrap.wrap, "colour", 1), lambda: delattr(collections.Counter, "colour")):
    try:
        print(set_one())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

import _collections, _functools, _random, _struct, _csv, _typing, _heapq

print(_collections.deque is collections.deque, _functools.reduce is functools.reduce, _struct.calcsize("i"), _heapq.heappop.__name__)

a = [1]
callbacks = [a.append, print, len]
callbacks.remove(a.append)
print(len(callbacks), a.append in {a.append: 1}, a.append is a.append, a.append == [1].append, a.__len__ == a.__len__, str.upper == str.upper, str.upper != str.lower)


def f(*a, **k):
    pass


for call in (lambda: f(*1, **2), lambda: f(1, *1, **2), lambda: f(**2), lambda: f(*1), lambda: f(*1, *2), lambda: set.add(1), lambda: str.join(1, []), lambda: int.__add__("a", 1), lambda: "a".__add__(1), lambda: str.join.__get__(1), lambda: dict.__dict__["fromkeys"].__get__(1), lambda: str.join.__get__(None, None)):
    try:
        print(call())
    except TypeError as error:
        print(error)

union = int | str
print(copy.copy(union), pickle.loads(pickle.dumps(union)) == union)
empty = types.ModuleType.__new__(types.ModuleType)
print(empty)
try:
    empty.name
except AttributeError as error:
    print(error)


class Module(types.ModuleType):
    def __init__(self):
        super().__init__("own", "documentation")


print(Module(), Module().__doc__)
for text in (" 1+2j ", "1 +2j", "1+ 2j", "( 1+2j )", "-j"):
    try:
        print(complex(text))
    except ValueError as error:
        print(error)


def hook(*args, **keywords):
    print("hook", args, keywords)


sys.breakpointhook = hook
breakpoint(1, x=2)
sys.breakpointhook = sys.__breakpointhook__
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint(), breakpoint)
os.environ["PYTHONBREAKPOINT"] = "os.path.join"
print(breakpoint("a", "b"))
import this

print(this.s[:20])


def bound(a, b, c=3, /, d=42, *, e=50, **rest):
    """Takes all kinds."""
    return a, b, c, d, e, rest


given = inspect.signature(bound).bind(1, 2, d=4, e=5)
print(given.args, given.kwargs, inspect.signature(bound).parameters)


class Meta(type):
    def __call__(cls, q, w=2):
        return super().__call__()


class Made(metaclass=Meta):
    pass


class New:
    def __new__(cls, a, b=3):
        return super().__new__(cls)


print(inspect.signature(Made), inspect.signature(New), inspect.getargs(bound.__code__), inspect.formatargvalues(["a"], "b", None, {"a": 1, "b": (2,)}))
