"""Classes as random programs use them: __class__, deleted attributes, slots, formats of derived values."""

import enum
from dataclasses import dataclass
from typing import Protocol


class Base:
    def __init__(self) -> None:
        self.trail = [__class__.__name__]


class Middle(Base):
    def __init__(self) -> None:
        super().__init__()
        self.trail.append(__class__.__name__ + type(self).__name__)

    @staticmethod
    def whose() -> str:
        return (lambda: __class__.__name__)()


class Left(Middle):
    pass


class Both(Left, Base):
    def __init__(self) -> None:
        Base.__init__(self)
        self.trail.append(__class__.__qualname__)


@dataclass
class Shelf:
    width: int = 12
    name: str = "shelf"


class Plain:
    def __init__(self, a: int) -> None:
        self.a = a

    def show(self) -> None:
        print(self.a)


class Slotted:
    __slots__ = ("x",)


class Level(enum.IntEnum):
    LOW = 1

    def __str__(self) -> str:
        return f"~{self.name}~"


class Code(enum.StrEnum):
    OPEN = "open"

    def __str__(self) -> str:
        return self.name


class Shape(Protocol):
    def area(self) -> float: ...


class Square(Shape):
    def area(self) -> float:
        return 1.0


def options(first: int, **rest: int) -> dict[str, int]:
    rest |= {"first": first}
    return rest


def attempt(function) -> None:
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(Middle().trail, Left().trail, Middle.whose(), Both().trail)
shelf = Shelf(1)
del shelf.width
print(shelf, shelf.width)
plain = Plain(3)
del plain.a
attempt(plain.show)
attempt(lambda: Slotted().x)
attempt(lambda: delattr(Slotted(), "x"))
print(f"{Level.LOW} {Level.LOW:>3} {Code.OPEN} {Code.OPEN:>6}", "{}".format(Level.LOW), format(Code.OPEN))
attempt(lambda: isinstance(Square(), Shape))
attempt(lambda: super(Slotted, plain))
print(options(1), options(2, second=3))
print(max(["x"], key=len, default=("a" if shelf.width else "b")), {*[5, 3, 11, 16], 2})
