"""Exceptions with several built-in bases, and groups that are no Exception."""
class Both(KeyError, ValueError):
    pass
class Multi(ValueError, AttributeError):
    def __init__(self, a):
        super().__init__(a)
        self.a = a
class OsKey(OSError, KeyError):
    pass
for cls in (KeyError, ValueError, LookupError, Exception):
    try:
        raise Both("b")
    except cls as e:
        print(cls.__name__, repr(e), str(e))
try:
    raise Both("q")
except ValueError as e:
    print("value", e.args)
try:
    raise Both("q")
except KeyError as e:
    print("key", e.args)
try:
    raise Both("q")
except (ZeroDivisionError, ValueError) as e:
    print("tuple", e.args)
try:
    try:
        raise Multi(7)
    except TypeError:
        print("no")
    except AttributeError as e:
        print("attr", e.a)
except Exception as e:
    print("outer", e)
try:
    raise OsKey(2, "gone")
except KeyError as e:
    print("oskey", e.errno if hasattr(e, "errno") else None, e)
print(isinstance(Both("x"), ValueError), issubclass(Both, KeyError), Both.__mro__)
try:
    raise BaseExceptionGroup("bg", [KeyboardInterrupt(), ValueError(1)])
except Exception as e:
    print("exception", e)
except BaseExceptionGroup as e:
    print("base group", e)
try:
    raise ExceptionGroup("eg", [ValueError(1)])
except Exception as e:
    print("exception", e)
try:
    raise BaseExceptionGroup("bg2", [TypeError(1)])
except Exception as e:
    print("exception", type(e).__name__, e)
class MyGroup(BaseExceptionGroup):
    pass
try:
    raise MyGroup("mg", [SystemExit(1)])
except Exception as e:
    print("exception", e)
except BaseException as e:
    print("base", type(e).__name__)
class MyEG(ExceptionGroup):
    pass
try:
    raise MyEG("mg", [ValueError(1)])
except Exception as e:
    print("exception", e)
try:
    raise MyEG("mg", [ValueError(1)])
except BaseExceptionGroup as e:
    print("beg", e)
class A(Exception):
    pass
class B(ValueError):
    def __init__(self, n):
        super().__init__(f"b{n}")
        self.n = n
class C(A, B):
    pass
try:
    raise C(3)
except B as e:
    print("B", e, e.n)
try:
    raise C(4)
except ValueError as e:
    print("ValueError", e, e.n)
try:
    raise C(5)
except A as e:
    print("A", e)
try:
    raise B(5)
except ValueError as e:
    print("VE", e, e.n)
import decimal
try:
    decimal.Decimal(1) / decimal.Decimal(0)
except ZeroDivisionError as e:
    print("zero", type(e).__name__)
import io
try:
    io.BytesIO(b"").fileno()
except ValueError as e:
    print("value", type(e).__name__)
except OSError as e:
    print("os", type(e).__name__)
def f():
    try:
        raise C(6)
    except ValueError as e:
        err = e
    return err
print(repr(f()))
