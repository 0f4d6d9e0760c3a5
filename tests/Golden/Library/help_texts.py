"""Module doc.

More of it."""
import enum, dataclasses
from typing import NamedTuple
def f(a, b=2, *args, c: int = 3, **kw) -> str:
    """Does f.

    More.
        Indented."""
def g(): pass
class Base:
    """The base."""
    x = 1
    def m(self):
        """Method m."""
    @classmethod
    def cm(cls, a): "class method"
    @staticmethod
    def sm(a): "static"
    @property
    def p(self):
        "The p."
        return 1
    @property
    def rw(self): return 1
    @rw.setter
    def rw(self, v): pass
class D(Base):
    def __init__(self, q): self.q = q
    def m(self): pass
    def n(self): pass
    def __eq__(self, o): return True
@dataclasses.dataclass
class P:
    """A point."""
    a: int
    b: str = "x"
class E(Exception):
    """My error."""
async def co(): "coroutine"
class S:
    __slots__ = ("u", "v")

    def __repr__(self):
        return "S"


help(S)
help(3 .bit_length)
help(print)
help(f)
help(g)
help(Base)
help(D)
help(D(1))
help(D(1).m)
help(Base.cm)
help(P)
help(len)
help([].append)
help(list.append)
help(co)
help("nonexistent_thing")
print(help, exit, quit, copyright is not None)
