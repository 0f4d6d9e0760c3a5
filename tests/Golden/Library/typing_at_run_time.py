"""What typing does when a program runs: protocols, typed dictionaries, hints, overloads."""

from typing import Protocol, runtime_checkable, NamedTuple, TypedDict, Generic, TypeVar, Optional, Union, get_type_hints, NewType, cast, Callable, Any, Literal, Annotated, overload, get_args, get_origin
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class F:
    def close(self): print("closed")
print(isinstance(F(), Closer), isinstance(3, Closer), issubclass(F, Closer))
class Pt(NamedTuple):
    x: int
    y: int = 5
    def dist(self): return self.x + self.y
p = Pt(1); print(p, p._asdict(), p._replace(x=9), p.dist(), Pt._fields, Pt._field_defaults, Pt.__annotations__)
class Movie(TypedDict, total=False):
    name: str
    year: int
m: Movie = {"name": "x", "year": 1}; print(m, Movie(name="q"), Movie.__annotations__, Movie.__total__)
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int](); s.push(1); print(s.pop(), Stack[int], Stack[str].__origin__ is Stack)
print(Optional[int], Union[int, str], Union[int, None], Callable[[int], str], Literal["a", 1], Annotated[int, "m"], list[int], dict[str, list[int]])
def f(a: Optional[int], b: "str" = "x") -> list[int]: ...
print(get_type_hints(f))
UserId = NewType("UserId", int); print(UserId(5) + 1, UserId.__name__)
print(cast(int, "a"), get_args(dict[str, int]), get_origin(list[int]), get_origin(Optional[int]) is Union, T, T.__name__)
class Shape(Protocol):
    def area(self) -> float: ...
class Sq(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2
print(Sq(3).area())
try: Shape()
except TypeError as e: print(e)
def first[X](xs: list[X]) -> X: return xs[0]
class Box[Y]:
    def __init__(self, v: Y): self.v = v
type IntList = list[int]
print(first([3]), Box(2).v, IntList, Box[int], first.__type_params__)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1), g("a"))
