"""Generic classes: type parameters in brackets and as a base, aliases that are called, errors."""
from typing import Generic, Self, TypeVar

T = TypeVar("T")
K = TypeVar("K")


class Stack[T]:
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> Self:
        self._items.append(item)
        return self

    def pop(self) -> T:
        return self._items.pop()

    def __len__(self) -> int:
        return len(self._items)


class Pair(Generic[K, T]):
    def __init__(self, key: K, value: T):
        self.key = key
        self.value = value

    def swapped(self) -> "Pair[T, K]":
        return Pair(self.value, self.key)

    def __repr__(self):
        return f"{type(self).__name__}({self.key!r}, {self.value!r})"


class Named(Pair[str, T]):
    def __init__(self, value: T):
        super().__init__("name", value)


class Limited[T](Stack[T]):
    limit = 2

    def push(self, item: T) -> Self:
        if len(self) >= self.limit:
            raise OverflowError(f"no room for {item!r}")
        return super().push(item)


def drain(stack: Stack[int]) -> int:
    total = 0
    while len(stack):
        total += stack.pop()
    return total


numbers = Stack[int]()
numbers.push(1).push(2)
print(drain(numbers), len(numbers))
print(Pair("a", 1).swapped(), Named(3), Pair[str, int]("k", 2))
print(Stack[int], Pair[str, int], Named[int], Limited[str])
limited = Limited()
limited.push("a").push("b")
try:
    limited.push("c")
except OverflowError as error:
    print(error)
for code in (lambda: Pair[int], lambda: Stack[int, str], lambda: Stack[int][str]):
    try:
        print(code())
    except TypeError as error:
        print(error)
print([c.__name__ for c in Limited.__mro__], [c.__name__ for c in Named.__mro__])
IntStack = Stack[int]
print(isinstance(IntStack(), Stack), IntStack().push(5).pop())
