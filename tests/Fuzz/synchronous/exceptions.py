"""`try` with all of its clauses, `with`, exception classes and groups."""

from .functions import Function


def attempt(w, deep):
    """A `try` with any of its clauses, and ways out of each."""
    e, b = w.expressions, w.bodies
    own = [c.name for c in w.classes if c.error]
    kinds = ["ValueError", "KeyError", "(IndexError, ZeroDivisionError)", "Exception", "LookupError", "TypeError", "(ValueError, ArithmeticError)", "RuntimeError", *own, *own]

    def part(way, likelihood=0.25):
        with w.inner({}):
            b.body(2, deep - 1)
            if w.chance(likelihood):
                b.leave()

    with w.block("try"):
        part("try", 0.3)
        if w.chance(0.25):
            raising(w)
    handled = w.chance(0.85)
    if handled:
        groups = w.chance(0.08)
        before, kept = b.loops, b.result
        if groups:
            b.loops, b.result = 0, False
        for _ in range(w.random.randint(1, 3)):
            kind = w.random.choice(kinds)
            name = w.pick("error", "exc", "e")
            with w.block(f"except{'*' if groups else ''} {kind}{w.pick(f' as {name}', f' as {name}', '')}" if kind else "except"):
                text = w.lines[-1]
                bound = " as " in text
                w.line(f"print('caught', show({name}))" if bound else "print('caught')")
                way = w.random.randint(0, 9)
                if way == 0:
                    w.line("raise")
                elif way == 1 and bound:
                    w.line(f"raise {w.pick('RuntimeError', 'ValueError', 'KeyError')}({e.free('str', 1)}) from {w.pick(name, name, 'None')}")
                elif way == 2:
                    raising(w)
                else:
                    part("except", 0.0 if groups else 0.25)
        b.loops, b.result = before, kept
        if w.chance(0.3):
            with w.block("else"):
                part("else")
    if not handled or w.chance(0.35):
        with w.block("finally"):
            part("finally", 0.1)


def raising(w):
    e = w.expressions
    own = [c for c in w.classes if c.error]
    if own and w.chance(0.6):
        w.line(f"raise {w.random.choice(own).make(e)}")
    elif w.chance(0.15):
        w.line(f"raise ExceptionGroup({e.literal('str')}, [ValueError({e.free('int', 1)}), KeyError({e.free('str', 1)})])")
    else:
        w.line(e.fill(w.pick("int('x' + @s)", "[][@i]", "{}[@s]", "@i // 0", "None.missing", "raise ValueError(@i, @s)", "raise RuntimeError", "raise KeyError(@t)",
                             "next(iter(()))", "(1).missing", "'a' + 1", "len(5)", "undefined_name", "a, b = @I[:3]", "print(1 / 0)", "{}['k'] += 1",
                             "assert not @D, 'table'", "raise LookupError(f'{@i} of {@s}')", "[1, 2].remove(@i)", "@s.index('zz')", "object().x", "{[]: 1}"), 1))


MANAGER = '''
class {name}:
    def __init__(self, {label}, {quiet}):
        self.label = label
        self.quiet = quiet

    def __enter__(self){enter}:
        print('enter', self.label)
        return {value}

    def __exit__(self, kind{any}, error{any}, trace{any}){leave}:
        print('exit', self.label, kind.__name__ if kind else None, error)
        return {answer}
'''
SHORT = '''
@contextlib.contextmanager
def {name}({label}, {quiet}){enter}:
    print('enter', label)
    try:
        yield {value}
    except ValueError as error:
        print('inside', label, show(error))
        if not quiet:
            raise
    finally:
        print('leave', label)
'''


def managers(w):
    """Context managers for the statements that follow."""
    name = w.fresh("class")
    typed = w.typed
    parts = dict(label=w.annotated("label", "str"), quiet=w.annotated("quiet", "bool"), any=": Any" if typed else "")
    if w.chance(0.5):
        w.raw(MANAGER.format(name=name, enter=" -> str" if typed else "", value="self.label", leave=" -> bool" if typed else "",
                             answer=w.pick("self.quiet", "self.quiet and kind is not None and issubclass(kind, LookupError)", "False"), **parts))
    else:
        name = name.lower()
        w.raw(SHORT.format(name=name, enter=" -> Iterator[str]" if typed else "", value="label", **parts))
    w.managers.append(name)


def manage(w, deep):
    """A `with` of one or two managers."""
    e, b = w.expressions, w.bodies
    if not w.managers:
        return b.assign()
    s = w.fresh("str")
    items = [f"{w.random.choice(w.managers)}({e.free('str', 0)}, {w.pick('True', 'False')})" for _ in range(w.pick(1, 1, 2))]
    items[0] += f" as {s}"
    if w.chance(0.15):
        items.append(f"contextlib.suppress({w.pick('KeyError', 'Exception', 'ValueError, IndexError')})")
    with w.block("with " + ", ".join(items)), w.inner({s: "str"}):
        b.body(3, deep - 1)
        if w.chance(0.2):
            raising(w)
        elif w.chance(0.25):
            b.leave()


def shapes(w):
    """A function whose ways out of loops and `try` are what it is about."""
    e, b = w.expressions, w.bodies
    name, result = w.fresh("function"), w.type()
    with w.function():
        with w.block(f"def {name}({w.annotated('n', 'int')}){w.returns(result)}"):
            w.scope["n"] = "int"
            w.line("trace = []" if not w.typed else "trace: list[int] = []")
            w.bind("trace", "list[int]")
            w.line("turn = -1")
            w.frozen.add("turn")
            with w.block(w.pick("for turn in range(3)", "for turn in [1, n, 2]", "while (turn := turn + 1) < 3")):
                w.line("trace.append(n)")
                with w.inner({"turn": "int"}), w.repeated(3):
                    b.loops, before, b.result = 1, b.result, result
                    attempt(w, 2)
                    if w.chance(0.5):
                        attempt(w, 1)
                    b.loops, b.result = 0, before
            if w.chance(0.5):
                with w.block("else"):
                    w.line("print('no break', trace)")
            b.result, before = result, b.result
            attempt(w, 1)
            b.result = before
            w.line(f"return {e.free(result)}")
        cost = w.cost
    w.functions.append(Function(name, result, [("n", "int")], cost=cost))
    with w.block(f"for number in {w.pick('(0, 1, 5)', 'range(-1, 3)', '[2]')}"):
        with w.block("try"):
            w.line(f"print({name!r}, {name}(number))")
        with w.block("except Exception as error"):
            w.line("print('error', show(error))")


def groups(w):
    """Exception groups, `except*`, `split` and notes."""
    e, b = w.expressions, w.bodies
    own = [c for c in w.classes if c.error]
    name = w.fresh("function")

    def one(deep=1):
        if deep and w.chance(0.3):
            return f"ExceptionGroup({e.literal('str')}, [{', '.join(one(deep - 1) for _ in range(w.random.randint(1, 3)))}])"
        if own and w.chance(0.4):
            return w.random.choice(own).make(e)
        return f"{w.pick('ValueError', 'KeyError', 'TypeError', 'OSError', 'ZeroDivisionError')}({e.free(w.pick('int', 'str'), 1)})"

    with w.function(), w.block(f"def {name}(){w.returns('str')}"):
        with w.block("try"):
            w.line(w.pick(f"raise ExceptionGroup({e.literal('str')}, [{', '.join(one() for _ in range(w.random.randint(1, 4)))}])", f"raise {one(0)}"))
        for kind in w.random.sample(["ValueError", "(KeyError, TypeError)", "LookupError", "OSError", *[c.name for c in own]], w.random.randint(1, 3)):
            with w.block(f"except* {kind} as group"):
                w.line("print('group', show(group))")
                w.line(w.pick("print(len(group.exceptions))", "raise", "raise RuntimeError('new') from group", "raise KeyError('other')", "print(group.message, group)",
                              "print(group.split(ValueError))", "print(group.subgroup(lambda each: bool(each.args)))"))
        if w.chance(0.3):
            with w.block("else"):
                w.line("print('else')")
        if w.chance(0.3):
            with w.block("finally"):
                w.line("print('finally')")
        w.line("return 'done'")
    with w.block("try"):
        w.line(f"print({name}())")
    with w.block("except BaseException as error"):
        w.line("print('error', show(error))")
        w.line(w.pick("error.add_note('a note')\nprint(error.__notes__)".split("\n")[0], "print(repr(error), isinstance(error, ExceptionGroup))"))
