"""Which of several parts of a statement raised, where they are alike."""

import traceback
def get(c):
    try:
        c()
    except Exception:
        print(traceback.format_exc().replace(__file__, "carets_of_alike_parts.py"), end="")
def t1():
    def g():
        1/0
    def f():
        return g()
    get(f)
    def g():
        1/0
    def f():
        return g() + 1
    get(f)
    def g(*args):
        1/0
    def f():
        return g(1,
                 2, 4,
                 5)
    get(f)
    def g(*args):
        1/0
    def f():
        return g(1,
                 2, 4,
                 5) + 1
    get(f)
t1()
def t2():
    def f1(a):
        def f2(b):
            raise RuntimeError("fail")
        return f2
    return f1("x")("y")("z")
get(t2)
def t3():
    a = 1
    b = c = ""
    return ( a   )   +b + c
get(t3)
for l in [lambda: 1/0/3, lambda: 1 // 0 // 4, lambda: 1/ 0/3]: get(l)
def t4(a, b, c):
    return a % b + a // c
get(lambda: t4(1, 2, 0))
get(lambda: t4(1, 0, 3))
def t5(total):
    return "Total: " + total + "\n"
get(lambda: t5(3))
def t6(name):
    return "Total: " + name + 5
get(lambda: t6("x"))
def t7(name):
    return 5 * name + name * 2.0
get(lambda: t7("x"))
def f_with_call():
    class C:
        def y(self, a):
            def f(b):
                raise RuntimeError("fail")
            return f
    def g(x):
        return C()
    a = (g(1).y)(
        2
    )(3)(4)
    return a
get(f_with_call)


from dataclasses import dataclass


@dataclass(frozen=True)
class P:
    age: int = 1


class Bad(Exception):
    pass


class Checked:
    def __set__(self, obj, value):
        raise Bad(value)

    def __get__(self, obj, owner):
        raise Bad("get")

    def __delete__(self, obj):
        raise Bad("delete")


class Holder:
    x = Checked()
    pop = list.pop


def f(x, y=0):
    if x < 0:
        raise ValueError(f"bad: {x}")
    return x


def g(n):
    if n == 0:
        raise Bad("deep")
    return g(n - 1) + g(n - 2)


def last(): print(f(1), f(-1))
def first(): print(f(-2), f(3))
def right(): return f(1) + f(2) * f(-5)
def inner(): f(f(-7))
def recursive(): g(3)
def same(d): return d["k"][d["k"]] + d["k"]
def stores(d): d["a"] = d["a"] + 1
def sets(h, names): setattr(h, names.pop(), names.pop())
def gets(h, names): return getattr(h, names.pop())
def deletes(h, names): delattr(h, names.pop())


for case in (last, first, right, inner, recursive, lambda: same({}), lambda: stores({}), lambda: sets(Holder(), [1, "x"]), lambda: gets(Holder(), ["x"]), lambda: deletes(Holder(), ["x"])):
    get(case)


def increment(): P().age += 1


def assign():
    p = P()
    p.age = 5


def delete():
    p = P()
    del p.age


for case in (increment, assign, delete):
    try:
        case()
    except Exception as e:
        # CPython's dataclasses have a frame of text of their own.
        print([(frame.name, frame.colno, frame.end_colno) for frame in traceback.extract_tb(e.__traceback__) if frame.filename != "<string>"], e)


class Visitor:
    def visit(self, n):
        method = getattr(self, "visit_" + type(n).__name__, self.unknown)
        return method(n)

    def unknown(self, n):
        raise Bad(n)

    def visit_list(self, values):
        return " ".join(str(self.visit(v)) for v in values)

    def visit_tuple(self, values):
        return sum(len(self.visit(v)) for v in values) + len([*map(self.visit, values)])


for node in ([1], (2,), [(3,)]):
    get(lambda: Visitor().visit(node))
