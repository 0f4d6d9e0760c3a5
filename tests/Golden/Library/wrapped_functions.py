"""Functions made of others: partial methods, dispatch by class, cached calls, total orders."""
import functools, inspect, abc
from functools import partialmethod, singledispatch, singledispatchmethod, partial, lru_cache, total_ordering
class Cell:
    def __init__(self): self.alive = False
    def set_state(self, state, *, loud=False):
        self.alive = state
        return (state, loud)
    on = partialmethod(set_state, True)
    off = partialmethod(set_state, False, loud=True)
    nested = partialmethod(off, loud=False)
    make = partialmethod(classmethod(lambda cls, a, b: (cls.__name__, a, b)), 1)
c = Cell()
print(c.on(), c.off(), c.nested(), c.make(2), Cell.make(3))
print(Cell.on(c), Cell.off(c, loud=3))
print(repr(vars(Cell)["off"]).split(" at ")[0], c.on.__self__ is c, c.make.__self__ is Cell)
try:
    partialmethod(3)
except TypeError as e:
    print(e)
class Base(abc.ABC):
    @abc.abstractmethod
    def f(self, x): ...
    g = partialmethod(f, 1)
print(Base.g.__isabstractmethod__, sorted(Base.__abstractmethods__))
@singledispatch
def show(x):
    """Shows."""
    return "object"
@show.register
def _(x: int | str): return "int or str"
@show.register(list)
@show.register(tuple)
def seq(x): return "sequence"
print(show(1), show("a"), show([]), show(()), show(2.5), show.__name__, show.__doc__, inspect.isfunction(show))
print(sorted(k.__name__ for k in show.registry), type(show.registry).__name__, show.dispatch(bool) is show.registry[int])
class Neg:
    @singledispatchmethod
    def neg(self, arg):
        "Negates."
        raise NotImplementedError(f"cannot negate {type(arg).__name__}")
    @neg.register
    def _(self, arg: int): return -arg
    @neg.register
    @classmethod
    def _(cls, arg: str): return cls.__name__ + arg
n = Neg()
print(n.neg(3), n.neg("x"), n.neg.__name__, n.neg.__doc__)
try:
    n.neg(2.5)
except NotImplementedError as e:
    print(e)
try:
    n.neg()
except TypeError as e:
    print(e)
@n.neg.register
def _(self, arg: float): return "float"
print(n.neg(2.5))
@lru_cache(maxsize=2)
def sq(n): return n * n
print(sq(1), sq(2), sq(1), sq(3), sq(1), sq(2), sq.cache_info(), sq.__type_params__)
import copy
print(copy.copy(sq) is sq, copy.deepcopy(sq) is sq)
class Key:
    count = 0
    def __hash__(self):
        Key.count += 1
        return 7
k = Key()
@lru_cache(None)
def f(*a, **k): return len(a)
f(k, 1); f(k, 1)
print(Key.count, f.cache_info())
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __ge__(self, o): return self.v >= o.v if isinstance(o, V) else NotImplemented
    def __eq__(self, o): return self.v == o.v
print([V(1) < V(2), V(1) <= V(2), V(2) > V(1), V(1) <= V(1), V(1) < V(1), V(1) > V(1), V(2) <= V(1), V.__lt__.__name__, V.__lt__.__qualname__])
p = partial(print, 1, sep="-")
p.keywords[3] = 4
try:
    p(2)
except TypeError as e:
    print(e)
