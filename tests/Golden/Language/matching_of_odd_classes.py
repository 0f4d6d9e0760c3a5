"""What sequence and mapping patterns take for sequences and mappings."""
import array, collections, collections.abc, types
from collections import deque, OrderedDict, ChainMap, Counter, UserDict, UserList, defaultdict

class Seq(collections.abc.Sequence):
    def __init__(self, *items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, i):
        print("get", i)
        return self.items[i]

class Reg:
    def __len__(self): return 1
    def __getitem__(self, i):
        if i: raise IndexError
        return "reg"

class Map(collections.abc.Mapping):
    def __len__(self): return 1
    def __iter__(self): return iter(["k"])
    def __getitem__(self, k):
        if k == "k": return 5
        raise KeyError(k)

class Late: 
    def __len__(self): return 0
    def get(self, k, d=None): return d

collections.abc.MutableSequence.register(Reg)
def f(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a}"
        case [a, *_, z]:
            return f"ends {a} {z}"
        case {"k": v, **rest}:
            return f"k {v} {rest}"
        case {}:
            return "mapping"
    return "other"
for x in [Seq(), Seq(1), Seq(1, 2, 3), Reg(), Map(), Late(), array.array("i", [1, 2]), deque([5]), range(1 << 30), memoryview(b"ab"), "ab", b"ab", bytearray(b"x"),
          OrderedDict(k=1, j=2), ChainMap({"k": 3}), Counter("kk"), UserDict(k=1), UserList([1, 2]), defaultdict(int), types.MappingProxyType({"k": 9}), {1, 2}, iter([1]), {"k": 1}.items(), 3, None]:
    print(type(x).__name__, f(x))
collections.abc.Mapping.register(Late)
print(f(Late()))
def g(x, k):
    match x:
        case {k.a: 1, k.b: 2}:
            return "both"
    return "none"
class K: a = 1; b = 1
try:
    print(g({1: 1, 2: 2}, K))
except ValueError as e:
    print(e)
d = defaultdict(list)
match d:
    case {"x": y}: print("x", y)
    case _: print("no", dict(d))
