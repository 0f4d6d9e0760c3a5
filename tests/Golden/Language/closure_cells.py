def counter(start):
    n = start
    def bump(by=1):
        nonlocal n
        n += by
        return n
    def peek():
        return n
    return bump, peek
b, p = counter(5)
b(); b()
print(b.__closure__[0].cell_contents, b.__code__.co_freevars, p.__closure__[0].cell_contents)
p.__closure__[0].cell_contents = 40
print(b())
def outer(x, y):
    z = x * 2
    return lambda q: (x, y, z, q)
f = outer(1, "two")
print(f.__code__.co_freevars, [c.cell_contents for c in f.__closure__])
print(counter.__closure__, (lambda: 1).__closure__)
def rec():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact
print(rec().__closure__[0].cell_contents.__name__, rec()(5))
def empty():
    def g():
        return later
    c = g.__closure__[0]
    try:
        c.cell_contents
    except ValueError as e:
        print(e)
    later = 3
    return c.cell_contents
print(empty())
fs = [lambda: i for i in range(3)]
print([f() for f in fs], fs[0].__closure__[0].cell_contents)
def deco(fn):
    def wrapper(*args):
        return fn(*args)
    return wrapper
@deco
def hello(x): return x
print(hello.__closure__[0].cell_contents.__name__)
