"""Classes made step by step, namespaces that are objects."""

import types, copy, pickle
n = types.SimpleNamespace({"a": 1}, b=2); print(n, n == types.SimpleNamespace(a=1, b=2))
n.me = n; print(n)
class Spam(types.SimpleNamespace): pass
print(Spam(x=1), copy.replace(Spam(x=1), x=3, y=4), types.SimpleNamespace([("k", 1)]))
for f in (lambda: types.SimpleNamespace(1, 2), lambda: types.SimpleNamespace({1: 2})):
    try: f()
    except TypeError as e: print(e)
print(pickle.loads(pickle.dumps(types.SimpleNamespace(q=[1]))))
class M(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw): return {"z": 1, "kw": kw}
    def __new__(mcls, name, bases, ns, **kw): return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
C = types.new_class("C", (), {"metaclass": M, "q": 5}, lambda ns: ns.__setitem__("w", 2))
print(type(C), C.z, C.kw, C.w, C.__module__)
print(types.prepare_class("X", (C,), {"t": 1})[0], types.resolve_bases((int,)))
class G:
    def __mro_entries__(self, bases): return (int,)
g = G(); D = types.new_class("D", (g,)); print(D.__mro__, D.__orig_bases__ == (g,))
class Bad(type):
    @classmethod
    def __prepare__(*a): return None
try:
    class X(metaclass=Bad): pass
except TypeError as e: print(e)
