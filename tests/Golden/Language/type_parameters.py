from typing import Callable, TypeAliasType
type Point = tuple[float, float]
type Pair[A, B] = tuple[A, B]
type Rec = dict[str, Rec | int]
type Lazy = Undefined
print(Point, Point.__name__, Point.__value__, Pair.__type_params__, Pair[int, str], isinstance(Point, TypeAliasType))
print(Rec.__value__)
try:
    Lazy.__value__
except NameError as e:
    print(e)
def first[T](xs: list[T]) -> T:
    return xs[0]
def pick[T: (int, str), *Ts, **P](x: T, *rest: *Ts) -> T:
    return T.__name__, T.__constraints__, T.__bound__
def bounded[S: int = bool](s: S):
    return S.__bound__, S.__default__, S
print(first([1, 2]), first.__type_params__, pick(1), bounded(True), pick.__type_params__)
class Stack[T]:
    limit: int = 3
    def __init__(self) -> None:
        self.items: list[T] = []
    def push(self, x: T) -> "Stack[T]":
        self.items.append(x)
        return self
    def map[U](self, f: Callable[[T], U]) -> "Stack[U]":
        s = Stack[U]()
        for x in self.items:
            s.push(f(x))
        return s
    def __repr__(self):
        return f"Stack({self.items})"
s = Stack[int]().push(1).push(2)
print(s, s.map(str), Stack.__type_params__, Stack.__name__)
class Child[K, V](Stack[K]):
    pass
print(Child().push(3), Child.__mro__[1].__name__, Child.__type_params__)
def outer[T](x):
    def inner[T](y):
        return T
    return T, inner(1), inner.__type_params__[0] is inner(2)
a, b, c = outer(1)
print(a, b, a is b, c)
T = "module T"
print(T)
def deco(n):
    print("deco", n)
    return lambda f: f
@deco(1)
@deco(2)
class Z:
    print("body")
@deco(3)
def fz(x=print("default")):
    return x
