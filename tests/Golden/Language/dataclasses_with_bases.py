"""Dataclasses that derive from classes which are no dataclasses: abstract classes, plain ones, mixins, and what the decorator notices of them."""
from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field


class Shape(ABC):
    kind = "shape"

    @abstractmethod
    def area(self) -> float: ...

    def describe(self) -> str:
        return f"{self.kind} {type(self).__name__} of {self.area():.2f}"

    def __repr__(self) -> str:
        return "a shape"


@dataclass
class Circle(Shape):
    radius: float

    def area(self) -> float:
        return 3.0 * self.radius ** 2


@dataclass(order=True)
class Rect(Shape):
    width: float
    height: float = 2.0
    tags: list[str] = field(default_factory=list, compare=False)

    def area(self) -> float:
        return self.width * self.height


@dataclass(frozen=True)
class Dot(Shape):
    name: str = "dot"

    def area(self) -> float:
        return 0.0


class Comparable:
    def bigger(self, other: Comparable) -> bool:
        return self.key() > other.key()

    def key(self) -> int:
        raise NotImplementedError


@dataclass
class Card(Comparable):
    rank: int
    suit: str = "spades"

    def key(self) -> int:
        return self.rank


class Defaults:
    size = 7


@dataclass
class Sized(Defaults):
    size: int
    name: str = "x"


class Initialised:
    def __init__(self) -> None:
        self.log: list[str] = ["made"]


@dataclass
class Logged(Initialised):
    name: str

    def __post_init__(self) -> None:
        super().__init__()


def total(shapes: list[Shape]) -> float:
    return sum(s.area() for s in shapes)


def main() -> None:
    shapes: list[Shape] = [Circle(1.0), Rect(2.0), Rect(2.0, 3.0, ["a"]), Dot()]
    print(total(shapes))
    for shape in shapes:
        print(shape, shape.describe())
    print(Rect(1.0) < Rect(1.0, 3.0), Rect(1.0, tags=["q"]) == Rect(1.0), sorted([Rect(3.0), Rect(1.0)]))
    print(Dot() == Dot("dot"), len({Dot(), Dot("dot"), Dot("other")}))
    try:
        Shape()
    except TypeError as error:
        print(error)
    a, b = Card(3), Card(5, "hearts")
    print(a.bigger(b), b.bigger(a), a, b == Card(5, "hearts"))
    print(Sized(), Sized(3), Defaults.size)
    print(Logged("n"), Logged("n").log)
    print([c.__name__ for c in Circle.__mro__], isinstance(a, Comparable))
    try:
        print(hash(Circle(1.0)))
    except TypeError as error:
        print(error)


main()
