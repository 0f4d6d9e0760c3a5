"""Dataclasses with type parameters, and abstract ones."""
from dataclasses import dataclass, field
from abc import ABC, abstractmethod
from typing import Generic, TypeVar
T = TypeVar("T")
@dataclass
class Item[V]:
    key: str
    value: V
    tags: list[str] = field(default_factory=list)
@dataclass
class Shape(ABC):
    name: str
    @abstractmethod
    def area(self) -> float: ...
@dataclass
class Sq(Shape):
    side: float = 1.0
    def area(self) -> float: return self.side ** 2
@dataclass
class Box(Generic[T]):
    content: T
    def map(self, f) -> "Box[T]": return Box(f(self.content))
print(Item("a", 1), Item[int]("b", 2, ["t"]).tags, Sq("s", 3.0), Sq("q").area(), Box(3).map(str))
try: Shape("x")
except TypeError as e: print(e)
class Tree[K, V]:
    def __init__(self, k: K, v: V, left: "Tree[K, V] | None" = None):
        self.k = k; self.v = v; self.left = left
    def grow(self, k: K, v: V) -> "Tree[K, V]":
        return Tree[K, V](k, v, self)
    def depth(self): return 1 + (self.left.depth() if self.left else 0)
print(Tree(1, "a").grow(2, "b").depth(), Tree[int, str])
