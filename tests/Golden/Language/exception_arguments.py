"""What exceptions keep of the arguments of their calls, where __init__ hands them on and where it does not."""
class A(Exception):
    def __init__(self, *args): self.n = len(args)
class B(Exception):
    def __init__(self, a, *rest, k=1, **kw): self.a = a
class C(Exception):
    def __init__(self, a, *, k=1): self.a = a
class D(C): pass
class E(Exception):
    def __init__(self, msg, code=None):
        self.msg = msg
class J(E):
    def __init__(self, x):
        super().__init__(x, 5)
        self.x = x
class K(Exception):
    def __init__(self, msg):
        super().__init__(msg, 1)
class L(K):
    def __init__(self, m, n=3):
        super().__init__(m)
        self.n = n
class M(Exception):
    def __init__(self, a=1, b=2):
        self.args = (b, a)
class N(Exception):
    def __init__(self, a=1):
        text = "t" + str(a)
        super().__init__(text)
class O(Exception):
    def __init__(self, a, b=4):
        self.a = a
    def __str__(self): return f"O {self.a}"
class P(ValueError, KeyError):
    def __init__(self, a, b=4): self.a = a
class Q(OSError):
    def __init__(self, a, b=4): self.b = b
import copy, pickle
args = [1, 2]
for f in (lambda: A(), lambda: A(1, 2), lambda: A(*args), lambda: B(1), lambda: B(1, 2, 3), lambda: B(1, k=3, z=4), lambda: B(a=2), lambda: C(1), lambda: C(1, k=3), lambda: D(7), lambda: D(a=7),
          lambda: E("m"), lambda: E(msg="m"), lambda: E("m", 1), lambda: E(*args), lambda: J(4), lambda: J(x=4), lambda: K(1), lambda: L(1), lambda: L(1, 5), lambda: M(), lambda: M(9), lambda: N(), lambda: N(4), lambda: O(2), lambda: O(2, 3),
          lambda: P(1), lambda: P(1, 2), lambda: Q("x"), lambda: Q(2, "y")):
    e = f()
    print(type(e).__name__, e.args, str(e), repr(e))
for cls in (A, B, C, D, E, J, K, L, M, N, O, P):
    e = cls(8)
    print(cls.__name__, e.args)
def go(x):
    if x == 1: raise E("one")
    if x == 2: raise C(2)
    if x == 3: raise O(3)
    raise J(4)
for i in range(1, 5):
    try: go(i)
    except (E, C, O) as e: print(repr(e), e.args)
try: print(copy.copy(E("q")).args, pickle.loads(pickle.dumps(E("q"))).msg)
except Exception as x: print(type(x).__name__, x)
class R(OSError):
    def __init__(self, a, b=4):
        super().__init__(a, b)


print(R(2, "x"), R(2, "x").errno)
