# functions as objects, early, nested, conditional
import os
import sys
def outer(n):
    def use():
        return helper, helper(n)
    def helper(x, y=n * 2):
        return x + y
    f, v = use()
    return f.__name__, f is helper, v, f(1)
print(outer(3))
if sys.maxsize > 10:
    def cond(a, b=2):
        "doc"
        return a * b
else:
    def cond(a):
        return a
print(cond(4), cond.__doc__, cond.__name__)
try:
    def late():
        return "late"
except ImportError:
    late = None
def call_late():
    return late()
print(call_late())
def rec(n):
    return rec if n == 0 else rec(n - 1)
print(rec(3) is rec)
def mk():
    def inner(k):
        if k == 0:
            return inner.__name__
        return inner(k - 1)
    inner.tag = "t"
    return inner(3), inner.tag
print(mk())
class K:
    def m(self):
        def nested():
            return self.v, [self.v + i for i in range(2)]
        f = lambda: self.v * 2
        return nested(), f(), (lambda: self)().v
    def __init__(self):
        self.v = 7
print(K().m())
class Meta(type):
    pass
class R(metaclass=Meta):
    a, b = 1, 2
    [c, d] = 3, 4
    e = f = 5
    for i in range(3):
        e += i
    g = [x * 2 for x in range(3)]
    with open(os.devnull) as fh:
        first = fh.read()
    try:
        raise ValueError("in class")
    except ValueError as err:
        msg = str(err)
    if (w := 10) > 5:
        h = w
    def print(self):
        return "print method"
    def sys(self):
        return sys.maxsize > 0
    match (1, 2):
        case (p, q):
            pass
    del i
print(R.a, R.b, R.c, R.d, R.e, R.f, R.g, R.first.strip(), R.msg, R.h, R.w, R.p, R.q, hasattr(R, "i"), hasattr(R, "err"))
print(R().print(), R().sys())
def defaults(a, f=rec, g=lambda x: x + 1, *, h=[]):
    h.append(a)
    return f.__name__, g(a), h
print(defaults(1), defaults(2))
fs = []
for i in range(3):
    def adder(x, i=i):
        return x + i
    fs.append(adder)
print([f(10) for f in fs])
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc()
print(get())
_ = 5
print(_)
for _ in range(2):
    for _ in range(2):
        print("x", end="")
print()
a, _, b = 1, 2, 3
print(a, b, _)
gen = (lambda: (yield 1))()
print(list(gen))
g2 = (lambda x: [(yield x), (yield x + 1)])(5)
print(next(g2), g2.send("a"))
try:
    g2.send("b")
except StopIteration as e:
    print(e.value)
