"""Classes: hierarchies, mixins, abstract bases, properties, special methods."""

from .functions import Function, parameters

SPECIAL = {
    "__repr__": ("", "str", "f'{type(self).__name__}({self.@x!r})'"), "__str__": ("", "str", "f'<{self.@x}>'"), "__len__": ("", "int", "abs(@i) % 7"),
    "__bool__": ("", "bool", "@b"), "__hash__": ("", "int", "hash((self.@x, 1))"), "__call__": ("n: int", "int", "n + @i"),
    "__contains__": ("item: object", "bool", "item == self.@x"), "__getitem__": ("key: int", "int", "[@i, @i, @i][key]"), "__iter__": ("", "Iterator[int]", "iter([@i, @i])"),
    "__format__": ("spec: str", "str", "f'{self.@x}/{spec}'"), "__neg__": ("", "int", "-(@i)"), "__index__": ("", "int", "abs(@i) % 5"), "__float__": ("", "float", "float(@i)"),
    "__getattr__": ("name: str", "str", "f'no {name}'"), "__int__": ("", "int", "@i"), "__abs__": ("", "int", "abs(@i)"), "__reversed__": ("", "list[int]", "@I[::-1]"),
}
TRIES = {
    "__repr__": "print(repr(@o), [@o])", "__str__": "print(str(@o), f'{@o!s:>9}')", "__len__": "print(len(@o), bool(@o))", "__bool__": "print(not @o, 'yes' if @o else 'no')",
    "__hash__": "print(hash(@o) == hash(@o), len({@o, @o}))", "__call__": "print(@o(3), callable(@o), list(map(@o, [1, 2])))", "__contains__": "print(3 in @o, 'a' not in @o)",
    "__getitem__": "print(@o[0], @o[-1], list(@o)[:3])\nprint(@o[7])", "__iter__": "print(list(@o), sum(@o), [*@o])\na, b = @o\nprint(a, b)", "__format__": "print(f'{@o:x}', format(@o))",
    "__neg__": "print(-@o)", "__index__": "print([1, 2, 3, 4, 5, 6][@o], hex(@o), range(9)[@o])", "__float__": "print(float(@o), round(float(@o), 1))",
    "__getattr__": "print(@o.missing, getattr(@o, 'other', 'default'), hasattr(@o, 'any'))", "__int__": "print(int(@o))", "__abs__": "print(abs(@o))", "__reversed__": "print(list(reversed(@o)))",
}


class Member(Function):
    """A method, property or attribute."""

    def __init__(self, name, result, attribute=False, **rest):
        super().__init__(name, result, **rest)
        self.attribute = attribute

    def call(self, e, depth=1):
        return self.name if self.attribute else super().call(e, depth)


class Known:
    """What is known of a class: its bases, constructor, fields and members."""

    def __init__(self, name, bases=(), error=False):
        self.name, self.bases, self.error = name, list(bases), error
        self.fields, self.own, self.init = {}, [], []
        self.positional, self.abstract, self.special, self.data, self.extra = (), [], set(), None, []
        for base in self.bases:
            self.fields.update(base.fields)
            self.special |= base.special

    def members(self):
        seen = {}
        for known in [*self.bases, self]:
            for member in known.own if known is self else known.members():
                seen[member.name] = member
        for name, type in self.fields.items():
            seen.setdefault(name, Member(name, type, attribute=True))
        return list(seen.values())

    def make(self, e, depth=1):
        named, parts = False, []
        for name, type in self.init:
            named = named or e.w.chance(0.12)
            parts.append((f"{name}=" if named else "") + e.free(type, depth - 1))
        return f"{self.name}({', '.join(parts)})"


def klass(w, bases=(), error=False, root=None):
    """A class statement."""
    e = w.expressions
    name = w.fresh("class") + ("Error" if error else "")
    known = Known(name, bases, error)
    heads = [b.name for b in bases] or ([root] if root else [w.pick("Exception", "ValueError", "KeyError", "RuntimeError")] if error else [])
    w.typed = w.random.random() < w.typing
    with w.block(f"class {name}" + (f"({', '.join(heads)})" if heads else "")):
        if w.chance(0.15):
            w.line('"""What it stands for."""')
        if w.chance(0.3) and not error:
            kind = w.fresh("int")
            w.line(f"{w.annotated(kind, w.pick('int', 'ClassVar[int]'))} = {e.literal('int')}")
            known.own.append(Member(kind, "int", attribute=True))
        constructor(w, known)
        before, inherited = w.scope, [m for b in bases for m in b.members() if not m.attribute]
        pending = [m for b in bases for m in b.abstract]
        for member in pending:
            override(w, known, member, plain=True)
        for member in inherited:
            if member not in pending and w.chance(0.35) and not member.name.startswith(name):
                override(w, known, member)
        for _ in range(w.random.randint(1, 2)):
            method(w, known)
        if w.chance(0.3):
            prop(w, known)
        if w.chance(0.3):
            shared(w, known)
        if root == "abc.ABC":
            abstract(w, known)
        for special in w.random.sample(sorted(SPECIAL), w.pick(0, 0, 1, 2)):
            if known.fields and not (error and special in ("__getattr__",)):
                dunder(w, known, special)
        w.scope = before
    w.raw("\n")
    if not known.abstract:
        w.classes.append(known)
    return known


def constructor(w, known):
    e = w.expressions
    if known.bases and w.chance(0.35) and len(known.bases) == 1:
        known.init = known.bases[0].init
        known.positional = known.bases[0].positional
        return
    inherited = known.bases[0].init if known.bases else []
    with w.function():
        own = []
        for _ in range(w.random.randint(1, 2)):
            type = w.type()
            field = w.fresh(type)
            while field in known.fields or field in dict(inherited) or field in {m.name for m in known.members()}:
                field += "_"
            own.append((field, type))
        known.init = [*inherited, *own] if w.chance(0.8) else [*own, *inherited]
        shown = ", ".join(w.annotated(n, t) for n, t in known.init)
        with w.block(f"def __init__(self{', ' if shown else ''}{shown}){w.returns('None')}"):
            w.scope.update(known.init)
            w.frozen -= {n for n, _ in known.init}
            late = w.chance(0.3)
            for turn in (1, 0) if late else (0, 1):
                if turn == 0 and (known.bases or known.error):
                    passed = ", ".join(n for n, _ in inherited)
                    w.line(f"super().__init__({passed})" if known.bases and w.chance(0.85) else
                           f"{known.bases[0].name}.__init__(self{', ' if passed else ''}{passed})" if known.bases else f"super().__init__({w.pick(own[0][0], ', '.join(n for n, _ in known.init), repr('failed'))})")
                if turn == 1:
                    for field, type in own:
                        hidden = "_" * (w.chance(0.15) + w.chance(0.05)) + field
                        w.line((w.annotated("self." + hidden, type) if w.chance(0.3) else f"self.{hidden}") + f" = {field if w.chance(0.7) else e.free(type, 1)}")
                        if hidden == field:
                            known.fields[field] = type
            if w.chance(0.25):
                type = w.pick("list[int]", "int", "dict[str, int]", "list[str]")
                field = w.fresh(type) + "_kept"
                w.line((w.annotated("self." + field, type)) + f" = {e.free(type, 1) if w.chance(0.4) else {'list[int]': '[]', 'int': '0', 'dict[str, int]': '{}', 'list[str]': '[]'}[type]}")
                known.fields[field] = type
    if w.chance(0.2) and known.fields and not known.bases:
        known.positional = tuple(known.fields)[:2]
        w.line(f"__match_args__ = {known.positional!r}")


def selves(w, known):
    """What a method can read and write of its object."""
    for member in known.members():
        if member.attribute and member.result:
            w.scope["self." + member.name] = member.result


def method(w, known, name=None, described=None, result=None):
    name = name or w.fresh("function")
    taken = {m.name for m in known.members()}
    while described is None and name in taken:
        name += "_all"
    result = result or w.type()
    with w.function():
        shown, names, own = parameters(w, few=True) if described is None else described(w)
        with w.block(f"def {name}(self{', ' if shown else ''}{shown}){w.returns(result)}"):
            w.scope.update(names)
            w.frozen -= set(names)
            selves(w, known)
            w.bodies.function(3, result)
        cost = w.cost
    known.own.append(Member(name, result, cost=cost, **own))


def override(w, known, member, plain=False):
    """A method again, which may call the one it overrides."""
    e = w.expressions
    with w.function():
        names = dict(member.positional)
        shown = ", ".join(w.annotated(n, t) for n, t in member.positional)
        with w.block(f"def {member.name}(self{', ' if shown else ''}{shown}){w.returns(member.result)}"):
            w.scope.update(names)
            w.frozen -= set(names)
            selves(w, known)
            passed = ", ".join(names)
            w.cost += member.cost
            if not plain and w.chance(0.7):
                w.line(f"inherited = super().{member.name}({passed})" if w.chance(0.8) else f"inherited = {known.bases[0].name}.{member.name}(self{', ' if passed else ''}{passed})")
                if w.chance(0.5):
                    w.bind("inherited", member.result)
                w.line(f"print({known.name!r}, {member.name!r}, inherited)")
            w.bodies.function(2, member.result)
        cost = w.cost
    known.own.append(Member(member.name, member.result, positional=member.positional, cost=cost))


def abstract(w, known):
    for _ in range(w.pick(1, 1, 2)):
        name, result = w.fresh("function") + "_it", w.type()
        shown = w.annotated("n", "int")
        w.line(w.pick("@abc.abstractmethod", "@abc.abstractmethod"))
        with w.block(f"def {name}(self, {shown}){w.returns(result)}"):
            w.line(w.pick("...", "raise NotImplementedError", "pass", '"""To be overridden."""'))
        member = Member(name, result, positional=[("n", "int")])
        known.abstract.append(member)
        known.own.append(member)


def prop(w, known):
    e = w.expressions
    type = w.pick("int", "str", "float", "bool")
    name = w.fresh(type)
    while name in {m.name for m in known.members()} or name in dict(known.init):
        name += "_now"
    with w.function():
        w.line(w.pick("@property", "@property", "@functools.cached_property"))
        settable = "cached" not in w.lines[-1] and w.chance(0.5)
        with w.block(f"def {name}(self){w.returns(type)}"):
            selves(w, known)
            stored = f"self._{name}_set" if settable else None
            if settable:
                with w.block(f"if hasattr(self, '_{name}_set')"):
                    w.line(f"return {stored}")
            if w.chance(0.3):
                w.bodies.body(1, 1)
            w.line(f"return {e.free(type)}")
        if settable:
            w.line(f"@{name}.setter")
            with w.block(f"def {name}(self, {w.annotated('given', type)}){w.returns('None')}"):
                w.scope["given"] = type
                if w.chance(0.4):
                    with w.block(f"if {e.free('bool', 1)}"):
                        w.line(f"raise ValueError(f'bad {{given!r}}')")
                w.line(f"{stored} = given")
            known.extra.append(f"@o.{name} = {e.literal(type)}\nprint(@o.{name})")
        elif w.chance(0.3):
            known.extra.append(f"print(@o.{name})\n@o.{name} = {e.literal(type)}\nprint(@o.{name})")
    known.own.append(Member(name, type, attribute=True, cost=3))


def shared(w, known):
    """A class method or a static method."""
    e = w.expressions
    name, type = w.fresh("function") + w.pick("_from", "_shared"), w.type()
    if known.bases and known.bases[0].name in w.globals:
        return
    with w.function():
        if w.chance(0.5) and not known.error:
            w.line("@staticmethod")
            with w.block(f"def {name}({w.annotated('n', 'int')}){w.returns(type)}"):
                w.scope["n"] = "int"
                w.bodies.function(2, type)
            known.own.append(Member(name, type, positional=[("n", "int")], cost=w.cost))
            known.extra.append(f"print({known.name}.{name}(2), @o.{name}(n=1))")
        else:
            w.line("@classmethod")
            with w.block(f"def {name}(cls, {w.annotated('n', 'int')}){w.returns(w.pick(repr(known.name), 'typing.Self'))}"):
                w.scope["n"] = "int"
                w.line(f"print(cls.__name__, n)")
                w.line(f"return cls({', '.join(e.free(t, 1) for _, t in known.init)})")
            known.extra.append(f"print(type({known.name}.{name}(1)).__name__, type(type(@o).{name}(2)).__name__)")


def dunder(w, known, special):
    e = w.expressions
    shown, result, row = SPECIAL[special]
    with w.function():
        if not w.typed:
            shown = shown.split(":")[0]
        with w.block(f"def {special}(self{', ' if shown else ''}{shown}){w.returns(result)}"):
            selves(w, known)
            if special == "__getattr__":
                with w.block("if name.startswith('_')"):
                    w.line("raise AttributeError(name)")
            w.line("return " + e.fill(row.replace("@x", w.random.choice(list(known.fields))), 1))
    known.special.add(special)


def trials(w, known, name):
    """What is done with an object, each thing on its own."""
    e = w.expressions
    deeds = [TRIES[s] for s in sorted(known.special) if s in TRIES] + known.extra
    for base in known.bases:
        deeds += base.extra
    for member in w.random.sample(known.members(), min(3, len(known.members()))):
        deeds.append(f"print({member.name!r}, @o.{member.call(e, 1)})")
    deeds += w.random.sample(["print(type(@o).__name__, [c.__name__ for c in type(@o).__mro__])", "print(sorted(vars(@o).items(), key=lambda pair: pair[0]))", "print(@o.absent)",
                              "print(@o == @o, @o != 1, @o is @o)", "@o.fresh_one = 1\nprint(@o.fresh_one)", "print(@o < @o)", "print(@o + 1)", "del @o.absent"], 2)
    w.random.shuffle(deeds)
    for deed in deeds[:5]:
        with w.block("try"):
            w.raw(deed.replace("@o", name))
        with w.block("except Exception as error"):
            w.line("print('error', show(error))")
