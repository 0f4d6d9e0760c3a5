"""Source text that the program runs: every construct, the names around it, code objects."""
print(eval("1+2*3"))
x = 10
exec("x = x + 1\ny = [i*i for i in range(5)]\nprint(x, y)")
print(x)
exec("""
def f(a, b=2, *args, c, d=4, **kw):
    'doc'
    return a, b, args, c, d, kw
print(f(1, c=3), f(1,2,3,c=4,z=5), f.__doc__, f.__name__, f.__code__.co_varnames)
def gen(n):
    for i in range(n):
        r = yield i
        if r: print('got', r)
    return 'done'
g = gen(3)
print(next(g), g.send('hi'), list(g))
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
i = outer(); i(); print(i())
class A:
    x = 1
    def __init__(self, v): self.v = v
    def m(self): return self.v + self.x
class B(A):
    def m(self): return super().m() * 2
    def c(self): return __class__
print(B(4).m(), B(1).c())
try:
    1/0
except ZeroDivisionError as e:
    print('caught', e)
finally:
    print('fin')
with open('/dev/null') as fh: print(fh.read() == '')
match [1, 2, {'a': 3}]:
    case [x1, *rest, {'a': q}] if q == 3: print(x1, rest, q)
print(f'{x1!r:>5} {q=}')
lam = lambda *a, **k: (a, k)
print(lam(1, *[2,3], z=4, **{'w': 5}))
print(sorted({k: v for k, v in zip('abc', range(3))}.items()))
print([y for x in [[1,2],[3]] for y in x], {z for z in 'aab'} == {'a','b'}, list(q for q in (1,2)))
import asyncio
async def co(n):
    await asyncio.sleep(0)
    return n * 2
async def ag():
    for i in range(3):
        yield i
        await asyncio.sleep(0)
async def main():
    print(await co(4), [v async for v in ag()])
    async with asyncio.timeout(5) as t:
        async for q in ag(): print(q, end=' ')
    print()
    print(await asyncio.gather(co(1), co(2)))
asyncio.run(main())
def T[T: int](x: T) -> T: return x
print(T.__type_params__, T.__annotations__)
type X[K] = dict[K, int]
print(X, X.__value__)
def dec(f):
    print('dec', f.__name__)
    return f
@dec
def z(): pass
a = b = c = 5
a, (b, *c) = 1, (2, 3, 4)
print(a, b, c)
del a
try: a
except NameError as e: print(e)
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except* ValueError as eg: print(eg.exceptions)
except* TypeError as eg: print(eg.exceptions)
""")
print(f(1, c=2))
def loc():
    v = 3
    exec("v = 4; w = 5")
    print(v, eval("v + 1"), sorted(locals()))
loc()
c = compile("1 + x", "f.py", "eval")
print(eval(c, {"x": 41}), c.co_names, c.co_consts, c.co_filename, c.co_name)

# Namespaces: globals and locals given, any mapping, the built-ins that they bring.
ns = {}
exec("a = 1\ndef g(): return a\nb = [g() for _ in range(2)]", ns)
print(list(ns), ns["b"], ns["g"].__module__)
separate = {}
exec("a = 1\nb = [a for _ in range(2)]", {}, separate)
print(separate)
print(eval("len(v) + w", {"v": [1, 2]}, {"w": 40}))


class Spy(dict):
    def __missing__(self, key):
        print("asked for", key)
        raise KeyError(key)


exec("y = 1\nz = y + len('ab')", {}, spy := Spy())
print(spy)
try:
    eval("open('x')", {"__builtins__": {}})
except NameError as e:
    print(e)


class Fields:
    exec("p = 1\ndef q(self): return self.p")
    r = eval("p + 1")


print(Fields().q(), Fields.r)


def counter():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return eval("total * 10")

    return add


add = counter()
print(add(1), add(2))
functions = [eval(f"lambda x: x + {i}") for i in range(3)]
print([f(10) for f in functions], functions[0].__name__)
single = compile("1 + 1; 'shown'", "<stdin>", "single")
exec(single)
inner = next(k for k in compile("def f(a, /, b, *c, d=1, **e):\n 'doc'\n x = 2\n return lambda: x", "m", "exec").co_consts if hasattr(k, "co_name"))
print(inner.co_name, inner.co_varnames, inner.co_cellvars, inner.co_argcount, inner.co_posonlyargcount, inner.co_kwonlyargcount)
print([f() for f in map(eval, ["lambda: 1", "lambda: 2"])])
run = exec
run("made = 7")
print(made)
for t in ("os.system", "a.b.c(d, e.f)", "x.y(z)[w.v]", "f(g.h).i"):
    print(compile(t, "s", "eval").co_names)
c = compile("a.b = c.d\nimport q.r\nx.m(1, (lambda: 2), k=y.z)", "s", "exec")
print(c.co_names)
