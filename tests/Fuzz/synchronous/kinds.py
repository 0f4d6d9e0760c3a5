"""Kinds of classes: dataclasses, enums, named tuples, protocols, generics, mixins, slots."""

from .classes import Known, Member, dunder, method, prop, selves, trials


def tried(w, *rows):
    """Each row on its own, with its failure shown."""
    for row in rows:
        with w.block("try"):
            w.raw(row)
        with w.block("except Exception as error"):
            w.line("print('error', show(error))")


def dataclass(w, bases=()):
    e = w.expressions
    known = Known(w.fresh("class"), bases)
    frozen = bases[0].data["frozen"] if bases else w.chance(0.3)
    options = {"frozen": frozen, "order": w.chance(0.3), "eq": True, "slots": w.chance(0.15), "kw_only": w.chance(0.12), "repr": True, "unsafe_hash": w.chance(0.08)}
    if not options["order"] and w.chance(0.1):
        options["eq"] = False
    if w.chance(0.07):
        options["repr"] = False
    known.data = options
    shown = ", ".join(f"{k}={v}" for k, v in options.items() if v is not (k in ("eq", "repr")))
    w.typed = w.random.random() < w.typing
    w.line(w.pick("@dataclass", "@dataclasses.dataclass") + (f"({shown})" if shown or w.chance(0.1) else ""))
    with w.block(f"class {known.name}" + (f"({', '.join(b.name for b in bases)})" if bases else "")):
        if w.chance(0.3):
            w.line('"""Data."""')
        known.init = list(bases[0].init) if bases else []
        defaults = bool(bases and bases[0].data.get("defaults"))
        for _ in range(w.random.randint(1, 3)):
            type = w.type()
            name = w.fresh(type)
            while name in known.fields:
                name += "_"
            mutable = type.startswith(("list", "dict", "set"))
            text = f"{name}: {type}"
            if defaults or w.chance(0.35):
                defaults = True
                literal = e.literal(type)
                if mutable:
                    text += f" = field(default_factory={w.pick(type.split('[')[0], f'lambda: {literal}')}{w.pick('', '', ', repr=False', ', compare=False')})"
                else:
                    text += w.pick(f" = {literal}", f" = {literal}", f" = field(default={literal}{w.pick('', ', repr=False', ', compare=False', ', kw_only=True' if not options['kw_only'] else '')})")
            w.line(text)
            known.fields[name] = type
            if "init=False" not in text:
                known.init.append((name, type))
        options["defaults"] = defaults
        if w.chance(0.15):
            shared = w.fresh("int") + "_shared"
            w.line(f"{shared}: ClassVar[int] = {e.literal('int')}")
            known.own.append(Member(shared, "int", attribute=True))
        if w.chance(0.25):
            with w.function(), w.block(f"def __post_init__(self){w.returns('None')}"):
                selves(w, known)
                if options["frozen"]:
                    w.line(f"print('made', self.{w.random.choice(list(known.fields))})")
                else:
                    w.bodies.body(2)
        if options["frozen"]:
            w.frozen |= {"self." + n for n in known.fields}
        for _ in range(w.random.randint(0, 2)):
            method(w, known)
        if w.chance(0.3):
            prop(w, known)
        for special in w.random.sample(["__str__", "__len__", "__bool__", "__iter__", "__contains__", "__neg__"], w.pick(0, 0, 1)):
            dunder(w, known, special)
    w.raw("\n")
    known.positional = tuple(n for n, _ in known.init) if not options["kw_only"] else ()
    w.classes.append(known)
    return known


def data(w):
    """Dataclasses."""
    e = w.expressions
    known = [dataclass(w)]
    if w.chance(0.4):
        known.append(dataclass(w, [known[0]]))
    for one in known:
        a, b = w.fresh("object"), w.fresh("object")
        named = ", ".join(f"{n}={e.free(t, 1)}" for n, t in one.init)
        field = w.random.choice(list(one.fields))
        tried(w, f"{a} = {one.name}({named})\n{b} = {one.name}({named})\nprint({a}, {a} == {b}, {a} != {b})", f"{b} = {one.make(e)}\nprint({b})\nprint({a} == {b}, {a} < {b})")
        rows = [f"print(dataclasses.asdict({a}))", f"print(dataclasses.astuple({a}))", f"print([f.name for f in dataclasses.fields({one.name})])", f"print(hash({a}) == hash({b}))",
                f"print(dataclasses.replace({a}, {field}={e.free(one.fields[field], 1)}))", f"{a}.{field} = {e.free(one.fields[field], 1)}\nprint({a}.{field}, {a})",
                f"print(sorted([{a}, {b}]))", f"print(len({{{a}, {b}}}))", f"{one.name}()", f"print({a}.absent)", f"{a}.other = 1\nprint(vars({a}))", f"print({one.name}.__match_args__, {one.name}.__doc__)",
                f"{one.name}(1, 2, 3, 4, 5, 6, 7, 8)", f"print(dataclasses.is_dataclass({a}), {one.name}.__eq__ is object.__eq__)", f"del {a}.{field}\nprint({a})"]
        tried(w, *w.random.sample(rows, 4))
        with w.block("try"):
            trials(w, one, a)
        with w.block("except NameError as error"):
            w.line("print('error', show(error))")


def enumeration(w):
    """Enums of all kinds."""
    e = w.expressions
    name, base = w.fresh("class"), w.pick("enum.Enum", "enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag", "str, enum.Enum")
    members = w.random.sample("RED GREEN BLUE LOW HIGH OPEN CLOSED PENDING ACTIVE NORTH SOUTH".split(), w.random.randint(2, 4))
    text = "Str" in base or "str" in base
    how = w.random.randint(0, 2)
    w.typed = w.random.random() < w.typing
    w.line("@enum.unique") if w.chance(0.1) and how != 2 else None
    with w.block(f"class {name}({base})"):
        for number, member in enumerate(members):
            value = "enum.auto()" if how == 0 and base != "str, enum.Enum" else repr(member.lower()) if text else str(2 ** number) if "Flag" in base else w.pick(str(number), str(number + 1), f"({number}, 'x')" if base == "enum.Enum" else str(number))
            w.line(f"{member} = {value}")
        if w.chance(0.2) and "unique" not in w.lines[-len(members) - 2]:
            w.line(f"{w.pick('DEFAULT', 'ALIAS')} = {members[0]}")
        if w.chance(0.5):
            w.line("") if w.chance(0.5) else None
            with w.block(f"def describe(self){w.returns('str')}"):
                w.line(w.pick("return f'{self.name}:{self.value}'", f"return 'first' if self is {name}.{members[0]} else self.name.lower()", f"return f'{{self}} of {{len({name})}}'"))
        if w.chance(0.3):
            w.line("@property")
            with w.block(f"def weight(self){w.returns('int')}"):
                w.line(w.pick("return len(self.name) * 2", f"return {{{name}.{members[0]}: 1}}.get(self, 9)", "return list(type(self)).index(self)"))
        if w.chance(0.25):
            w.line("@classmethod")
            with w.block(f"def parse(cls, {w.annotated('text', 'str')}){w.returns(repr(name))}"):
                w.line(w.pick("return cls[text.upper()]", "for member in cls:\n    if member.name == text:\n        return member\nraise KeyError(text)").split("\n")[0] if w.chance(0.5) else "return next(m for m in cls if m.name.startswith(text.upper()))")
        if w.chance(0.2):
            with w.block(f"def __str__(self){w.returns('str')}"):
                w.line("return f'~{self.name}~'")
    w.raw("\n")
    a, b = w.random.choice(members), w.random.choice(members)
    rows = [f"print({name}.{a}, repr({name}.{b}), {name}.{a} == {name}.{b})", f"print(list({name}), len({name}))", f"print({name}.{a}.name, {name}.{a}.value)", f"print({name}({e.free('str' if text else 'int', 1)}))",
            f"print({name}[{a!r}], {name}['missing'])", f"print(f'{{{name}.{a}}} {{{name}.{a}!r:>20}}', '%s' % {name}.{b})", f"print([m.name for m in {name} if m is not {name}.{a}])",
            f"print({{{name}.{a}: 1, {name}.{b}: 2}})", f"print({name}.{a} in {name}, isinstance({name}.{a}, {w.pick('int', 'str', 'enum.Enum')}))", f"{name}.{a} = 3", f"print({name}.{a}.describe(), {name}.{a}.weight)",
            f"print({name}.parse({a.lower()!r}), {name}.parse('zz'))", f"print({name}.__members__)", f"print(sorted({name}, key=lambda m: m.name))", f"print({name}.{a} | {name}.{b}, {name}.{a} & {name}.{b})",
            f"print({name}.{a} < {name}.{b}, {name}.{a} + 1)", f"print(type({name}.{a}), {name}.{a}.__class__ is {name}, hash({name}.{a}) == hash({name}.{a}))", f"print(~{name}.{a}, bool({name}.{a}), {name}.{a} in ({name}.{a} | {name}.{b}))",
            f"print({name}.{a}.missing)", f"print({name}({name}.{b}.value) is {name}.{b})"]
    tried(w, *w.random.sample(rows, 5))
    function = w.fresh("function")
    with w.block(f"def {function}({w.annotated('given', name)}){w.returns('str')}"):
        with w.block("match given"):
            w.line(f"case {name}.{a}:\n" + "    " * (w.level + 1) + "return 'first'")
            if w.chance(0.5) and a != b:
                w.line(f"case {name}.{b} | None:\n" + "    " * (w.level + 1) + "return 'second'")
        w.line("return 'other'")
    tried(w, f"print([{function}(each) for each in {name}])")


def named(w):
    """Named tuples."""
    e = w.expressions
    known = Known(w.fresh("class"))
    fields = []
    w.typed = w.random.random() < w.typing
    if w.chance(0.25):
        known.fields = {"left": "int", "right": "str"}
        known.init = list(known.fields.items())
        w.line(f"{known.name} = collections.namedtuple({known.name!r}, {w.pick(repr('left right'), repr(['left', 'right']))}{w.pick('', ', defaults=[7]')})")
    else:
        with w.block(f"class {known.name}(NamedTuple)"):
            for _ in range(w.random.randint(1, 3)):
                type = w.type()
                name = w.fresh(type)
                if name in ("count", "index") or name in known.fields:
                    name += "_of"
                w.line(f"{name}: {type}" + (f" = {e.literal(type)}" if fields or w.chance(0.3) else ""))
                if "=" in w.lines[-1]:
                    fields.append(name)
                known.fields[name] = type
            known.init = list(known.fields.items())
            before, w.frozen = w.frozen, w.frozen | {"self." + n for n in known.fields}
            for _ in range(w.random.randint(0, 2)):
                method(w, known)
            if w.chance(0.3):
                prop(w, known)
            w.frozen = before
    known.positional = tuple(known.fields)
    w.raw("\n")
    w.classes.append(known)
    a, field = w.fresh("object"), w.random.choice(list(known.fields))
    rows = [f"print({a}, {a}[0], {a}[-1], len({a}))", f"print({a}._asdict(), {known.name}._fields)", f"print({a}._replace({field}={e.free(known.fields[field], 1)}))", f"print({a} == tuple({a}), {a} < {known.make(e)})",
            f"{', '.join(f'v{n}' for n in range(len(known.fields)))}, = {a}\nprint(v0)", f"{a}.{field} = 1", f"print(sorted([{a}, {known.make(e)}]))", f"print(isinstance({a}, tuple), {a} + (1,), {a}[:1])",
            f"print({known.name}._make([1, 'b', 3][:{len(known.fields)}]))", f"print({a}.missing)", f"{known.name}()", f"print([type(x).__name__ for x in {a}], {a}.{field} in {a})", f"print({known.name}._field_defaults)", f"print(hash({a}) == hash(tuple({a})))"]
    tried(w, f"{a} = {known.make(e)}\nprint({a})", *w.random.sample(rows, 4))
    with w.block("try"):
        trials(w, known, a)
    with w.block("except NameError as error"):
        w.line("print('error', show(error))")


def protocol(w):
    """A protocol, classes that fit it and a function that takes them."""
    e = w.expressions
    name, called, result = w.fresh("class") + "Like", w.fresh("function") + "_all", w.pick("int", "str", "float")
    checked = w.chance(0.5)
    if checked:
        w.line("@typing.runtime_checkable")
    with w.block(f"class {name}(Protocol)"):
        with w.block(f"def {called}(self, n: int) -> {result}"):
            w.line(w.pick("...", "pass"))
    w.raw("\n")
    known = []
    for _ in range(w.random.randint(1, 3)):
        one = Known(w.fresh("class"))
        with w.block(f"class {one.name}" + (f"({name})" if w.chance(0.25) else "")):
            from .classes import constructor
            constructor(w, one)
            method(w, one, called, lambda w: (w.annotated("n", "int"), {"n": "int"}, dict(positional=[("n", "int")])), result)
            if w.chance(0.3):
                method(w, one)
        w.raw("\n")
        w.classes.append(one)
        known.append(one)
    function = w.fresh("function")
    with w.block(f"def {function}(" + (f"given: list[{name}]" if w.typed else "given") + f"){w.returns(f'list[{result}]')}"):
        w.line(f"return [each.{called}(number) for number, each in enumerate(given)]")
    tried(w, f"print({function}([{', '.join(one.make(e) for one in known)}]))", f"print(isinstance({known[0].make(e)}, {name}))", f"print(isinstance(3, {name}))", f"{name}()")


GENERIC = '''
class {name}{head}:
    def __init__(self, first{item}, *others{item}){none}:
        self.kept{listed} = [first, *others]
        self.moves = 0

    def add(self, one{item}){own}:
        self.kept.append(one)
        self.moves += 1
        return self

    def take(self){result}:
        if not self.kept:
            raise {error}('empty {name}')
        return self.kept.pop({at})

    def __len__(self){int}:
        return len(self.kept)

    def __iter__(self){iterator}:
        return iter(self.kept)

    def each(self, function{callable}){listed_result}:
        return [function(one) for one in self.kept]
'''


def generic(w):
    """A generic class, in both spellings, a subclass of it, and a generic function."""
    e = w.expressions
    name, new, typed = w.fresh("class"), w.chance(0.6), w.typed
    if not new:
        w.line("T = TypeVar('T')")
    parts = dict(name=name, head="[T]" if new else "(Generic[T])", error=w.pick("IndexError", "LookupError", "ValueError"), at=w.pick("", "0"))
    hints = dict(item=": T", none=" -> None", listed=": list[T]", own=f" -> '{name}[T]'", result=" -> T", int=" -> int", iterator=" -> Iterator[T]", callable=": Callable[[T], Any]", listed_result=" -> list[Any]")
    w.raw(GENERIC.format(**parts, **(hints if typed else dict.fromkeys(hints, ""))))
    sub, type = w.fresh("class"), w.pick("int", "str", "float", "tuple[int, str]")
    with w.block(f"class {sub}({name}[{type}])"):
        with w.function(), w.block(f"def best(self){w.returns(type)}"):
            w.line(w.pick("return max(self.kept)", "return sorted(self)[0]", "return self.take()"))
        if w.chance(0.5):
            with w.block(f"def add(self, {w.annotated('one', type)})" + (f" -> '{sub}'" if w.typed else "")):
                w.line("print('adding', one)")
                w.line("super().add(one)")
                w.line("return self")
    w.raw("\n")
    function = w.fresh("function")
    spelled = "[U]" if w.typed else ""
    with w.block(f"def {function}{spelled}(" + ("given: Iterable[U], key: Callable[[U], Any]" if w.typed else "given, key") + ")" + (" -> 'list[U]'" if w.typed else "")):
        w.line("return sorted(given, key=key)")
    a, other = w.fresh("object"), w.type()
    first, second = e.free(other, 1), e.free(other, 1)
    tried(w, f"{a} = {name}({first}, {second})\n{a}.add({e.free(other, 1)}).add({first})\nprint(len({a}), list({a}), {a}.take(), {a}.moves)\nprint({a}.each(repr))",
          f"{a} = {sub}({e.free(type, 1)})\nprint({a}.add({e.free(type, 1)}).best(), [*{a}])\nwhile True:\n    print({a}.take())", f"print({function}({sub}({e.free(type, 1)}, {e.free(type, 1)}), lambda v: str(v)))",
          f"print({name}[int].__origin__ is {name}, {sub}.__mro__[1].__name__)", f"print({name}[int]({first}).kept)")


from .structures import mixins, nested, operators, slotted, subclasses  # noqa: E402,F401
