"""What built-in functions and classes, methods and classes of the program say of arguments that they do not take."""
import builtins
def t(label, f, *a, **k):
    try: r = f(*a, **k); print(label, "->", type(r).__name__)
    except BaseException as e: print(label, type(e).__name__, e)
skip={"input","print","exit","quit","copyright","credits","license","help","breakpoint","open","exec","eval","compile","__import__","super","globals","locals","vars","dir","__build_class__","__loader__"}
names=[n for n in dir(builtins) if n not in skip and n[0]!="_" and n not in ("credits","copyright","license","help","quit","exit","aiter","anext") and callable(getattr(builtins,n)) and not (isinstance(getattr(builtins,n),type) and issubclass(getattr(builtins,n),BaseException))]
for n in names:
    f=getattr(builtins,n)
    t(n+" 0", f)
    t(n+" 1", f, object())
    t(n+" 2", f, [], object())
    t(n+" 3", f, [], [], object())
    t(n+" 9", f, 1,2,3,4,5,6,7,8,9)
    t(n+" kw", f, foo=3)
    t(n+" 1kw", f, [], foo=3)


class K:
    def m(self): pass
class L:
    def __init__(self): self.x = 1
class M(L): pass
def t1(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t1(lambda: K(1))
t1(lambda: K(a=1))
t1(lambda: L(1))
t1(lambda: L(a=1))
t1(lambda: M(1))
for c in K, L, M: t1(lambda: c(1))

def t2(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
import itertools, enum, re
t2(lambda: list(itertools.islice([1,2,3],2)))
t2(lambda: list(itertools.islice([1,2,3],0,None,2)))
t2(lambda: itertools.islice([1,2,3]))
class C(enum.Enum):
    A=1
t2(lambda: C())
t2(lambda: C(1,2,3))
t2(lambda: C(foo=1))
from collections import namedtuple
P=namedtuple("P","x y")
t2(lambda: P(1))
t2(lambda: P(1,2,3))
t2(lambda: P(x=1,z=3))
import functools
t2(lambda: functools.partial())
t2(lambda: functools.lru_cache(1,2,3,4))
t2(lambda: functools.cached_property())
import textwrap
t2(lambda: textwrap.dedent(text=" a"))
t2(lambda: textwrap.dedent())
t2(lambda: textwrap.dedent(1,2))
t2(lambda: textwrap.wrap(txt=" a"))
print(textwrap.wrap.__code__.co_varnames[:2], textwrap.wrap.__defaults__)
t2(lambda: textwrap.TextWrapper(70, 1, foo=2))
import threading
t2(lambda: threading.Thread(1,2,3,4,5,6,7))
t2(lambda: threading.Thread(foo=7))
import random
t2(lambda: random.randint(1))
t2(lambda: random.randint(1,2,3))
t2(lambda: random.choice())
t2(lambda: random.Random().choice())
import json
t2(lambda: json.dumps())
t2(lambda: json.loads("1", foo=3))
import datetime
t2(lambda: datetime.date(2020))
t2(lambda: datetime.datetime.strptime("1"))
t2(lambda: datetime.datetime.now().strftime())
import fractions, decimal
t2(lambda: fractions.Fraction(1,2,3))
t2(lambda: super())
t2(lambda: open())
t2(lambda: int("x", 3, 4))
t2(lambda: print(1, foo=3))
t2(lambda: str(1, 2))
t2(lambda: [].append())
t2(lambda: [].append(1,2))
t2(lambda: {}.get())
t2(lambda: "".join())
t2(lambda: "a".replace("b"))
t2(lambda: "a".split(1, 2, 3))
t2(lambda: isinstance(1))
t2(lambda: object(1))
t2(lambda: object().foo)
class K2:
    def m(self): pass
t2(lambda: K2(1))
t2(lambda: K2().m(1))
t2(lambda: K2.m())
t2(lambda: Exception(foo=1))
t2(lambda: ValueError.with_traceback())
t2(lambda: hash([]))
t2(lambda: type())
t2(lambda: type(1,2))
