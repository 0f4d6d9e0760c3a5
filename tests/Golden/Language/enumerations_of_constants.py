"""Enumerations whose members have constant values, and what asks of which class an object is."""
from enum import Enum, auto, unique
import copy, pickle


class Color(Enum):
    """Colours of a lamp."""
    RED = 1
    GREEN = 2  # go
    BLUE = auto()

    @property
    def is_warm(self):
        return self is Color.RED

    def next(self):
        members = list(Color)
        return members[(members.index(self) + 1) % len(members)]

    @classmethod
    def parse(cls, text):
        return cls[text.upper()]

    def __str__(self):
        return self.name.title()


@unique
class Op(Enum):
    ADD = "+"
    SUB = "-"
    NAME = "name"

    def apply(self, a: int, b: int) -> int:
        if self is Op.ADD:
            return a + b
        elif self == Op.SUB:
            return a - b
        return 0


class Level(Enum):
    LOW = 0.5
    HIGH = "high"


def describe(c: Color) -> str:
    match c:
        case Color.RED:
            return "stop"
        case Color.GREEN | Color.BLUE:
            return "go"
    return "?"


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color.GREEN.is_warm, Color.BLUE.next())
for c in Color:
    print(c, c.value + 1, describe(c))
print(Color(2), Color["BLUE"], Color.parse("red"))
try:
    Color(9)
except ValueError as e:
    print(e)
try:
    Color["X"]
except KeyError as e:
    print("key", e)
print(len(Color), Color.RED in Color, 3 in Color, 7 in Color, list(Color), [c.name for c in Color])
print({c: c.value for c in Color}, {Color.RED: 1}[Color.RED])
print(Op.ADD.apply(1, 2), Op("-").apply(5, 3), Op.NAME.name, Op.NAME.value, [o.value for o in Op])
print(Level.LOW.value, Level.HIGH.value, Level.LOW == Level.HIGH, Level.LOW != Level.HIGH, hash(Op.ADD) == hash("ADD"))
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED, pickle.loads(pickle.dumps(Color.RED)) is Color.RED)
print(isinstance(Color.RED, Color), isinstance(Color.RED, Enum), type(Color.RED), Color.__members__)
print(f"{Color.RED} {Op.ADD!r:>20} {Op.ADD}", Color.__doc__, Op.__doc__)
print(sorted(Color, key=lambda c: -c.value), max(Color, key=lambda c: c.value), *Op)
x: Color | None = None
x = Color.RED
print(x and x.name, bool(Color.RED), Color.RED.__class__.__name__, dir(Op)[:3])
try:
    Color.RED.foo
except AttributeError as e:
    print(e)
print(getattr(Color, "RED"), Color.RED.RED)


class Shape:
    def __init__(self, n: int) -> None:
        self.n = n
class Square(Shape):
    pass
class Other:
    def __eq__(self, o):
        return isinstance(o, Other)
def f(s: Shape, t: Shape | None, x) -> str:
    if isinstance(s, Square) and isinstance(x, Shape):
        return f"sq {s.n} {x.n} {s is t} {s == t} {s != t}"
    if t is not None and not isinstance(t, Square) and s is not t:
        return "plain"
    return str(isinstance(x, Other)) + str(isinstance(s, Shape)) + str(isinstance(None, Shape))
a, b = Square(1), Shape(2)
print(f(a, a, b), f(a, b, a), f(b, b, Other()), f(b, None, 3), f(b, Shape(1), 1), Other() == Other(), a == 3, a != None)
