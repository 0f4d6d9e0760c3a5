import shapes
for k in (shapes.Robot,):
    k.battery = 9
print(shapes.Robot().battery, shapes.Robot().use(), shapes.Robot.battery)
class R:
    n = 1
    def use(self): self.n += 1; return self.n
    def all(self):
        k = self.__class__
        k.n = 40
class S:
    n = 1
    seen = []
    def use(self): self.n += 1; return self.n
    @classmethod
    def reg(cls): S.seen.append(cls)
class T(S): pass
R().all(); print(R().use(), R.n)
S.reg(); T.reg()
for k in S.seen: k.n = 7
print(S().use(), T().use(), S.n)
from abc import ABC, abstractmethod
class Expr(ABC):
    @abstractmethod
    def show(self): ...
class Lit(Expr):
    __match_args__ = ("v",)
    def __init__(self, v): self.v = v
    def show(self): return str(self.v)
class Bin(Expr):
    __match_args__ = ("op", "l", "r")
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r
    def show(self): return f"({self.l.show()} {self.op} {self.r.show()})"
class Var(Expr):
    __match_args__ = ("name",)
    def __init__(self, name): self.name = name
    def show(self): return self.name
def simplify(e):
    match e:
        case Bin("+", Lit(0), x) | Bin("+", x, Lit(0)): return simplify(x)
        case Bin("*", Lit(0), _) | Bin("*", _, Lit(0)): return Lit(0)
        case Bin("*", Lit(1), x) | Bin("*", x, Lit(1)): return simplify(x)
        case Bin(op, Lit(a), Lit(b)) if op in "+*": return Lit(a + b if op == "+" else a * b)
        case Bin(op, l, r):
            n = Bin(op, simplify(l), simplify(r))
            return n if (n.l, n.r) == (l, r) else simplify(n)
        case Lit() | Var(): return e
def free(e: Expr) -> set[str]:
    match e:
        case Var(name): return {name}
        case Bin(l=l, r=r): return free(l) | free(r)
        case _: return set()
e = Bin("+", Bin("*", Var("x"), Lit(1)), Bin("+", Lit(0), Bin("*", Lit(3), Lit(4))))
print(e.show(), "->", simplify(e).show(), sorted(free(e)), simplify(7))
class P:
    __slots__ = ("a",)
    __match_args__ = ("a", "b")
try:
    match P():
        case P(1, 2): print("no")
        case P(a=q): print("no", q)
        case _: print("fell")
    match Lit(3):
        case Lit(1, 2): print("no")
except TypeError as x: print(x)
