"""Dataclasses: options, inheritance, init variables, slots, conversions."""

from dataclasses import *
import dataclasses, copy, pickle, inspect
from typing import ClassVar, Any
@dataclass
class P:
    x: int
    y: int = 0
    z: list = field(default_factory=list, repr=False)
    c: ClassVar[int] = 5
p = P(1)
print(p, P(1) == P(1), P(1) != P(2), p.z, fields(P)[0].name, [f.name for f in fields(p)])
print(asdict(p), astuple(p), replace(p, x=5), asdict(p, dict_factory=lambda kv: sorted(kv, key=str)))
@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = "b"
print(V(1) < V(2), sorted([V(3), V(1)]), hash(V(1)) == hash(V(1)))
try: V(1).a = 3
except FrozenInstanceError as e: print(type(e).__name__, e)
try: del V(1).a
except FrozenInstanceError as e: print(e)
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
s = S(1)
print(s, S.__slots__, hasattr(s, "__dict__"))
try: s.q = 1
except AttributeError as e: print(e)
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 3
print(K(a=1))
try: K(1)
except TypeError as e: print(e)
@dataclass
class I:
    a: int
    scale: InitVar[int] = 2
    r: int = field(init=False)
    def __post_init__(self, scale): self.r = self.a * scale
print(I(3), I(3, 5))
@dataclass
class B:
    x: int = 1
@dataclass
class D(B):
    y: int = 2
    x: int = 9
print(D(), D(1, 2), D.__match_args__, D.__doc__, inspect.signature(D))
match D(3, 4):
    case D(x=a, y=b): print(a, b)
match D(3, 4):
    case D(a, b): print(a, b)
for bad in ("dup", "mut", "order"):
    try:
        if bad == "dup":
            @dataclass
            class X:
                a: int = 1
                b: int
        elif bad == "mut":
            @dataclass
            class X:
                a: list = []
        else:
            @dataclass(order=True, eq=False)
            class X:
                a: int
    except Exception as e: print(type(e).__name__, e)
C = make_dataclass("C", ["x", ("y", int), ("z", int, field(default=5))], namespace={"add": lambda self: self.y + self.z})
print(C(1, 2), C(1, 2).add())
print(fields(C)[1].name, fields(C)[1].type)
@dataclass
class M:
    _: KW_ONLY
    a: int = 1
print(M(a=3))
@dataclass(unsafe_hash=True)
class H:
    a: int
    b: int = field(compare=False, default=3)
print(H(1) == H(1, 9), hash(H(1)) == hash(H(1, 9)), P.__hash__)
print(copy.replace(p, y=9), is_dataclass(P), is_dataclass(p), is_dataclass(int))
print(pickle.loads(pickle.dumps(p)) == p, P.__dataclass_params__)
@dataclass
class Rec:
    kids: list = field(default_factory=list)
r = Rec(); r.kids.append(r); print(r)
try: P()
except TypeError as e: print(e)
try: P(1,2,3,4)
except TypeError as e: print(e)
@dataclass
class Node:
    value: int
    left: "Node | None" = None
    def __post_init__(self):
        if self.value < 0: raise ValueError("neg")
print(Node(1, Node(2)))
print(InitVar[int])
