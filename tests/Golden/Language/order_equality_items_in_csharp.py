"""Classes with order, equality and items, annotated."""
from __future__ import annotations


class Version:
    def __init__(self, major: int, minor: int) -> None:
        self.major = major
        self.minor = minor

    def __lt__(self, other: Version) -> bool:
        return (self.major, self.minor) < (other.major, other.minor)

    def __le__(self, other: Version) -> bool:
        return not other < self

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.major == other.major and self.minor == other.minor

    def __hash__(self) -> int:
        return hash((self.major, self.minor))

    def __repr__(self) -> str:
        return f"{self.major}.{self.minor}"


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __gt__(self, other: Money) -> bool:
        return self.cents > other.cents


class Matrix:
    def __init__(self, rows: int, columns: int) -> None:
        self.columns = columns
        self.cells = [0.0] * (rows * columns)

    def __getitem__(self, at: tuple[int, int]) -> float:
        row, column = at
        return self.cells[row * self.columns + column]

    def __setitem__(self, at: tuple[int, int], value: float) -> None:
        row, column = at
        self.cells[row * self.columns + column] = value


class Page:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.item = 1

    def __getitem__(self, i: int) -> str:
        return self.lines[i]


class Book:
    def __init__(self, pages: list[Page]) -> None:
        self.pages = pages

    def __getitem__(self, i: int) -> Page:
        return self.pages[i]


a, b = Version(1, 2), Version(1, 10)
print(a < b, a > b, a <= b, a >= b, a == b, a == Version(1, 2), a != b, a == "1.2")
print(sorted([b, a]), max(a, b), {a: "x"}[Version(1, 2)], len({a, b, Version(1, 2)}))
print(Money(3) > Money(2), Money(3) < Money(2))
m = Matrix(2, 2)
m[0, 1] = 2.5
m[1, 1] += 1.5
print(m[0, 1], m[1, 1], m[0, 0])
book = Book([Page(["a", "b"]), Page(["c"])])
print(book[0][1], book[1][0], book[-1].item)


class Grid:
    def __init__(self) -> None:
        self.items: dict[str, int] = {}

    def __getitem__(self, key: str) -> int:
        return self.items.get(key, 0)

    def __setitem__(self, key: str, value: int) -> None:
        print("set", key, value)
        self.items[key] = value


def noisy(key: str) -> str:
    print("key", key)
    return key


grid = Grid()
grid[noisy("a")] += 2
grid["a"] *= 5
print(grid["a"], grid["b"])
