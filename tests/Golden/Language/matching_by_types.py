"""Match statements over what is known of their subjects."""
from dataclasses import dataclass
from enum import Enum
from typing import Union


class Kind(Enum):
    A = 1
    B = 2


@dataclass
class Num:
    value: int


@dataclass
class Add:
    left: "Expr"
    right: "Expr"


@dataclass
class Mul:
    left: "Expr"
    right: "Expr"


@dataclass
class Neg:
    operand: "Expr"


Expr = Union[Num, Add, Mul, Neg]


def evaluate(e: Expr) -> int:
    match e:
        case Num(value=v):
            return v
        case Add(left=l, right=r):
            return evaluate(l) + evaluate(r)
        case Mul(Num(0), _) | Mul(_, Num(0)):
            return 0
        case Mul(left, right):
            return evaluate(left) * evaluate(right)
        case Neg(operand=Neg(operand=inner)):
            return evaluate(inner)
        case Neg() as n:
            return -evaluate(n.operand)
        case _:
            raise TypeError(e)


def command(text: str) -> str:
    match text.split():
        case []:
            return "nothing"
        case ["go", direction]:
            return f"going {direction}"
        case ["take", *things] if things:
            return "taking " + ", ".join(things)
        case ["quit" | "exit"]:
            return "bye"
        case [first, *rest]:
            return f"{first}? {rest}"
        case _:
            return "never"


def status(code: int) -> str:
    match code:
        case 200 | 201:
            return "ok"
        case 404:
            return "missing"
        case n if n >= 500:
            return f"server {n}"
        case _:
            return "other"


def point(p: tuple[int, int]) -> str:
    match p:
        case (0, 0):
            return "origin"
        case (0, y):
            return f"y {y}"
        case (x, 0):
            return f"x {x}"
        case (x, y) if x == y:
            return f"diagonal {x}"
        case (x, y):
            return f"{x},{y}"


def kind(k: Kind, flag: bool) -> int:
    match (k, flag):
        case (Kind.A, True):
            return 1
        case (Kind.A, False):
            return 2
        case (Kind.B, _):
            return 3
    return 4


def word(s: str | None) -> str:
    match s:
        case None:
            return "none"
        case "a" | "b" as letter:
            return letter.upper()
        case str(x):
            return x + "!"


def anything(x):
    match x:
        case None:
            return "None"
        case True | False:
            return "bool"
        case int() | float():
            return f"number {x}"
        case str() as s:
            return s.upper()
        case {"type": "point", "x": px, **others}:
            return f"mapping {px} {others}"
        case (a, (b, *_)):
            return f"nested {a} {b}"
        case [Num(value=v), *tail]:
            return f"nums {v} {len(tail)}"
        case list(items):
            return f"list {items}"
        case Num(v):
            return f"num {v}"
    return "other"


def total(items: list[Num | Add]) -> int:
    result = 0
    for item in items:
        match item:
            case Num(value=v) if v > 1:
                result += v
            case Num():
                continue
            case Add(left=Num(value=v)):
                result += 100 * v
    return result


class Shape:
    def __init__(self, name: str) -> None:
        self.name = name


class Circle(Shape):
    __match_args__ = ("r",)

    def __init__(self, r: float) -> None:
        super().__init__("circle")
        self.r = r


def area(s: Shape) -> float:
    match s:
        case Circle(r):
            return r * 3.0
        case Shape(name="square"):
            return 4.0
        case Shape():
            return 0.0


print(evaluate(Add(Num(2), Mul(Num(3), Neg(Neg(Num(4)))))), evaluate(Mul(Num(0), Num(5))), evaluate(Neg(Num(1))))
for t in ["", "go north", "take a b", "take", "exit", "dance now"]:
    print(command(t))
print([status(c) for c in (200, 201, 404, 503, 302)])
print([point(p) for p in [(0, 0), (0, 3), (4, 0), (2, 2), (1, 2)]])
print(kind(Kind.A, True), kind(Kind.A, False), kind(Kind.B, True))
print(word(None), word("a"), word("zz"))
print([anything(x) for x in [None, True, 3, 2.5, "s", {"type": "point", "x": 1, "k": 2}, (1, [2, 3]), [Num(7), 1], [1], Num(9), object]])
print(total([Num(1), Num(5), Add(Num(2), Num(3)), Add(Add(Num(1), Num(1)), Num(3))]))
print(area(Circle(2.0)), area(Shape("square")), area(Shape("x")))
match command("go x"), status(404):
    case "going x", s:
        print("both", s)
seen = 3
match seen:
    case 1:
        print("one")
    case other:
        print("other", other)
print(other)
