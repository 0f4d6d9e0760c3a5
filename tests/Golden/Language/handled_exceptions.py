"""What is being handled: sys.exception(), contexts, bare raise, finally and with."""
import sys, traceback
def f():
    print(repr(sys.exception()))
    try:
        raise KeyError(2)
    except KeyError as e:
        print(repr(e.__context__), sys.exc_info()[0])
        raise IndexError(3)
def g():
    try:
        yield 1
    except ValueError as e:
        print(repr(sys.exception()))
        yield 2
        print(repr(sys.exception()))
    print(repr(sys.exception()))
    yield 3
try:
    raise ValueError(1)
except ValueError:
    try:
        f()
    except IndexError as e:
        c = e
        while c: 
            print(repr(c)); c = c.__context__
    x = g(); next(x)
    x.throw(ValueError(9))
    print(repr(sys.exception()))
    next(x)
    print(repr(sys.exception()))
print(sys.exception())
def again(): raise
try:
    try: raise OSError(1)
    except OSError: again()
except OSError as e: print("again", e)
def fin():
    try:
        raise ValueError("a")
    finally:
        raise KeyError("b")
try: fin()
except KeyError as e: print(repr(e.__context__))
class C:
    def __enter__(self): return self
    def __exit__(self, *a):
        print("exit", repr(sys.exception()), a[0])
        return True
with C(): 1/0
async def foo(): pass
def bar():
    foo()
    print("after")
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    bar()
    print([str(x.message) for x in w])
