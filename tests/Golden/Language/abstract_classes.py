"""Abstract classes: what is left open, what cannot be made, what derived classes call of their bases."""
import abc
import inspect
from abc import ABC, abstractmethod


class Shape(ABC):
    """Something with an area."""

    def __init__(self, name: str):
        self.name = name

    @abstractmethod
    def area(self) -> float:
        """How much it covers."""

    @property
    @abstractmethod
    def corners(self) -> int:
        ...

    @abstractmethod
    def describe(self):
        return f"{self.name} with area {self.area():.2f}"

    def twice(self):
        return self.area() * 2


class Square(Shape):
    def __init__(self, side: float):
        super().__init__("square")
        self.side = side

    def area(self) -> float:
        return self.side * self.side

    @property
    def corners(self) -> int:
        return 4

    def describe(self):
        return super().describe() + f" and {self.corners} corners"


class Half(Shape):
    def area(self) -> float:
        return 1.5


for make in (lambda: Shape("x"), lambda: Half("x"), lambda: Shape()):
    try:
        make()
    except TypeError as error:
        print(error)
square = Square(2.0)
print(square.area(), square.twice(), square.describe(), square.corners)
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), sorted(Square.__abstractmethods__))
print(type(Shape).__name__, [c.__name__ for c in Square.__mro__], isinstance(square, Shape), issubclass(Half, Shape), inspect.isabstract(Half))
shapes: list[Shape] = [square, Square(1.0)]
print(sum(s.area() for s in shapes))


class Source(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def items(self):
        raise NotImplementedError("items")

    @staticmethod
    @abc.abstractmethod
    def kind():
        pass

    def total(self):
        return sum(self.items())


class Numbers(Source):
    def __init__(self, *numbers):
        self.numbers = numbers

    def items(self):
        return self.numbers

    @staticmethod
    def kind():
        return "numbers"


print(Numbers(1, 2, 3).total(), Numbers.kind(), type(Source) is abc.ABCMeta, Source.__mro__ == (Source, object))
try:
    Source()
except TypeError as error:
    print(error)
