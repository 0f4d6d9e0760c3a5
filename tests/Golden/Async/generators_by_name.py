"""A generator that is sent something through a name that only the run knows."""
def acc():
    total = 0
    while True:
        x = yield total
        print(repr(x))
        total += 1
def f():
    g = acc()
    next(g)
    print(g.send(1))
    print(locals()["g"].send("text"))
f()
