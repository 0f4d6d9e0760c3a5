"""What a test of truth tells of objects and tuples that may be None."""
class A:
    def __init__(self, n: int):
        self.n = n
class B(A):
    def __bool__(self):
        return self.n > 0
def pick(k: int) -> A | None:
    if k == 0:
        return None
    return B(0) if k == 1 else A(k)
def pair(k: int) -> tuple[int, str] | None:
    return None if k == 0 else (k, "x")
for k in range(3):
    a = pick(k)
    if a:
        print("true", a.n)
    else:
        print("false", a is None)
    p = pair(k)
    if p:
        print(p[0], p)
    q = pair(k)
    while q and q[0] > 1:
        q = pair(q[0] - 1)
    print(q)
