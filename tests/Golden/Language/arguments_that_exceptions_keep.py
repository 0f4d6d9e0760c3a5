class A(Exception):
    def __init__(self, code, extra=None):
        self.code = code
        self.extra = extra
        super().__init__(f"code {code}")


class B(A):
    def __init__(self, x, y=2):
        self.x = x
        super().__init__(x * 2)


class C(Exception):
    def __init__(self, a, b=1):
        self.a = a


class D(C):
    def __init__(self, q, r=5):
        self.q = q


class E(C):
    def __init__(self, q, r=5):
        self.q = q
        super().__init__(q)


class F(Exception):
    def __init__(self, n, flag=False):
        if n > 1:
            super().__init__("big", n)
        self.n = n


for e in (A(1), A(1, extra=3), B(4), B(4, 5), C(1), C(1, 2), C(1, b=3), D(7), D(7, r=1), E(3), E(3, 4), F(1), F(2), F(1, flag=True), F(1, True)):
    print(type(e).__name__, e.args, str(e), repr(e))
raise D("x")
