"""Classes that work together: mixins, operators, nested classes, registries, slots."""


def tried(w, *rows):
    from .kinds import tried as each
    each(w, *rows)


def mixins(w):
    """Cooperative classes with several bases."""
    e = w.expressions
    names = [w.fresh("class") for _ in range(w.random.randint(2, 4))]
    base, method, typed = names[0] + "Base", w.fresh("function") + "_it", w.typed
    keywords, any_ = w.chance(0.6), ": Any" if typed else ""
    with w.block(f"class {base}"):
        with w.block(f"def __init__(self{f', **kwargs{any_}' if keywords else ''}){w.returns('None')}"):
            w.line("super().__init__()")
            w.line("self.trail = []" if not typed else "self.trail: list[str] = []")
            w.line("print('base', sorted(kwargs))" if keywords else "print('base')")
        with w.block(f"def {method}(self, {w.annotated('n', 'int')}){w.returns('int')}"):
            w.line(f"self.trail.append({base!r})")
            w.line("return n")
    for number, name in enumerate(names):
        with w.block(f"class {name}({base})"):
            field = f"field{number}"
            if w.chance(0.7):
                own = f"*, {w.annotated(field, 'int')}{' = ' if typed else '='}{number}, **kwargs{any_}" if keywords else ""
                with w.block(f"def __init__(self{', ' if own else ''}{own}){w.returns('None')}"):
                    first = w.chance(0.6)
                    if first:
                        w.line(f"super().__init__({'**kwargs' if keywords else ''})")
                    w.line(f"self.{field} = {field if keywords else e.free('int', 1)}")
                    if not first:
                        w.line(f"super().__init__({'**kwargs' if keywords else ''})")
            with w.block(f"def {method}(self, {w.annotated('n', 'int')}){w.returns('int')}"):
                with w.inner({"n": "int"}):
                    w.line(f"result = super().{method}({e.free('int', 1)})")
                w.line("self.trail.append(" + w.pick(repr(name), "type(self).__name__", "__class__.__name__") + ")")
                w.line(w.pick(f"return result {w.pick('+', '*', '-')} {number + 2}", "return result"))
            if w.chance(0.3):
                with w.block(f"def only_{number}(self){w.returns('str')}"):
                    w.line("return ' '.join(self.trail)")
    sub = w.fresh("class")
    order = w.random.sample(names, w.random.randint(2, len(names)))
    with w.block(f"class {sub}({', '.join(order)})"):
        if w.chance(0.5):
            with w.block(f"def {method}(self, {w.annotated('n', 'int')}){w.returns('int')}"):
                w.line(f"return super().{method}(n) + {w.pick('1', f'super({order[0]}, self).{method}(n)', f'{order[-1]}.{method}(self, n)')}")
        else:
            w.line(w.pick("pass", "extra = 3"))
    w.raw("\n")
    passed = ", ".join(f"field{names.index(n)}={e.free('int', 1)}" for n in order if w.chance(0.5)) if keywords else ""
    a = w.fresh("object")
    tried(w, f"{a} = {sub}({passed})\nprint({a}.{method}({e.free('int', 1)}), {a}.trail)\nprint(sorted(vars({a}).items()))", f"print([c.__name__ for c in {sub}.__mro__])", f"print({names[0]}().{method}(2))",
          f"for each in ({', '.join(names)}, {sub}):\n    print(each.__name__, each().{method}(1), issubclass(each, {order[0]}))", f"{sub}(unknown=1)", f"print([b.__name__ for b in {sub}.__bases__], {a}.only_0())")


BINARY = {"+": "add", "-": "sub", "*": "mul", "//": "floordiv", "%": "mod", "@": "matmul", "**": "pow", "&": "and", "|": "or", "<<": "lshift", "/": "truediv"}
COMPARED = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge", "==": "eq"}


def operators(w):
    """A value class with operators: forward, reflected, in place, compared."""
    e = w.expressions
    name, typed = w.fresh("class"), w.typed
    other, result = (f": 'int | {name}'", f" -> '{name}'") if typed else ("", "")
    signs = w.random.sample(sorted(BINARY), w.random.randint(2, 4))
    total = w.chance(0.4)
    if total:
        w.line("@functools.total_ordering")
    with w.block(f"class {name}"):
        with w.block(f"def __init__(self, {w.annotated('value', 'int')}){w.returns('None')}"):
            w.line("self.value = value")
        with w.block(f"def __repr__(self){w.returns('str')}"):
            w.line(f"return f'{name}({{self.value}})'")
        for sign in signs:
            for form in w.random.sample(["", "r", "i"], w.random.randint(1, 3)):
                compute = f"{'value' if form == 'r' else 'self.value'} {sign if sign not in ('@', '**', '<<') else '+'} {'self.value' if form == 'r' else 'value'}"
                with w.block(f"def __{form}{BINARY[sign]}__(self, other{other}){result}"):
                    w.line(f"print('{form}{BINARY[sign]}', self, other)")
                    if w.chance(0.6):
                        with w.block(f"if not isinstance(other, (int, {name}))"):
                            w.line("return NotImplemented")
                    w.line(f"value = other.value if isinstance(other, {name}) else other")
                    if form == "i" and w.chance(0.6):
                        w.line(f"self.value = {compute}")
                        w.line("return self")
                    else:
                        w.line(f"return {w.pick(name, 'type(self)')}({compute})")
        for sign in ["==", "<"] if total else w.random.sample(sorted(COMPARED), w.random.randint(0, 3)):
            with w.block(f"def __{COMPARED[sign]}__(self, other{': object' if typed else ''}){w.returns('bool')}"):
                if w.chance(0.7):
                    with w.block(f"if not isinstance(other, {name})"):
                        w.line("return NotImplemented")
                    w.line(f"return self.value {sign} other.value")
                else:
                    w.line(f"return self.value {sign} getattr(other, 'value', other)")
        if w.chance(0.3):
            with w.block(f"def __hash__(self){w.returns('int')}"):
                w.line("return hash(self.value)")
    sub = w.fresh("class")
    with w.block(f"class {sub}({name})"):
        sign = w.random.choice(signs)
        if w.chance(0.6):
            with w.block(f"def __r{BINARY[sign]}__(self, other{other}){result}"):
                w.line(f"print('sub', self, other)")
                w.line(f"return {sub}(7)")
        else:
            w.line("pass")
    w.raw("\n")
    a, b = w.fresh("object"), w.fresh("object")
    w.line(f"{a}, {b} = {name}({w.random.randint(1, 9)}), {w.pick(name, sub)}({w.random.randint(1, 5)})")
    rows = []
    for sign in signs:
        rows += [f"print({a} {sign} {b})", f"print({a} {sign} 3)", f"print(4 {sign} {a})", f"{a} {sign}= 2\nprint({a})", f"print({a} {sign} 'x')", f"copy = {a}\n{a} {sign}= {b}\nprint({a}, copy, {a} is copy)"]
    rows += [f"print({a} {sign} {b}, {b} {sign} {a})" for sign in (*COMPARED, "!=")] + [f"print(sorted([{a}, {b}, {name}(3)]))", f"print(max({a}, {b}), {a} in [{b}, {a}])", f"print(len({{{a}, {b}}}))", f"print({a} < 3)",
             f"print(sum([{a}, {b}], {name}(0)))", f"print(functools.reduce(lambda x, y: x {signs[0]} y, [{a}, {b}, {a}]))", f"print({name}(1) == {name}(1), {name}(1) == 1, {name}(1) != None)"]
    tried(w, *w.random.sample(rows, min(len(rows), 6)))


def nested(w):
    """Classes in classes and in functions."""
    e = w.expressions
    name, inner, typed = w.fresh("class"), w.fresh("class"), w.typed
    with w.block(f"class {name}"):
        w.line(f"{w.annotated('shared', 'int')} = {e.literal('int')}")
        if w.chance(0.4):
            w.line("doubled = shared * 2")
            w.line("made = [n * 2 for n in range(3)]")
        with w.block(f"class {inner}"):
            w.line("depth = 1")
            with w.block(f"def __init__(self, {w.annotated('text', 'str')}){w.returns('None')}"):
                w.line("self.text = text")
            with w.block(f"def shout(self){w.returns('str')}"):
                w.line("return self.text.upper() + '!' * self.depth")
        if w.chance(0.4):
            with w.block(f"class {inner}Wide({inner})"):
                w.line("depth = 2")
        if w.chance(0.3):
            with w.block(f"class {inner}Error(Exception)"):
                w.line("pass")
        with w.block(f"def __init__(self, {w.annotated('texts', 'list[str]')}){w.returns('None')}"):
            w.line(f"self.inners = [{w.pick('self.', name + '.')}{inner}(text) for text in texts]")
        with w.block(f"def all(self){w.returns('list[str]')}"):
            w.line("return [one.shout() for one in self.inners]")
    function, local = w.fresh("function"), w.fresh("class")
    with w.block(f"def {function}({w.annotated('factor', 'int')}){w.pick('', '')}"):
        with w.block(f"class {local}" + w.pick("", f"({name}.{inner})")):
            if "(" in w.lines[-1]:
                with w.block(f"def shout(self){w.returns('str')}"):
                    w.line("return super().shout() * factor")
            else:
                with w.block(f"def shout(self){w.returns('str')}"):
                    w.line("return 'local' * factor")
        w.line(f"return {local}")
    w.raw("\n")
    tried(w, f"print({name}({e.free('list[str]', 1)}).all(), {name}.shared, {name}.{inner}.__qualname__)", f"made = {function}(2)\nprint(made.__name__, made.__qualname__)\nprint(made('text').shout())", f"print({function}(1)().shout())",
          f"print({name}.{inner}.depth, {name}.doubled, {name}.made)", f"print({name}.{inner}Wide('wide').shout(), {name}.{inner}Wide.__mro__[1].__qualname__)", f"raise {name}.{inner}Error('inner')",
          f"{name}.shared += 1\nprint({name}.shared, {name}([]).shared)")


def subclasses(w):
    """A registry through `__init_subclass__`."""
    e = w.expressions
    name, typed, any_ = w.fresh("class"), w.typed, ": Any" if w.typed else ""
    with w.block(f"class {name}"):
        w.line("registry = {}" if not typed else w.pick(f"registry: dict[str, type] = {{}}", f"registry: ClassVar[dict[str, type['{name}']]] = {{}}"))
        w.line(w.annotated("code", "str") + " = 'base'")
        keyed = w.chance(0.6)
        key = (", key: str = ''" if typed else ", key=''") if keyed else ""
        with w.block(f"def __init_subclass__(cls{key}, **kwargs{any_}){w.returns('None')}"):
            w.line("super().__init_subclass__(**kwargs)")
            w.line(f"cls.registry[{'key or ' if keyed else ''}cls.__name__.lower()] = cls")
            if w.chance(0.4):
                w.line("cls.code = cls.__name__[:2]")
        w.line("@classmethod")
        with w.block(f"def create(cls, {w.annotated('kind', 'str')}, *args{any_})" + (f" -> '{name}'" if typed else "")):
            with w.block("try"):
                w.line("return cls.registry[kind](*args)")
            with w.block("except KeyError"):
                w.line("raise ValueError(f'no {kind!r}') " + w.pick("from None", "")) 
        with w.block(f"def run(self){w.returns('str')}"):
            w.line("return f'{self.code} runs'")
    made = []
    for number in range(w.random.randint(1, 3)):
        sub = w.fresh("class")
        chosen = f"k{number}" if keyed and w.chance(0.5) else ""
        with w.block(f"class {sub}({w.pick(name, *made)}" + (f", key={chosen!r}" if chosen else "") + ")"):
            if w.chance(0.6):
                with w.block(f"def run(self){w.returns('str')}"):
                    w.line(f"return super().run() + {e.literal('str')}")
            else:
                w.line(w.pick("pass", "code = 'own'"))
        made.append(sub)
    w.raw("\n")
    tried(w, f"print(sorted({name}.registry))", f"print({name}.create({made[0].lower()!r}).run())", f"print({name}.create('k0').run())", f"for key, kind in {name}.registry.items():\n    print(key, kind.__name__, kind().run(), kind.code)",
          f"{name}.create('nothing')", f"print([c.__name__ for c in {name}.__subclasses__()])")


def slotted(w):
    """Slots, `__setattr__`, class attributes that are read and replaced, `__new__`."""
    e = w.expressions
    name, sub, typed = w.fresh("class"), w.fresh("class"), w.typed
    form = w.random.randint(0, 3)
    with w.block(f"class {name}"):
        if form == 0:
            w.line("__slots__ = " + w.pick("('a', 'b')", "['a', 'b']", "'a', 'b'", "('a', 'b', '__dict__')"))
        elif form == 1:
            with w.block(f"def __setattr__(self, {w.annotated('name', 'str')}, {w.annotated('value', 'object')}){w.returns('None')}"):
                w.line("print('set', name, value)")
                w.line(w.pick("super().__setattr__(name, value)", "object.__setattr__(self, name, value)", "self.__dict__[name] = value"))
        elif form == 2:
            w.line("made = 0" if not typed else "made: ClassVar[int] = 0")
            with w.block(f"def __new__(cls, *args{': Any' if typed else ''})"):
                w.line(w.pick("cls.made += 1", f"{name}.made += 1"))
                w.line("return super().__new__(cls)")
        else:
            w.line("limit = 3")
            w.line(f"{w.annotated('names', 'list[str]')} = []")
        with w.block(f"def __init__(self, {w.annotated('a', 'int')}, {w.annotated('b', 'str')}){w.returns('None')}"):
            w.line("self.a = a")
            w.line("self.b = b")
            if form == 3:
                w.line("self.names.append(b)")
                w.line(w.pick("self.limit -= 1", "type(self).limit += 1", f"{name}.limit *= 2"))
        with w.block(f"def both(self){w.returns('str')}"):
            w.line("return f'{self.a}{self.b}'")
    with w.block(f"class {sub}({name})"):
        w.line(w.pick("pass", "__slots__ = ('c',)", "limit = 10", "a = 5"))
        with w.block(f"def more(self){w.returns('str')}"):
            w.line(w.pick("self.c = self.a\nreturn str(self.c)", "return self.both() * 2").split("\n")[0] if w.chance(0.5) else "return self.both() + '.'")
    w.raw("\n")
    a, b = w.fresh("object"), w.fresh("object")
    rows = [f"print({a}.both(), {b}.both())", f"{a}.c = 3\nprint({a}.c)", f"{b}.c = 4\nprint({b}.c)", f"print(vars({a}))", f"del {a}.a\nprint({a}.both())", f"print(hasattr({a}, '__dict__'), {name}.__dict__.get('__slots__'))", f"print({name}.limit, {sub}.limit, {a}.limit)",
            f"{a}.a += 5\nprint({a}.a)", f"print({name}.made, {sub}.made)", f"print({name}.names, {b}.names is {a}.names)", f"{name}.limit = 50\nprint({a}.limit, {b}.limit)", f"setattr({a}, 'b', 'new')\nprint(getattr({a}, 'b'), {a}.both())", f"print({b}.more())",
            f"{name}.extra = 1\nprint({b}.extra)\ndel {name}.extra\nprint({b}.extra)", f"{name}.both = lambda self: 'patched'\nprint({a}.both(), {b}.both())"]
    tried(w, f"{a}, {b} = {name}({e.free('int', 1)}, {e.free('str', 1)}), {sub}({e.free('int', 1)}, {e.free('str', 1)})", *w.random.sample(rows, 5))
