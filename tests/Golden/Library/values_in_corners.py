# What random programs found: orders of sets after differences, texts of floats, errors' words.
import collections
import copy
import html
import math
import statistics
import struct


def shown(action, *args):
    try:
        print(repr(action(*args)))
    except Exception as error:
        print(type(error).__name__, error)


def less(a, b):
    return a.keys() - b.keys()


def made(a):
    return set(a)


print(less({2: "x", 17: "y", 9: "z", 1: "w"}, {9: 1, 1: 1}), set([2, 17, 9, 1]) - {9: 0, 1: 0}.keys())
numbers = {33, 131, 12, 15, 17, -10, -3}
print(numbers, made(numbers), made(frozenset(numbers)), made(dict.fromkeys([8, 16, 24, 1, 9, 3])), made(iter(numbers)))
big = set(range(40))
big.difference_update(range(4, 40))
print(big, {0, 9, 17, 3}.union(collections.Counter([8, 16])))

print(2.0 ** -25, math.ulp(246978474.0), 2.0 ** -958, f"{2.0 ** -25}", [float(repr(2.0 ** e)) == 2.0 ** e for e in (-25, -958, 60, -1074)])

for text in ("\u2028a ", " a ", "x"):
    print(ascii(text.strip("")), ascii(text.lstrip("")), ascii(text.rstrip("")))
print(ascii("abc".translate({97: 0xD800, 98: "x", 99: 0x10FFFF})))
shown(lambda: "abc".translate({97: 0x110000}))
shown(lambda: "abc".translate({97: 1.5}))

shown(lambda: f"{1:{2 ** 40}}" if False else bytes(10 ** 20))
shown(lambda: 10 ** 25 * collections.deque([1]))
print(2 ** 62 * collections.deque([]), collections.deque([1, 2], 3) * 4)
shown(lambda: None * collections.deque([1]))
shown(html.escape, b"a<b")
shown(html.escape, 3)
shown(struct.pack, "<e", 99999)
shown(struct.pack, "<e", 99999.0)
shown(statistics.mean, [1, 2.5, bytearray(b"x")])
shown(bytearray(b"abc").__setitem__, slice(0, 2), None)
shown(bytearray(b"abc").__setitem__, slice(0, 2), 3)
shown(lambda: {1: 2}.keys().isdisjoint([[1]]))
print({1: 2}.keys().isdisjoint([3]), {1: 2}.items().isdisjoint({(1, 2)}))


class Named(str):
    def __bytes__(self):
        return b"own"


print(bytes(Named("x")), copy.copy(shown.__code__) is shown.__code__)
shown(bytes, "x")
