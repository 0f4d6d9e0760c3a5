"""Random `match` statements."""


def match(w, deep):
    e, b = w.expressions, w.bodies
    form = w.random.randint(0, 5)
    subject, cases = [numbers, texts, sequences, mappings, objects, mixed][form](w, e)
    w.random.shuffle(cases)
    with w.block(f"match {subject}"):
        for pattern, names in cases[:w.random.randint(2, 5)]:
            guard = f" if {e.free('bool', 1)}" if w.chance(0.25) else ""
            with w.inner(names):
                with w.block(f"case {pattern}{guard}"):
                    w.line(f"print({', '.join([repr(pattern), *names])})")
                    if w.chance(0.5):
                        b.body(2, deep)
        if w.chance(0.7):
            with w.block("case _"), w.inner({}):
                b.body(2, 0)


def numbers(w, e):
    n = w.fresh("int")
    return e.free("int"), [("0", {}), ("1 | 2 | 3", {}), ("-1", {}), (f"int() as {n}", {n: "int"}), ("None", {}), ("True", {}), ("3.0", {}), (f"(4 | 5) as {n}", {n: "int"}),
                           (f"int({n})", {n: "int"}), ("10 | 42", {})]


def texts(w, e):
    s = w.fresh("str")
    return e.free("str"), [("'a' | 'b'", {}), ("''", {}), (f"str({s})", {s: "str"}), ("'hello world'", {}), (f"'bob' | 'key' as {s}", {s: "str"}), ("int() | float()", {})]


def sequences(w, e):
    a, c, d = w.fresh("int"), w.fresh("list[int]"), w.fresh("int")
    return e.free("list[int]"), [("[]", {}), (f"[{a}]", {a: "int"}), (f"[{a}, {d}]", {a: "int", d: "int"}), (f"[{a}, *{c}]", {a: "int", c: "list[int]"}), (f"[*_, {a}]", {a: "int"}),
                                 (f"[1 | 5, *{c}]", {c: "list[int]"}), (f"[{a}, *{c}, {d}]", {a: "int", c: "list[int]", d: "int"}), ("[_, _, _]", {}),
                                 (f"[int({a}), *_]", {a: "int"}), ("(0, *_)", {}), ("[[], *_]", {})]


def mappings(w, e):
    a, r = w.fresh("int"), w.fresh("dict[str, int]")
    return e.free("dict[str, int]"), [("{}", {}), (f"{{'a': {a}}}", {a: "int"}), (f"{{'key': {a}, **{r}}}", {a: "int", r: "dict[str, int]"}), (f"{{'bob': int({a})}}", {a: "int"}),
                                      ("{'a': 1 | 2}", {}), ("{'a': 1, 'b': _}", {}), (f"{{'a': _, **{r}}}", {r: "dict[str, int]"})]


def objects(w, e):
    """Class patterns over the program's classes."""
    known = [c for c in w.classes if c.fields]
    if not known:
        return mixed(w, e)
    subject = w.random.choice(known)
    cases = [(f"{subject.name}()", {}), ("object()", {}), ("None", {})]
    for c in known:
        for name, type in list(c.fields.items())[:2]:
            cases.append((f"{c.name}({name}={e.literal(type)})", {}) if type in ("int", "str") and w.chance(0.4) and "**" not in (text := e.literal(type)) else (f"{c.name}()", {}))
            bound = w.fresh(type)
            cases.append((f"{c.name}({name}={bound})", {bound: type}))
            if c.positional:
                bound = w.fresh(c.fields[c.positional[0]])
                cases.append((f"{c.name}({bound})", {bound: c.fields[c.positional[0]]}))
    return e.free(subject.name), [(p, n) for p, n in cases if "**" not in p]


def mixed(w, e):
    a, s, c = w.fresh("int"), w.fresh("str"), w.fresh("list[int]")
    types = [w.type() for _ in range(3)]
    subject = w.pick(f"[{', '.join(e.free(t, 1) for t in types)}]", f"({', '.join(e.free(t, 1) for t in types)})", e.free(types[0]), f"{{'kind': {e.free('str', 1)}, 'value': {e.free(types[1], 1)}}}")
    return subject, [(f"[int({a}), str({s}), *_]", {a: "int", s: "str"}), (f"[_, [*{c}], _]", {}), (f"[str() | int() as {c}, *_]", {}), ("[{'a': _}, *_]", {}), ("(_, _, _)", {}),
                     (f"{{'kind': str({s}), 'value': {a}}}", {s: "str"}), ("{'kind': 'a' | 'b'}", {}), (f"[*{c}]", {}), ("float() | bool()", {}), (f"str({s})", {s: "str"}),
                     (f"[({a}, {s}), *_]", {}), ("None", {}), ("[True | False, *_]", {}), ("dict() | set()", {}), (f"{{'value': [{a}, *_]}}", {})]
