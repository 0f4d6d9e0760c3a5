"""Reading a variable of an outer function before it has a value, and after del."""
def outer():
    def inner():
        return x + 1
    try:
        print(inner())
    except NameError as e:
        print(type(e).__name__, e)
    x = 5
    print(inner())
outer()
def outer2():
    def show():
        print("v", v)
    for i in range(0):
        v = i
    try:
        show()
    except NameError as e:
        print(e, e.name)
    f = lambda: w * 2
    try:
        f()
    except NameError as e:
        print(e)
    w = 3.5
    print(f())
outer2()
def outer3():
    n = 1
    def kill():
        nonlocal n
        del n
    kill()
    try:
        print(n)
    except NameError as e:
        print(type(e).__name__, e)
    try:
        kill()
    except NameError as e:
        print(type(e).__name__, e)
    n = 3
    print(n)
outer3()
def outer4():
    def inner():
        nonlocal c
        c += 1
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    c = 1
    inner()
    print(c)
outer4()
def outer5(flag):
    def g(): return [s for _ in range(2)]
    if flag:
        s = "yes"
    print([s for q in range(1)] if flag else "no")
    try:
        print(g())
    except NameError as e:
        print(e)
outer5(True)
outer5(False)
def outer6():
    def a():
        return b() + 1
    def b():
        return k
    try:
        a()
    except NameError as e: print(e)
    k = 10
    print(a())
outer6()
def outer7():
    class C:
        def m(self): return late
    try:
        C().m()
    except NameError as e: print(e)
    late = [1]
    print(C().m())
outer7()
def outer8():
    try:
        helper()
    except UnboundLocalError as e: print(e)
    def user(): return helper2()
    try: user()
    except NameError as e: print(type(e), e)
    def helper(): return 1
    def helper2(): return 2
    print(user(), helper())
outer8()
def deleted():
    x = 1
    y = [1]
    def g():
        nonlocal x, y
        del x
        print("in g", y)
        del y
        try:
            print(x)
        except NameError as e:
            print(type(e).__name__, e)
    g()
    try:
        print(f"{x}")
    except NameError as e:
        print(type(e).__name__, e)
    try:
        print(y)
    except NameError as e:
        print(type(e).__name__, e)
    try:
        y.append(2)
    except NameError as e:
        print(type(e).__name__, e)
    print(sorted(locals()))
    x = "again"
    print(x, sorted(locals()))
deleted()
def counter():
    n = 0
    def bump():
        nonlocal n
        n += 1
        return n
    def drop():
        nonlocal n
        del n
    return bump, drop
b, d = counter()
print(b(), b())
d()
try:
    b()
except NameError as e:
    print(type(e).__name__, e)
try:
    d()
except NameError as e:
    print(type(e).__name__, e)
def param(a):
    def k():
        nonlocal a
        del a
    k()
    try:
        return a
    except NameError as e:
        return str(e)
print(param(3))
