"""super() without arguments in methods, in functions inside of methods, and where there is nothing to find."""
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class B:
    def who(self): return "B" + type(self).__name__
    @classmethod
    def make(cls): return "mk" + cls.__name__
class X(B):
    def g(a):
        a = 3
        return super().who()
    def h(*args):
        return super().who()
    def i(self):
        def inner(): return super().who()
        return inner()
    def j(self):
        def inner(other): return super().who()
        return inner(Y())
    def k(self):
        return [super().who() for _ in range(2)]
    def l(self):
        return (lambda: super().who())()
    def m(self):
        return (lambda self: super().who())(Y())
    def who(self): return "X!" + super().who()
    @classmethod
    def make(cls): return "X" + super().make()
    def n(self):
        class Z(B):
            def who(self): return "Z" + super().who()
        return Z().who() + super().who()
    def o(self, x=None):
        yield super().who()
    async def p(self): return super().who()
    @property
    def q(self): return super().who()
    @staticmethod
    def r(a): return super().who()
    def s(self):
        return {k: super().make() for k in "a"}
class Y(X): pass
for n in "ghijklmnos":
    for c in X, Y:
        t(lambda: list(getattr(c(), n)()) if n == "o" else getattr(c(), n)())
t(lambda: X.make()); t(lambda: Y.make()); t(lambda: Y().who()); t(lambda: Y().q); t(lambda: X.r(Y())); t(lambda: X.r(3))
import asyncio
print(asyncio.run(Y().p()))
