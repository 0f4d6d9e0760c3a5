"""Metaclasses, descriptors, namespaces of class bodies, copies, signatures, attribute look-ups."""

class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        cls.registry = getattr(cls, "registry", []) + [name]
        cls.opt = kw.get("opt")
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("make", cls.__name__, a, k)
        return super().__call__(*a, **k)
    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __iter__(cls): return iter(cls.registry)
    def __len__(cls): return len(cls.registry)
    def __contains__(cls, x): return x in cls.registry
    def __instancecheck__(cls, o): return hasattr(o, "duck")
    @property
    def kind(cls): return "meta-" + cls.__name__
class A(metaclass=Meta): 
    def __init__(self, x=0): self.x = x
class B(A, opt=3): pass
print(A.registry, B.registry, B.opt, B["k"], list(B), len(B), "B" in B, B.kind)
print(B(4).x, isinstance(3, A), type(A), A.__class__.__name__)
class Singleton(type):
    _i = {}
    def __call__(cls, *a):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a)
        return cls._i[cls]
class Conf(metaclass=Singleton):
    def __init__(self): self.v = 1
print(Conf() is Conf())
class Plugin:
    plugins = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.plugins[name or cls.__name__] = cls
class P1(Plugin, name="one"): pass
class P2(Plugin): pass
print({k: v.__name__ for k, v in Plugin.plugins.items()})
class Desc:
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, i, o=None): return self if i is None else getattr(i, self.n, "unset")
    def __set__(self, i, v): setattr(i, self.n, v)
    def __delete__(self, i): delattr(i, self.n)
class C:
    a = Desc(); b = Desc()
c = C(); print(c.a); c.a = 3; print(c.a, c.__dict__, C.a.n); del c.a; print(c.a)
class Lazy:
    def __init__(self, f): self.f = f; self.name = f.__name__
    def __get__(self, o, t=None):
        if o is None: return self
        v = self.f(o); o.__dict__[self.name] = v; return v
class D:
    @Lazy
    def val(self): print("compute"); return 42
d = D(); print(d.val, d.val)
class Ns(dict):
    def __missing__(self, k):
        if k.startswith("_"): raise KeyError(k)
        self[k] = len(self); return self[k]
class AutoMeta(type):
    @classmethod
    def __prepare__(m, n, b): return Ns()
    def __new__(m, n, b, ns): return super().__new__(m, n, b, dict(ns))
class Auto(metaclass=AutoMeta):
    red
    green
print(Auto.green > Auto.red)
class X:
    def __getattr__(self, n): return n.upper()
    def __setattr__(self, n, v): print("set", n); super().__setattr__(n, v)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
    def __dir__(self): return ["q"]
x = X(); print(x.foo); x.a = 1; del x.a; print(dir(x), x.a)
class G:
    def __getattribute__(self, n):
        if n == "secret": raise AttributeError("no " + n)
        return object.__getattribute__(self, n)
try: G().secret
except AttributeError as e: print(e)
print(type("Dyn", (A,), {"z": 1})().z)
import copy, pickle, weakref, inspect
class Node:
    def __init__(self, v, kids=None): self.v = v; self.kids = kids or []
    def __copy__(self): n = type(self)(self.v, self.kids[:]); n.c = True; return n
    def __deepcopy__(self, memo): return Node(self.v, copy.deepcopy(self.kids, memo))
a = Node(1, [Node(2)]); b = copy.copy(a); c = copy.deepcopy(a)
print(b.kids[0] is a.kids[0], c.kids[0] is a.kids[0], b.c)
class St:
    def __init__(self): self.a = 1; self.f = lambda: 0
    def __getstate__(self): d = self.__dict__.copy(); del d["f"]; return d
    def __setstate__(self, s): self.__dict__.update(s); self.f = None
x = pickle.loads(pickle.dumps(St())); print(x.a, x.f)
class R:
    def __init__(self, q): self.q = q
    def __reduce__(self): return (R, (self.q + 1,))
print(pickle.loads(pickle.dumps(R(1))).q)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = Slots(); print(s.a, hasattr(s, "b"))
try: s.c = 1
except AttributeError as e: print(e)
try: s.b
except AttributeError as e: print(e)
class W: pass
w = W(); r = weakref.ref(w); print(r() is w); d = weakref.WeakValueDictionary(); d["k"] = w; print(list(d))
def f(a, b: int = 2, *args, c, d=4, **kw) -> str: """doc"""
sig = inspect.signature(f); print(sig, list(sig.parameters), sig.parameters["c"].kind, sig.parameters["b"].default, sig.return_annotation)
ba = sig.bind(1, c=3); ba.apply_defaults(); print(ba.arguments, ba.args, ba.kwargs)
try: sig.bind(1)
except TypeError as e: print(e)
print(f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, inspect.isfunction(f), inspect.isclass(W), inspect.getmembers(Node, inspect.isfunction)[0][0])
class A:
    x = 1
    def m(self): return "A.m"
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return "s"
class B(A):
    def m(self): return "B>" + super().m()
class C(A):
    def m(self): return "C>" + super().m()
class D(B, C):
    def m(self): return "D>" + super().m()
print(D().m(), [k.__name__ for k in D.__mro__], D.c(), D().c(), D.s(), A.__dict__["x"], D.__bases__, D.x)
A.x = 5; print(D.x, D().x); D.x = 7; print(A.x, D.x); del D.x; print(D.x)
A.new = lambda self: "added"; print(D().new()); d = D(); d.m = lambda: "inst"; print(d.m(), D.m(d), vars(d).keys() == {"m"})
print(getattr(d, "zzz", "dflt"), hasattr(d, "m"), callable(d.m), isinstance(d, (int, A)), issubclass(D, A), D.__name__, D.__qualname__, D.__module__, type(d) is D)
try: d.nope
except AttributeError as e: print(e)
try: D.nope
except AttributeError as e: print(e)
try: A.m()
except TypeError as e: print(e)
try: A().m(1)
except TypeError as e: print(e)
try: A(3)
except TypeError as e: print(e)
try: f()
except TypeError as e: print(e)
try: f(1, 2, c=1, a=3)
except TypeError as e: print(e)
class P:
    def __init__(self): self._v = 0
    @property
    def v(self): "the v"; return self._v
    @v.setter
    def v(self, n):
        if n < 0: raise ValueError("neg")
        self._v = n
    @v.deleter
    def v(self): print("deleted"); self._v = None
p = P(); p.v = 3; print(p.v, P.v.__doc__); del p.v; print(p.v)
try: p.v = -1
except ValueError as e: print(e)
class RO:
    @property
    def q(self): return 1
try: RO().q = 2
except AttributeError as e: print(e)
class Priv:
    def __init__(self): self.__x = 1
    def get(self): return self.__x
print(Priv().get(), Priv()._Priv__x, Priv().__dict__)
try: Priv().__x
except AttributeError as e: print(e)
def deco(n):
    def w(fn):
        def inner(*a, **k): return [fn(*a, **k)] * n
        inner.__name__ = fn.__name__; inner.calls = 0
        return inner
    return w
@deco(2)
def hello(x): return x
print(hello(3), hello.__name__, hello.calls)
class Counter:
    def __init__(self, f): self.f = f; self.n = 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
@Counter
def sq(x): return x * x
print(sq(2), sq(3), sq.n)
import abc
class Ab(abc.ABC):
    @abc.abstractmethod
    def go(self): ...
    @property
    @abc.abstractmethod
    def pp(self): ...
try: Ab()
except TypeError as e: print(e)
class Im(Ab):
    def go(self): return 1
    pp = 3
print(Im().go(), Im().pp)
