import asyncio, sys, os, math, json, itertools, functools
from collections import namedtuple, Counter, deque, OrderedDict, defaultdict
from dataclasses import dataclass, field, asdict
from enum import Enum, auto, IntEnum
from typing import NamedTuple, Optional
from abc import ABC, abstractmethod
from contextlib import contextmanager, suppress, ExitStack
Point = namedtuple("Point", "x y")
p = Point(1, 2); print(p, p.x, p._replace(x=5), p == (1, 2), p._asdict())
class Emp(NamedTuple):
    name: str
    id: int = 3
print(Emp("a"), Emp("b", 4).id)
class Color(Enum):
    RED = 1
    GREEN = auto()
    def describe(self): return self.name.lower()
print(Color.RED, repr(Color.GREEN), Color(1), Color["RED"], list(Color), Color.RED.describe(), Color.RED is Color(1))
class Sev(IntEnum):
    LOW = 1
    HIGH = 2
print(Sev.HIGH > Sev.LOW, Sev.HIGH + 1, sorted([Sev.HIGH, Sev.LOW]))
@dataclass
class Inv:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    def total(self, n=2): return self.price * n
i = Inv("w"); i.tags.append(1); print(i, i.total(), asdict(i), i == Inv("w", 1.5, [1]))
@dataclass(frozen=True, order=True)
class V:
    a: int
    b: int = 0
print(V(1) < V(2), hash(V(1)) == hash(V(1)), {V(1): 2})
try:
    V(1).a = 3
except Exception as e:
    print(type(e).__name__, e)
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    def __repr__(self): return f"{self.__class__.__name__} {self.area():.2f}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
print(Sq(2))
try:
    Shape()
except TypeError as e: print(e)
@contextmanager
def cm(n):
    print("in", n)
    try:
        yield n * 2
    finally:
        print("out", n)
with cm(3) as v: print(v)
with suppress(KeyError): {}["x"]
with ExitStack() as st:
    a = st.enter_context(cm(1)); st.callback(print, "cb")
@functools.lru_cache(maxsize=None)
def fibm(n): return n if n < 2 else fibm(n-1) + fibm(n-2)
print(fibm(80), fibm.cache_info())
@functools.wraps(fibm)
def w(*a): return fibm(*a)
print(w.__name__, functools.reduce(lambda a, b: a*b, range(1, 6)), functools.partial(pow, 2)(5))
print(list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.chain([1], [2])), list(itertools.combinations("abc", 2)), [(k, list(g)) for k, g in itertools.groupby("aabbc")])
print(list(itertools.accumulate([1,2,3])), list(itertools.product([1,2],"ab")), list(itertools.permutations([1,2,3],2)), list(itertools.zip_longest([1],[2,3],fillvalue=0)))
c = Counter("abracadabra"); print(c.most_common(2), c["z"], c)
dq = deque([1,2,3], maxlen=3); dq.append(4); dq.appendleft(0); print(dq, dq.popleft())
dd = defaultdict(list); dd["a"].append(1); print(dd, dict(dd))
print(json.dumps({"a": [1, 2.5, None, True], "b": {"c": "é"}}), json.loads('{"x": [1, {"y": null}]}'), json.dumps([1,2], indent=2))
print(math.sqrt(2), math.pi, math.floor(-2.5), math.gcd(12, 18), math.isclose(0.1+0.2, 0.3), math.factorial(20), math.inf)
class Node:
    def __init__(self, v, nxt=None): self.v = v; self.nxt = nxt
    def __iter__(self):
        n = self
        while n: 
            yield n.v
            n = n.nxt
    def __len__(self): return sum(1 for _ in self)
    def __getitem__(self, i): return list(self)[i]
    def __contains__(self, x): return x in list(self)
    def __call__(self, x): return x + self.v
    def __bool__(self): return True
    def __add__(self, o): return Node(self.v + o.v)
n = Node(1, Node(2, Node(3)))
print(list(n), len(n), n[1], 2 in n, n(10), (n + n).v, [*n])
class Meta(type):
    def __new__(m, name, bases, ns): 
        ns["tag"] = name.lower()
        return super().__new__(m, name, bases, ns)
class WithMeta(metaclass=Meta): pass
print(WithMeta.tag, type(WithMeta).__name__)
class Desc:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o): return f"get {self.n}"
class UsesDesc: d = Desc()
print(UsesDesc().d)
class Attr:
    def __getattr__(self, n): return n.upper()
print(Attr().foo, getattr(Attr(), "bar"))
def deco(n):
    def inner(f):
        def wrap(*a, **k):
            print("call", n)
            return f(*a, **k)
        return wrap
    return inner
@deco(5)
def hello(x): return x
print(hello(1))
class E1(Exception): pass
class E2(E1):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try: raise E2(4)
except E1 as e: print(e, e.code, repr(e))
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k")])])
except* ValueError as eg: print("v", eg.exceptions)
except* (TypeError, KeyError) as eg: print("t", eg, eg.exceptions)
def f(x: Optional[int] = None) -> str:
    if x is None: return "none"
    return str(x + 1)
print(f(), f(3))
def g():
    try:
        print(undefined_thing)
    except NameError as e: print(e)
    try:
        print(loc)
        loc = 1
    except UnboundLocalError as e: print(e)
g()
try: [1,2][5]
except IndexError as e: print(e)
try: int("x")
except ValueError as e: print(e)
try: "a" + 1
except TypeError as e: print(e)
try: None.foo
except AttributeError as e: print(e)
print(f"{3.14159:.2f} {42:#x} {1234567:,} {'s':>5} {[1]!r:>6} {0.5:%} {5:03d} {1e10:g}")
x = {1, 2} | {3}; x.add(4); print(x, {1,2} & {2}, {1,2} - {2}, frozenset([1]))
t = (1, "a", 2.0); a, b, cc = t; print(t[0], t[-1], len(t), a, b, cc, t + (1,), t * 2)
print(bytes([1,2]), b"abc".hex(), bytearray(b"x"), "é".encode(), b"\xc3\xa9".decode(), int.from_bytes(b"\x01\x00", "big"))
print(1_000_000, 0xff, 0b11, 1e3, 3j * 2, complex(1, 2), ~5, 5 & 3, 5 | 3, 5 ^ 3, 1 << 10, -17 // 5, -17 % 5, 2 ** -1)
lst = [5, 3, 1]; lst.sort(key=lambda v: -v); lst.insert(1, 9); lst[1:2] = [7, 8]; del lst[0]; print(lst, lst.index(8), lst.count(3), lst[::-1])
print([i for i in range(10) if i % 2 if i > 3], {k: v for k, v in zip("ab", [1, 2])}, (lambda *a, **k: (a, k))(1, z=2))
if (nn := len(lst)) > 2: print(nn)
print(*(str(q) for q in range(3)), sep=",")
print("a,b,c".split(","), " x ".strip(), "abc".replace("b", "x"), "Hello World".title(), "x".join(["1", "2"]), "abc"[1], "%s %d" % ("a", 1), "abc".startswith("ab"))
