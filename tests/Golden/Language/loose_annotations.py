"""Annotations that type checkers refuse and CPython takes."""
from dataclasses import InitVar, dataclass
from typing import Generic, NotRequired, Protocol, Required, TypedDict, TypeVar

T = TypeVar("T")


@dataclass
class Reading:
    value: int
    scale: InitVar[int]
    unit: InitVar[str]

    def __post_init__(self, scale: int, unit: int) -> None:
        print(self.value * scale, unit)


class Source(Protocol[T], Generic[T]):
    def read(self) -> T: ...


class Options(TypedDict):
    name: Required[Required[str]]
    size: Required[NotRequired[int]]


Reading(2, 3, "cm")
print(Source.__mro__, Source.__parameters__)
print(sorted(Options.__required_keys__), sorted(Options.__optional_keys__))
