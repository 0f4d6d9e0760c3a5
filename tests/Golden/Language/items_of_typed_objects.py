import asyncio


class Grid:
    def __init__(self, w):
        self.w = w
        self.cells = [0] * (w * w)

    def __getitem__(self, at):
        x, y = at
        return self.cells[y * self.w + x]

    def __setitem__(self, at, value):
        x, y = at
        self.cells[y * self.w + x] = value


class Row:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]


class Holder:
    def __init__(self):
        self.row = Row([1, 2, 3])

    @property
    def first(self):
        return Row("abc")


g = Grid(3)
g[1, 2] = 5
g[0, 0] += 2
print(g[1, 2], g[0, 0])
r = Row([7, 8, 9])
print([x for x in r], r[0], 8 in r, list(r), r[1:])
a, b, c = r
print(a, b, c)
h = Holder()
print(h.row[0], h.first["x" and 1])


def pick(o):
    return o.row[1], o.first[2]


print(pick(h), pick(*[h]))


async def rows():
    return Row([4, 5])


async def nums():
    return [1, 2]


async def main():
    r, n = await asyncio.gather(rows(), nums())
    print(r[0], r[-1], r[0:1])
    n.append("x")
    print(n)


asyncio.run(main())
print("%s" % g.cells[0], "{0[1]}".format(Row("xy")))
try:
    print("%(a)s" % Row({"a": 3}))
except Exception as e:
    print(type(e).__name__, e)
x = None
for v in [3, 1, 2]:
    if x is None or v < x:
        x = v
print(x + 1)
best = None
total = None
for v in (2, 3):
    total = v if total is None else total + v
print(total, best)
try:
    print(best + 1)
except TypeError as e:
    print(e)
try:
    best.foo
except AttributeError as e:
    print(e)
