"""Enums: members, aliases, flags and their boundaries, data types, checks."""

from enum import *
import enum, pickle, copy
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    @property
    def pretty(self): return self.name.title()
    def describe(self): return f"{self.name} {self.value}"
print(list(Color), Color(2), Color["BLUE"], Color.RED.pretty, Color.GREEN.describe(), repr(Color), Color.CRIMSON)
print(Color.RED == Color.RED, Color.RED is Color(1), Color.RED != 1, {Color.RED: 1}, len(Color), Color.RED in Color, 2 in Color, 9 in Color)
for bad in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 3), lambda: delattr(Color, "RED"), lambda: Color.RED < Color.BLUE):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(Color.__members__, f"{Color.RED}", f"{Color.RED:>12}", str(Color.RED))
class P(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(P.R | P.X, P.RW, ~P.R, P.R & P.W, list(P.RW), P(7), P(0), bool(P(0)), P.R in P.RW, len(P.RW), repr(P.R ^ P.RW))
try: P(8)
except ValueError as e: print(e)
class I(IntFlag):
    A = 1; B = 2; C = 4
print(I.A | 8, I(11), I.A + 1, ~I.A, I.A | I.B, repr(I(0)), I.A < I.B, list(I(5)))
class S(StrEnum):
    ONE = auto(); TWO = "two!"
print(S.ONE, repr(S.TWO), S.ONE == "one", S.TWO.upper(), f"{S.ONE:>5}")
class N(IntEnum):
    A = 1; B = auto(); C = auto()
print(N.C + 1, N.B, repr(N.B), sorted(N, reverse=True), N(2), [0,1,2][N.A], f"{N.C:03d}")
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH   = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass; self.radius = radius
    @property
    def g(self): return 6.67300E-11 * self.mass / (self.radius * self.radius)
print(Planet.EARTH.g, Planet.EARTH, repr(Planet.MERCURY), Planet((3.303e+23, 2.4397e6)))
class Coord(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        obj.unit = unit
        return obj
    PX = (0, 'P.X', 'km')
    PY = (1, 'P.Y', 'km')
print(Coord.PY, Coord.PY.label, Coord(1), bytes(Coord.PY))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    X = auto(); Y = auto()
print(list(Auto))
class M(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, v): return cls.A if v == "z" else None
print(M("z"))
try: M("q")
except ValueError as e: print(e)
F = Enum("F", "A B C"); print(list(F), F.A.value)
G = IntEnum("G", {"X": 10, "Y": 20}); print(list(G))
print(pickle.loads(pickle.dumps(Color.RED)) is Color.RED, copy.deepcopy(Color.RED) is Color.RED)
try:
    class Dup(Enum):
        A = 1
        A = 2
except TypeError as e: print(e)
try:
    @unique
    class U(Enum):
        A = 1; B = 1
except ValueError as e: print(e)
try:
    class Ext(Color): Z = 4
except TypeError as e: print(e)
class W(Enum):
    _ignore_ = "i"
    i = 0
    a = member(3)
    b = nonmember(5)
    class Inner: pass
print(list(W), W.b, W.Inner)
class Weird(Enum):
    name = 1
    value = 2
print(list(Weird), Weird.name, Weird.value.value)
class Base(Enum):
    def hi(self): return f"hi {self.name}"
class D(Base):
    A = auto()
print(D.A.hi(), D.A, D.__mro__)
match Color(2):
    case Color.RED: print("r")
    case Color.GREEN: print("g")
class Conf(Flag, boundary=CONFORM): A = 1; B = 2
print(Conf(7), Conf(4))
class Keep(Flag, boundary=KEEP): A = 1; B = 2
print(repr(Keep(7)), repr(Keep(4)))
class Ej(IntFlag, boundary=EJECT): A = 1; B = 2
print(repr(Ej(7)), type(Ej(8)))
@verify(CONTINUOUS)
class V(Enum): A=1; B=2
from dataclasses import dataclass
@dataclass
class Pt:
    x: int; y: int
class DC(Pt, Enum):
    O = 0, 0
    Q = 1, 2
print(DC.Q, repr(DC.Q), DC.Q.x, DC.O.value)
