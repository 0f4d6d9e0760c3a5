"""Dataclasses that nobody looks into: C# classes."""
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar, Optional
import copy

class Color(Enum):
    RED = 1
    BLUE = 2

@dataclass
class Point:
    x: int
    y: int = 0

    def __add__(self, other: "Point") -> "Point":
        return Point(self.x + other.x, self.y + other.y)

@dataclass(frozen=True, order=True)
class Version:
    """A version."""
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)

    def bump(self) -> "Version":
        return Version(self.major, self.minor + 1, self.label)

    @property
    def text(self) -> str:
        return f"v{self.major}.{self.minor}"

    @staticmethod
    def parse(s: str) -> "Version":
        a, b = s.split(".")
        return Version(int(a), int(b))

@dataclass
class Node:
    value: int
    children: list["Node"] = field(default_factory=list)
    parent: Optional["Node"] = field(default=None, repr=False, compare=False)
    count: ClassVar[int] = 0

    def add(self, child: "Node") -> None:
        child.parent = self
        self.children.append(child)

@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
    done: bool = field(default=False, compare=False)
    history: list[str] = field(default_factory=lambda: ["new"], compare=False)
    size: int = field(init=False, default=3)
    key: str = field(init=False)

    def __post_init__(self):
        self.key = f"{self.priority}-{self.name}"
        if self.priority < 0:
            raise ValueError("negative priority")

@dataclass
class Shape:
    name: str
    color: Color = Color.RED

@dataclass
class Circle(Shape):
    radius: float = 1.0

    def area(self) -> float:
        return 3.14 * self.radius ** 2

@dataclass
class Box(Shape):
    size: tuple = (1, 2)

@dataclass(kw_only=True)
class Conf:
    host: str
    port: int = 80

@dataclass(slots=True)
class Slot:
    a: int = 1

@dataclass(eq=False)
class Ident:
    a: int

def main():
    p = Point(1, 2) + Point(3)
    print(p, p == Point(4, 2), p != Point(4, 2), p == (4, 2), Point(1) == 1)
    try:
        hash(p)
    except TypeError as e:
        print("TypeError", e)
    v = Version.parse("1.2")
    print(v, v.bump(), v < v.bump(), v.text, sorted([Version(2), Version(1, 5), Version(1, 2, "x")]), {v: 1}[Version(1, 2, "other")])
    print(max(v, Version(0, 9)), v <= Version(1, 2), v >= Version(3))
    try:
        v < 3
    except TypeError as e:
        print("TypeError", e)
    n = Node(1)
    n.add(Node(2))
    n.children[0].add(Node(3, [Node(4)]))
    print(n, n.children[0].parent is n)
    n.children.append(n)
    print(n)
    t = [Task(3, "c"), Task(1, "a", True), Task(2, "b", history=[])]
    print(sorted(t))
    print(t[0].key, t[0].size, t[0].history is t[1].history)
    try:
        Task(-1, "x")
    except ValueError as e:
        print("ValueError", e)
    shapes = [Circle("c"), Circle("d", Color.BLUE, 2.0), Box("b"), Box("e", size=(3,))]
    for s in shapes:
        match s:
            case Circle(name, color, radius=r):
                print("circle", name, color, r, s.area())
            case Box(name=nm, size=(a, b)):
                print("box", nm, a, b)
            case Shape():
                print("shape", s)
    print(shapes, Shape("c") == Circle("c"), Circle("c") == Circle("c"))
    c = Conf(host="h")
    print(c, Conf(port=1, host="z"))
    for bad in (lambda: Conf("h"), lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=3), lambda: Circle()):
        try:
            bad()
        except TypeError as e:
            print("TypeError", e)
    q = copy.copy(p); q.x = 9
    d = copy.deepcopy(n.children[0])
    print(p, q, d.value, vars(p), Slot(), Slot(5), Ident(1) == Ident(1))
    i = Ident(1)
    print(i == i, len({i, Ident(1)}))

main()


def describe(value: object) -> str:
    # What isinstance tells is known in C# too.
    if isinstance(value, Circle) and value.radius > 1:
        return f"large {value.name}"
    if not isinstance(value, Shape):
        return "no shape"
    return value.name


print([describe(v) for v in (Circle("a", radius=5.0), Circle("b"), Box("c"), 3)])


def make(cls, *args):
    return cls(*args)


# Calls that only the run resolves have the same defaults.
print(make(Node, 1), make(Task, 2, "q"), make(Point, 5), make(Box, "f"), make(Circle, "g").color)
ring = Node(1)
ring.children.append(ring)
nan = Shape("n", float("nan"))
print(ring == ring, nan == nan, Circle("x", radius=float("nan")) == Circle("x", radius=float("nan")))
