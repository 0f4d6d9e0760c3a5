"""Source text that is no Python, or fails: exceptions, their places, tracebacks."""
import traceback

for mode, text in [
    ("exec", "x = = 1"), ("exec", "if 1:\nx"), ("exec", "return 1"), ("exec", "def f(x):\n global x"), ("exec", "a b\n"), ("exec", "print 1"),
    ("exec", "nonlocal x"), ("exec", "break"), ("exec", "f(a=1, 2)"), ("exec", "(1, 2) += 3"), ("exec", "'abc"), ("exec", "x = ("),
    ("eval", "x = 1"), ("eval", ""), ("eval", "1\n2"), ("eval", "import x"), ("eval", "x; y"), ("eval", "1 +"), ("eval", "*a"),
    ("eval", "(yield)"), ("single", "1\n2"),
]:
    try:
        compile(text, "<string>", mode)
    except SyntaxError as e:
        print(mode, repr(text), type(e).__name__, e.args, e.lineno, e.offset)

for call in (
    lambda: compile("x", "f", "bad"), lambda: compile(1, "f", "exec"), lambda: eval(1), lambda: exec(1), lambda: exec("x", 1),
    lambda: exec("x", {}, 1), lambda: eval("x", 1), lambda: eval("x", {}, 1), lambda: exec("x\0"), lambda: eval("undefined_name"),
):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)


def converted(f):
    return f(0)


source = """
def divide(a, b):
    return a / b

def outer(n):
    try:
        return [divide(n, i) for i in (1, 0)]
    finally:
        print("left")

def through(n):
    return converted(lambda z: outer(n))

class Failing:
    value = divide(1, 2)
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("exit")
"""
exec(source)


def show(text):
    try:
        exec(text)
    except Exception:
        print("".join(line for line in traceback.format_exc().splitlines(True) if 'source_text_errors' not in line and not line.lstrip("|").startswith("    ") and not line.startswith("  |     ")))


show("outer(1)")
show("through(2)")
show("with Failing():\n    divide(1, 0)")
show("try:\n    int('x')\nexcept ValueError as e:\n    raise RuntimeError('again') from e")
show("def gen():\n    yield 1\n    raise ValueError('in generator')\nprint(next(g := gen()))\nnext(g)")
show("def deep(n):\n    return deep(n + 1)\ntry:\n    deep(0)\nexcept RecursionError as e:\n    print(e)")
show("raise ExceptionGroup('several', [ValueError(1), TypeError(2)])")
show("x: int = 'a'\nassert x == 'b', 'different'")
