"""C# names that two Python names would make, cells named as what sets them, a nonlocal name that nothing uses."""

GOING = 1001


class Server:
    def close(self, wait=True, code=GOING + 0, reason=""):
        return self._close(wait, code, reason)

    def _close(self, wait=True, code=GOING + 1, reason=""):
        return code, reason


def zipped(left):
    index = 0
    other = 1

    def on_next(right):
        nonlocal index, other
        other += right
        return left, right, other

    print(len(on_next.__closure__) > 1)
    return on_next


print(Server().close(), Server()._close(reason="x"))
print(zipped(1)(2))


def hamiltonian(g, v):
    f = lambda u: v not in g[u]
    return f


h = hamiltonian({1: [2]}, 2)
for c in h.__closure__:
    print(c.cell_contents)
h.__closure__[1].cell_contents = 3
print(h(1))
