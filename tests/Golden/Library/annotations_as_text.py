# Annotations that are kept as text, what they mean, and private names of parameters.
from __future__ import annotations

import inspect
from typing import Annotated, Callable, get_type_hints


class Box[T, *Ts, **P]:
    item: T
    more: tuple[*Ts]
    pairs: dict[str,list[int]]
    text: "str"
    either: int|None


class Shadowed[T]:
    item: T
    T = int


def convert[T](value: T, by: Callable[[list[int]],str], *rest: (int)) -> T if (1) else None: ...


def plain(a: Annotated[int, slice(-1, 2.5)], b: Callable[[list[int]], str], c: list[list[str]]) -> None: ...


class Secret:
    def keep(self, __first: int, *, __second: str = "x"):
        return __first, __second

    def twice(self):
        return self.keep(2, _Secret__second="y")


def around():
    T = str

    def inner[T](x: T): ...

    return inner


print(Box.__annotations__)
print(inspect.get_annotations(Box, eval_str=True))
print(inspect.get_annotations(Shadowed, eval_str=True), get_type_hints(Shadowed))
print(convert.__annotations__)
print(get_type_hints(plain), get_type_hints(plain, include_extras=True)["a"])
print(inspect.get_annotations(around(), eval_str=True))
print(inspect.signature(Secret.keep), Secret().twice(), Secret().keep(1, _Secret__second="z"))
try:
    Secret().keep(1, __second="z")
except TypeError as error:
    print(error)
