"""A value goes straight to the last of the generators that delegate to one another."""
import sys
def leaf(n):
    got = yield f"leaf {n}"
    try:
        got = yield f"got {got}"
    except KeyError as e:
        yield f"caught {e!r}"
    return n * 10

def mid(n):
    a = yield from leaf(n)
    b = yield from leaf(n + 1)
    return a + b

def top():
    total = yield from mid(1)
    yield total
    try:
        yield from mid(5)
    except ValueError as e:
        yield f"top caught {e} during {sys.exception()!r}"
    return "done"

g = top()
print(next(g), g.send("x"), g.send("y"), g.send("z"), g.gi_yieldfrom.__name__)
print(g.throw(KeyError("k")), next(g), next(g), next(g))
print(g.throw(ValueError("v")))
try: next(g)
except StopIteration as s: print(s.value)

def failing():
    yield 1
    raise ZeroDivisionError("deep")
def through(): yield from failing()
def outer(): yield from through()
try:
    list(outer())
except ZeroDivisionError:
    print(repr(sys.exception()))

def self_step():
    yield 1
    try: next(me_mid)
    except ValueError as e: yield str(e)
    yield 3
def mid2(): yield from self_step()
me_mid = mid2()
def top2(): yield from me_mid
t = top2()
print(next(t), next(t), next(t), list(t))

# a link stepped from elsewhere
def count(n):
    for i in range(n): yield i
def a(c): yield from c
def b(c): yield from a(c)
c = count(6)
inner = a(c)
o = b(c)
print(next(o), next(c), next(o), next(c), list(o), list(c))
m = a(count(5)); o1 = a(m); o2 = a(m)
print(next(o1), next(o2), next(o1), next(m), next(o2), list(o1), list(o2))

def in_handler():
    try: raise KeyError("outer")
    except KeyError:
        yield from ask()
def ask():
    yield repr(sys.exception())
    yield repr(sys.exception())
    try: raise ValueError("x")
    except ValueError as e: yield repr(e.__context__)
def wrap(): yield from in_handler()
print(list(wrap()), sys.exception())
def closing(name):
    try:
        yield name + "1"
        yield name + "2"
    finally: print("closing", name)
def nested():
    try: yield from closing("in")
    finally: print("closing outer")
def nested2(): yield from nested()
n = nested2(); print(next(n), next(n)); n.close()
def rec(k):
    yield k
    if k: yield from rec(k - 1)
    yield -k
print(list(rec(5)), sum(1 for _ in rec(300)))
