"""Making types, context variables and modules: what happens in the corners."""

import contextvars
c = contextvars.ContextVar('c', default=42)
def go():
    c.set([])
    def fun():
        c.set([])
        c.get().append(42)
        print(c.get())
    contextvars.copy_context().run(fun)
    print(c.get())
go()
for f in (lambda: contextvars.Context(1), lambda: contextvars.Context(a=1), lambda: contextvars.Context().run(), lambda: type("X", (contextvars.Context,), {}), lambda: type("X", (contextvars.ContextVar,), {}), lambda: type("X", (contextvars.Token,), {})):
    try: print(f())
    except TypeError as e: print(e)
class B:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
from collections.abc import Sequence
class S(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
print(type(iter(B())), type(iter(S())), type(reversed(S())), type(iter(S().__iter__())))
# builtin odds
class BitBucket:
    def write(self, line): pass
import sys, io
try: dir(type("D", (), {"__dir__": lambda self: 7})())
except TypeError as e: print(e)
try: print(dir(type("D", (), {"__dir__": lambda self: ("b", "a")})()))
except TypeError as e: print(e)
f = io.StringIO()
try:
    raise UnicodeDecodeError('ascii', bytearray(b'\xff'), 0, 1, 'x')
except UnicodeDecodeError as e: print(repr(e.object), repr(e))
def t(*a, **k):
    try:
        r = type(*a, **k)
        print(r, r.__dict__.keys() if a[0] == "K" else "")
    except Exception as e: print(type(e).__name__, e)
t("A\udcdcB", (), {})
t("A\0B", (), {})
t("C", (), {"__doc__": "x\udcdcy"})
t("K", (), {"__firstlineno__": 42, "__module__": "m"})
A = type("A", (), {})
for n in ("A\udcdcB", b"x", "A\0"):
    try:
        A.__name__ = n
    except Exception as e: print(type(e).__name__, e)
print(A.__type_params__)
try: A.__type_params__ = 3; print(A.__type_params__)
except Exception as e: print(type(e).__name__, e)
A.__type_params__ = (1,); print(A.__type_params__)
class M(type): pass
B = M("B", (int,), {})
print(B.__base__, type(B), type(M("Q", (), {}), ).__name__)
# except* invalid
try:
    try:
        raise ValueError
    except* 42: pass
except Exception as e: print(type(e), e)
try:
    try:
        pass
    except* 42: pass
except Exception as e: print(type(e), e)
print(open("/dev/null").encoding)
a = bytearray(b",")
def it():
    yield b"x"
    try:
        a.extend(b"zzz")
    except BufferError as e: print("BE", e)
    yield b"y"
print(a.join(it()))
try: print(1, **{1: 2})
except TypeError as e: print(e)
try: round(1.5, **{1: 2})
except TypeError as e: print(e)
try: print(1, **{"foo": 2})
except TypeError as e: print(e)
def mk():
    class X1(object, metaclass=M): pass
    return X1
print(mk())


# layouts: slots decide which base objects are laid out like
class Base:
    __slots__ = ("name",)


class One(Base):
    __slots__ = ("one",)


class Two(Base):
    __slots__ = "two"


class Plain(Base):
    pass


class Mixed(Plain, One):
    pass


print(Mixed.__base__, One.__base__, type("C", (Plain, int), {}) if False else type("C", (type("M", (), {}), int), {}).__base__)
for bases in ((One, Two), (int, str), (Base, One), (Plain, Two, int)):
    try:
        print(type("X", bases, {}))
    except TypeError as e:
        print(str(e).splitlines()[0])
m = Mixed()
m.name, m.one, m.other = 1, 2, 3
print(m.name, m.one, vars(m))


def local():
    class Broken(colour="red"):
        pass


try:
    local()
except TypeError as e:
    print(e)


# a module whose class has a __dict__ of its own
import types


class Odd(types.ModuleType):
    __dict__ = 8


class Odder(types.ModuleType):
    @property
    def __dict__(self):
        return "no dict"


print(Odd("odd").__dict__, Odder("odder").__dict__)
for module in (Odd("odd"), Odder("odder")):
    try:
        dir(module)
    except TypeError as e:
        print(e)


# a frozen dataclass with slots guards its fields, and no class variables
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Fixed:
    x: int = 1
    shared: ClassVar[int] = 9


for change in (lambda: setattr(Fixed(), "x", 2), lambda: setattr(Fixed(), "shared", 2), lambda: setattr(Fixed(), "nope", 2), lambda: delattr(Fixed(), "x"), lambda: delattr(Fixed(), "shared")):
    try:
        change()
    except Exception as e:
        print(type(e).__name__, e)

# prompts go to streams that cannot be flushed
class BitBucket:
    def write(self, line):
        pass


sys.stdin, out, sys.stdout = io.StringIO("one\ntwo\n"), sys.stdout, BitBucket()
lines = input(), input("? ")
sys.stdout = out
print(lines)
A.__module__ = "elsewhere"
print(A, "__firstlineno__" in A.__dict__)
