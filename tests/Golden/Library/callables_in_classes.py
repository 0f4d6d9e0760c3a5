import copy
import functools
import math
import operator
import pickle


class Tools:
    length = len
    root = math.sqrt
    add = operator.add
    key = functools.cmp_to_key
    fold = functools.reduce
    first = operator.itemgetter(0)
    twice = functools.partial(operator.mul, 2)


tools = Tools()
print(tools.length([1, 2]), tools.root(4), tools.add(1, 2), sorted([3, 1], key=tools.key(lambda x, y: x - y)), tools.fold(operator.add, [1, 2]))
print(tools.first([5]), tools.twice(4))
for getter in (operator.itemgetter(0), operator.itemgetter(1, 0), operator.attrgetter("real"), operator.attrgetter("a.b", "c"), operator.methodcaller("x", 1), operator.methodcaller("split", maxsplit=1)):
    for protocol in range(6):
        assert repr(pickle.loads(pickle.dumps(getter, protocol))) == repr(getter)
    print(copy.copy(getter), getter.__reduce__())


class Mine(functools.partial):
    pass


p = functools.partial(int, base=2)
m = Mine(print, 1, end="|\n")
m.note = [m.func]
print(p("101"), p, Mine(len), m.__reduce__()[2][1:], pickle.loads(pickle.dumps(p))("11"), type(copy.copy(m)).__name__, copy.copy(m).note == m.note)
p.__setstate__((max, (1,), {"default": 3}, {"extra": 1}))
print(p, p.extra, p.__dict__)
for state in ((1, (), {}, {}), (max, [], {}, {}), (max, (), []), None):
    try:
        p.__setstate__(state)
    except TypeError as error:
        print(error)
p.__setstate__((p, (p,), {}, {}))
print(repr(p))
key = functools.cmp_to_key(lambda x, y: y - x)
print(key(1) < key(2), key(obj=3).obj, functools._CacheInfo(1, 2, 3, 4))
try:
    key(1) < 1
except TypeError as error:
    print(error)
