"""Classes and super objects that a program has in hand, and what they are asked for."""

import sys
from dataclasses import dataclass
from enum import Enum, auto
from types import ModuleType

STOP = sys.maxunicode + 1


class State(Enum):
    NEW = auto()
    OLD = auto()


class Index:
    def __init__(self, start: int = 32, stop: int = STOP):
        self.start = start
        self.stop = stop


@dataclass
class Payment:
    name: str
    state: State = State.NEW


class A:
    def f(self):
        print("A", type(self).__name__)


class B(A):
    def f(self):
        print("B", type(self).__name__)


class C(B):
    def f(self):
        print("C", type(self).__name__)


class Loud(ModuleType):
    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)


class Fault(Exception):
    pass


class WorseFault(Fault):
    pass


def main():
    index = Index()
    print(index.start, index.stop)
    print(Payment("a"), Payment("b", State.OLD))

    unbound = super(B)
    unbound.__get__(C()).f()
    unbound.__get__(B(), B).f()
    for cls in C.__mro__[:-1]:
        cls.f(C())

    print([c.__name__ for c in ArithmeticError.__subclasses__()])
    print([c.__name__ for c in BaseException.__subclasses__()])
    print([c.__name__ for c in Warning.__subclasses__()])
    print([c.__name__ for c in Fault.__subclasses__()], len(bool.__subclasses__()))

main()
sys.modules[__name__].__class__ = Loud
sys.modules[__name__].answer = 42
print(globals()["answer"], __builtins__.len("abc"), hasattr(__builtins__, "unicode"))
print(globals()["__builtins__"].max(1, 2))
