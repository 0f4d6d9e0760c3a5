"""A property is read once where its value is used twice: in or, and, chains of comparisons and subscripts."""
class A:
    def __init__(self) -> None:
        self.n = 0
    @property
    def text(self) -> str | None:
        self.n += 1
        return "x" * (self.n % 3)
    @property
    def plain(self) -> str:
        self.n += 1
        return "y" * (self.n % 3)
    def f(self) -> str:
        return self.text or "none"
    def g(self) -> str:
        return self.plain or "none"
    def h(self) -> str:
        return self.plain and "some"
a = A()
print([a.f() for _ in range(4)], a.n, [a.g() for _ in range(4)], a.n, [a.h() for _ in range(4)], a.n, a.text or "z", a.n)
class B:
    def __init__(self) -> None:
        self.n = 0
    @property
    def k(self) -> int:
        self.n += 1
        return self.n
    def chain(self) -> bool:
        return 0 < self.k < 2
    def chain2(self) -> bool:
        return self.k < self.k < self.k
    def inn(self) -> bool:
        return self.k in (1, 2, 3)
    def aug(self, xs: list[int]) -> None:
        xs[self.k] += self.k
a = B()
xs: list[int] = [0] * 12
print(a.chain(), a.n, a.chain2(), a.n, a.inn(), a.n); a.aug(xs); print(xs, a.n)
