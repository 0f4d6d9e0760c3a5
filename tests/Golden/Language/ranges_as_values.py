"""A range that a program keeps: in variables, attributes, parameters and lists."""

def total(r):
    s = 0
    for i in r:
        s += i
    return s

def main(n):
    r = range(n)
    print(len(r), r[2], r[-1], r[1:3], 3 in r, total(r), list(r), sum(r), max(r))
    for a, b in zip(r, range(10, 20, 2)):
        print(a, b)
    if r:
        print("yes", r.start, r.stop, r.step, r == range(5), r is r, isinstance(r, range), r.index(3), r.count(9))
    for i, x in enumerate(r):
        print(i, x)
    q = range(0)
    while q:
        q = q[1:]
    print([x * 2 for x in r], {x for x in r}, sorted(r, reverse=True), list(reversed(r)))
    try:
        r[10]
    except IndexError as e:
        print(e)
    try:
        range(1, 2, 0)
    except ValueError as e:
        print(e)
    big = range(10**30)
    print(big[10**29], hash(range(3)) == hash(range(0, 3)), f"{r}", str(r), repr(r))
    rr = [range(2), range(3)]
    for k in rr:
        for j in k:
            print(j, end=" ")
    print()
    d = {range(3): "a"}
    print(d[range(3)], d)
    m = iter(r)
    print(next(m), next(m))
    a, b, *c = r
    print(a, b, c)
    print(*r)
    o = r if n > 3 else None
    print(o)
    for z in o or []:
        print(z)
    match r:
        case range(start=s):
            print("match", s)
    print(r < r if False else "no")
    try:
        r < r
    except TypeError as e:
        print(e)
    try:
        r + r
    except TypeError as e:
        print(e)
    try:
        r[0] = 3
    except TypeError as e:
        print(e)
    try:
        range("a")
    except TypeError as e:
        print(e)
    ids = range(int(n * 0.5))
    for i in ids:
        print(i)
    print(any(r), all(r), min(r), r[::-1], r[True], random_choice(r))

def random_choice(r):
    return r[len(r) // 2]

main(5)

def kinds(r):
    return r[:], r[:] is r, r[1:], r[::2], r[-2:], r[:-1], r[None:2]

print(*kinds(range(10)))

def f(x: range | None = None):
    if x is None:
        x = range(3)
    return sum(x)

print(f(), f(range(4)))
try:
    print(f([1, 2]))
except TypeError as e:
    print(e)

class Holder:
    def __init__(self, n):
        self.rows = range(n)
        self.cols = range(n)

    def cells(self):
        for r in self.rows:
            for c in self.cols:
                yield r, c

    def inside(self, r, c):
        return r in self.rows and c in self.cols

h = Holder(3)
print(list(h.cells()), h.inside(1, 2), h.inside(3, 0), h.rows == h.cols, len(h.rows))
h.rows = [1, 2]
print(list(h.cells()))
