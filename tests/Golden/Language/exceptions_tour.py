import contextlib
class AppError(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
class NotFound(AppError):
    def __init__(self, what):
        super().__init__(404, f"{what} not found")
        self.what = what
    def __str__(self):
        return f"NotFound<{self.what}>"
ERRS = (KeyError, IndexError)
def get_errs(): return ValueError
def risky(n):
    if n == 0: raise NotFound("page")
    if n == 1: raise AppError(500, "boom")
    if n == 2: return {}["k"]
    if n == 3: return [][1]
    if n == 4: raise ValueError("bad", n)
    if n == 5: return 1 / 0
    if n == 6: return int("abc")
    if n == 7: return "a" + 1
    if n == 8: return None.x
    if n == 9: raise TypeError
    return n
for n in range(11):
    try:
        v = risky(n)
    except NotFound as e:
        print("nf", e, e.code, e.args)
    except AppError as e:
        print("app", e, e.code)
    except ERRS as e:
        print("errs", type(e).__name__, e)
    except get_errs() as e:
        print("dyn", e, e.args)
    except (ZeroDivisionError, *ERRS):
        print("zd")
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("ok", v)
    finally:
        print("-", n)
def chain():
    try:
        try:
            raise KeyError("inner")
        except KeyError as e:
            raise ValueError("outer") from e
    except ValueError as e:
        return repr(e.__cause__), repr(e.__context__), e.__suppress_context__
print(chain())
def ctx():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise RuntimeError("second")
    except RuntimeError as e:
        return repr(e.__context__)
print(ctx())
def reraise():
    try:
        try:
            raise ValueError("v")
        except ValueError:
            print("log")
            raise
    except ValueError as e:
        return str(e)
print(reraise())
@contextlib.contextmanager
def tag(name):
    print("<" + name)
    try:
        yield name.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        print(">" + name)
with tag("a") as t, tag("b"):
    print(t)
    raise ValueError("inside")
with contextlib.suppress(KeyError):
    {}["x"]
class CM:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb):
        print("exit", t and t.__name__, v)
        return t is ValueError
with CM() as cm:
    raise ValueError("s")
try:
    with CM():
        raise KeyError("k")
except KeyError as e:
    print("got", e)
def f():
    with CM():
        return "ret"
print(f())
def loop():
    for i in range(5):
        with CM():
            if i == 1: continue
            if i == 2: break
    return i
print(loop())
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
except* ValueError as eg:
    print("ve", eg.exceptions)
except* (TypeError, KeyError) as eg:
    print("te", [repr(x) for x in eg.exceptions])
try:
    assert 1 == 2, "math"
except AssertionError as e:
    print("assert", e)
e = 5
try:
    raise OSError(2, "No such file")
except OSError as e:
    print(e, e.errno)
try:
    print(e)
except NameError as ne:
    print(ne)
def nested(n):
    try:
        if n > 0:
            return nested(n - 1)
        raise RuntimeError("deep")
    finally:
        print("unwind", n)
try:
    nested(2)
except RuntimeError as ex:
    ex.add_note("a note")
    print(ex, ex.__notes__)
