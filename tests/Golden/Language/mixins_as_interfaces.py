"""Mixins, abstract classes and protocols as bases beside a class: C# interfaces."""
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Protocol, runtime_checkable
import json


class Repository(ABC):
    @abstractmethod
    def get(self, key: str) -> str | None: ...

    @abstractmethod
    def put(self, key: str, value: str) -> None: ...


class LoggingMixin:
    """Writes lines with the name of the class."""

    def log(self, text: str, level: int = 1) -> None:
        print(f"[{type(self).__name__}:{level}] {text}")

    def warn(self, text: str) -> None:
        self.log("warning: " + text, level=2)


class CountingMixin:
    def bump(self) -> int:
        self.total = getattr(self, "total", 0) + 1
        return self.total


class MemoryRepository(LoggingMixin, CountingMixin, Repository):
    def __init__(self) -> None:
        self.items: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        self.log(f"get {key}")
        self.bump()
        return self.items.get(key)

    def put(self, key: str, value: str) -> None:
        self.log(f"put {key}")
        if self.bump() > 1:
            self.warn("again")
        self.items[key] = value


class Animal:
    def __init__(self, name: str) -> None:
        self.name = name

    def speak(self) -> str:
        return "..."


class Flyer(ABC):
    @abstractmethod
    def fly(self) -> str: ...


class Swimmer(ABC):
    @abstractmethod
    def swim(self, depth: float) -> str:
        """Swims."""


class Duck(Animal, Flyer, Swimmer):
    def speak(self) -> str:
        return f"{self.name}: quack"

    def fly(self) -> str:
        return f"{self.name} flies"

    def swim(self, depth: float) -> str:
        return f"{self.name} swims at {depth}"


class Plane(Flyer):
    def fly(self) -> str:
        return "plane flies"


class Shape(Protocol):
    def area(self) -> float: ...


class Square(Shape):
    def __init__(self, side: float) -> None:
        self.side = side

    def area(self) -> float:
        return self.side ** 2


@dataclass
class Rect(Shape):
    w: float
    h: float

    def area(self) -> float:
        return self.w * self.h


@runtime_checkable
class Sized2(Protocol):
    def size(self) -> int: ...


class Bag(Animal, Sized2):
    def size(self) -> int:
        return len(self.name)


def fly_all(flyers: list[Flyer]) -> list[str]:
    return [f.fly() for f in flyers]


def total_area(shapes: list[Shape]) -> float:
    total = 0.0
    for s in shapes:
        total += s.area()
    return total


def main() -> None:
    r: Repository = MemoryRepository()
    r.put("a", "1")
    print(r.get("a"), r.get("b"))
    m = MemoryRepository()
    m.log("direct")
    m.warn("direct")
    print(m.bump(), m.bump(), m.total)
    d = Duck("don")
    print(fly_all([d, Plane()]), d.swim(2.0), d.speak())
    animals: list[Animal] = [d, Animal("x"), Bag("bag")]
    for a in animals:
        if isinstance(a, Flyer):
            print("flyer", a.fly())
        elif isinstance(a, Sized2):
            print("sized", a.size())
        else:
            print(a.speak())
    print(total_area([Square(2.0), Rect(1.0, 3.0)]), Rect(1.0, 2.0))
    print([c.__name__ for c in MemoryRepository.__mro__], [c.__name__ for c in Duck.__mro__])
    print([c.__name__ for c in Square.__mro__], [c.__name__ for c in Rect.__bases__])
    print(isinstance(m, LoggingMixin), isinstance(m, Repository), isinstance(d, Swimmer), isinstance(Plane(), Swimmer), issubclass(Duck, Flyer), isinstance(d, (Swimmer, int)))
    print(isinstance(Bag("q"), Sized2), isinstance(3, Sized2), isinstance(Square(1.0), Square), isinstance(Square(1.0), Rect))
    try:
        Flyer()
    except TypeError as e:
        print(e)
    try:
        Shape()
    except TypeError as e:
        print(e)
    try:
        Repository()
    except TypeError as e:
        print(e)
    x: LoggingMixin = m
    x.log("through the mixin")
    print(type(x).__name__, x is m, hasattr(m, "log"), getattr(m, "warn").__name__)
    m.log
    f = m.log
    f("bound")


main()
