"""Weak proxies are of their referents' classes, as far as isinstance and patterns can see."""
import weakref
class A:
    def __init__(self): self.v = 3
class B:
    pass
def f(x):
    if isinstance(x, A):
        return x.v
    return "no"
a = A()
p = weakref.proxy(a)
print(f(p), f(a), f(B()), isinstance(p, A), type(p) is A)
match p:
    case A(v=v): print("A", v)
    case _: print("other")
print(p.__class__, isinstance(p, A), type(p))
def g(x):
    del globals()["a"]
    try:
        return isinstance(x, A)
    except ReferenceError as e:
        return str(e)
