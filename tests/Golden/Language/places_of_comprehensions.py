"""Targets of comprehensions beside locals of the same names, comprehensions in decorators, and stores that nothing reads."""

def ratio(sizes, edges):
    flexible = [(index, edge) for index, (size, edge) in enumerate(zip(sizes, edges)) if size is None]
    for index, edge in flexible:
        print(index, edge)
    for edge in edges:
        size, rest = divmod(edge, 2)
        print(size, rest)
    kept = {(a, b): c for (a, (b, c)) in [(1, (2, 3))] if a}
    for a, b in kept:
        c = kept[a, b]
        print(a, b, c)
    lazy = list(index * size for index, (size, edge) in enumerate(zip([4, 5], edges)) for _ in range(2))
    print(lazy, edge)


ratio([None, 2, None], [5, 6, 7])


def tags(top, arch):
    if top > 10:
        for minor in range(2):
            compat = (4, minor)
            yield compat
    else:
        for minor in range(2):
            compat = 4, minor
            kind = "universal"
            yield f"v{minor} {kind}"


def shown(flag):
    if flag:
        x = 1
        y = x
        print(locals())
    else:
        x = 2
        print(sorted(locals()))
        y = 1


def kept(flag):
    if flag:
        x = 1
        return eval("x")
    else:
        x = 3
        return "no"


def cells(flag):
    if flag:
        x = 1
        return lambda: x
    x = 5
    return None


print(list(tags(11, "a")), list(tags(1, "a")))
shown(True)
shown(False)
print(kept(True), kept(False), cells(True)(), cells(False))
for i in range(2):
    last = (i, 1)


def mark(*values):
    def wrap(f):
        f.values = values
        return f
    return wrap


class Meta(type):
    pass


class Tests(metaclass=Meta):
    @mark("alpha", [i / 2 for i in range(3)])
    @mark("beta", {i: j for i in range(2) for j in range(3)}, *(k for k in "ab"))
    def test(self, alpha=[x for x in "ab"]):
        return alpha

    both = [n for n in range(3)]
    kept: list = {n for n in both}

    def inner(self, x=lambda: [y for y in range(2)]) :
        return x()


print(Tests.test.values, Tests().test(), Tests.both, Tests.kept, Tests().inner())


class Plain:
    @mark("alpha", [i / 2 for i in range(3)])
    def test(self, alpha=[x for x in "ab"]):
        return alpha

    def other(self, x, y={k for k in "d"}):
        return x, y


print(Plain().other(1))
print(Plain.test.values, Plain().test())


@mark([i for i in range(3) if i])
class Marked:
    pass


print(Marked.values)


def turn(v1, v2, v3, v4):
    v1, v2, v3 = v1, v3, v4
    v2, v1 = v2, v3
    v4, v4 = v4, v1
    return v1, v2, v3, v4


def unread(g):
    s, t = "x", g
    name = "x {}"
    w, z = 1, (2, 3)
    return t


print(turn(1, 2, 3, 4), unread(3))
