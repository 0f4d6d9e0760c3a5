"""Functions with all kinds of parameters, closures, decorators, generators."""


class Function:
    """A function that can be called: the types of its parameters, by kind, and of its result."""

    def __init__(self, name, result, positional=(), keywords=(), rest=None, cost=1, defaults=0, only=0):
        self.name, self.result, self.cost = name, result, cost
        self.positional, self.keywords, self.rest = list(positional), list(keywords), rest
        self.defaults, self.only = defaults, only

    def call(self, e, depth=1):
        w, parts, named = e.w, [], False
        needed = len(self.positional) - self.defaults
        for number, (name, type) in enumerate(self.positional):
            if number >= needed and w.chance(0.4):
                named = True
                continue
            named = named or (number >= self.only and w.chance(0.15))
            parts.append((f"{name}=" if named and number >= self.only else "") + e.free(type, depth - 1))
            if named and number < self.only:
                return self.call(e, depth)
        if self.rest and not named:
            parts += [e.free(self.rest, 0) for _ in range(w.random.randint(0, 2))]
            if w.chance(0.3):
                parts.append("*" + e.of(f"list[{self.rest}]", depth - 1))
        keywords = [f"{name}={e.free(type, depth - 1)}" for name, type, optional in self.keywords if not optional or w.chance(0.5)]
        w.random.shuffle(keywords)
        return f"{self.name}({', '.join(parts + keywords)})"


def parameters(w, few=False):
    """Random parameters: what stands in the parentheses, a description of them, and the names bound in the body."""
    e, names, shown = w.expressions, {}, []
    positional, keywords, rest, defaults, only = [], [], None, 0, 0
    plain = w.chance(0.6) or few
    for number in range(w.random.randint(0 if plain else 1, 2 if few else 3)):
        type = w.type() if not w.classes or w.chance(0.85) else w.random.choice(w.classes).name
        name = w.fresh(type)
        positional.append((name, type))
        names[name] = type
        text = w.annotated(name, type)
        if defaults or (not plain and w.chance(0.3)):
            defaults += 1
            text += (" = " if w.typed else "=") + e.literal(type)
        shown.append(text)
        if not plain and number == 0 and w.chance(0.2):
            only = 1
            shown.append("/")
    if not plain:
        if w.chance(0.35):
            rest = w.pick("int", "str")
            name = w.fresh(f"list[{rest}]")
            shown.append("*" + w.annotated(name, rest))
            names[name] = "rest"
        elif w.chance(0.4):
            shown.append("*")
            keywords = [None]
        if rest or keywords:
            keywords = []
            for _ in range(w.random.randint(1, 2)):
                type = w.pick("int", "str", "bool", "float")
                name = w.fresh(type)
                optional = w.chance(0.7)
                keywords.append((name, type, optional))
                names[name] = type
                shown.append(w.annotated(name, type) + ((" = " if w.typed else "=") + e.literal(type) if optional else ""))
        if w.chance(0.2):
            name = w.fresh("options")
            shown.append("**" + w.annotated(name, "int"))
            names[name] = "dict[str, int]"
    return ", ".join(shown), names, dict(positional=positional, keywords=keywords, rest=rest, defaults=defaults, only=only)


def define(w, size=5):
    """A function of the module."""
    name, result = w.fresh("function"), w.type() if w.chance(0.85) else None
    with w.function():
        shown, names, described = parameters(w)
        with w.block(f"def {name}({shown}){w.returns(str(result))}"):
            if w.chance(0.2):
                w.line('"""What it does."""')
            outside(w)
            w.scope.update(names)
            w.frozen -= set(names)
            for rest in [n for n, t in names.items() if t == "rest"]:
                w.line(f"print(len({rest}), {rest})")
            w.bodies.function(size, result)
        cost = w.cost
    w.raw("\n")
    w.functions.append(Function(name, result, cost=cost, **described))


def outside(w):
    """Perhaps a `global` or `nonlocal` statement: the name can be bound then."""
    names = [n for n in w.globals if n in w.frozen]
    if names and w.chance(0.3):
        name = w.random.choice(names)
        w.line(f"global {name}")
        w.frozen.discard(name)


def closure(w, deep):
    """A nested function that is called where it stands."""
    e, b = w.expressions, w.bodies
    name, result = w.fresh("function"), w.type()
    own = {n: t for n, t in w.scope.items() if n not in w.frozen and "." not in n}
    form, outer = w.random.randint(0, 5), w.inside
    if form <= 1:
        with w.function():
            shown, names, described = parameters(w, few=True)
            with w.block(f"def {name}({shown}){w.returns(result)}"):
                kept = [n for n in own if n not in names]
                if kept and w.chance(0.6):
                    changed = w.random.choice(kept)
                    w.line(f"{'nonlocal' if changed not in w.globals and outer else 'global'} {changed}")
                    w.frozen.discard(changed)
                w.scope.update(names)
                w.frozen -= set(names)
                b.function(2, result)
            cost = w.cost
        function = Function(name, result, cost=cost, **described)
        if cost * w.factor < 300:
            w.cost += cost * w.factor
            w.line(f"print({name!r}, {function.call(e)}, {function.call(e)})")
    elif form == 2:
        i = w.fresh("int")
        how = w.pick(f"lambda: {i}", f"lambda {i}={i}: {i}", f"lambda other: (other, {i})[1] if other else {i} * 2", f"functools.partial(lambda a, b: a - b, {i})")
        arguments = "0" if "other" in how or "partial" in how else ""
        w.line(f"{name} = []")
        with w.block(f"for {i} in range({w.random.randint(1, 4)})"):
            w.line(f"{name}.append({how})")
        w.line(f"print([each({arguments}) for each in {name}])")
    elif form == 3:
        ints = [n for n, t in own.items() if t == "int"]
        counter = w.random.choice(ints) if ints else w.fresh("int")
        if not ints:
            w.line(f"{counter} = {e.free('int', 1)}")
            w.bind(counter, "int")
        if not w.inside:
            w.line(f"{name} = lambda step=1: {counter} + step")
        else:
            with w.block(f"def {name}({'step: int = 1' if w.typed else 'step=1'}){w.returns('int')}"):
                w.line(f"nonlocal {counter}")
                w.line(f"{counter} {w.pick('+=', '-=', '^=')} step")
                w.line(f"return {counter}")
        w.line(f"print({name}(), {name}(5), {name}(step={e.free('int', 1)}), {counter})")
    elif form == 4:
        w.line(f"{name} = lambda *rest, {w.pick('scale=2', 'scale=3')}: [each * scale for each in rest]")
        w.line(f"print({name}(1, 2), {name}(*{e.of('list[int]', 1)}, scale={e.free('int', 1)}))")
    else:
        first = e.of("int", 1)
        with w.block(f"def {name}({w.annotated('n', 'int')}{', seen: list[int] = []' if w.typed else ', seen=[]'}){w.returns('list[int]')}"):
            w.line("seen.append(n)")
            w.line(w.pick("return seen", "return seen[-3:]", f"return seen if n < 2 or len(seen) > 9 else {name}(n // 2)"))
        w.line(f"print({name}(3), {name}({first} % 9), {name}(1, []), {name}.__defaults__)")


DECORATORS = '''
def {name}({function}):
    @functools.wraps(function)
    def wrapper(*args{any}, **kwargs{any}){any_result}:
        print({before!r}, function.__name__{arguments})
        {body}
    return wrapper
'''


def decorated(w):
    """A decorator, with or without arguments or state, and functions that have it."""
    e = w.expressions
    name, form = w.fresh("function"), w.random.randint(0, 4)
    typed = w.typed
    callable_ = ": Callable[..., Any]" if typed else ""
    any_, result = (": Any", " -> Any") if typed else ("", "")
    use = name
    body = w.pick("return function(*args, **kwargs)", "result = function(*args, **kwargs)\nprint('result', result)\nreturn result",
                  "try:\n    return function(*args, **kwargs)\nexcept Exception as error:\n    print('failed', show(error))\n    raise",
                  "try:\n    return function(*args, **kwargs)\nfinally:\n    print('finally', args)")
    wraps = w.pick("@functools.wraps(function)", "@functools.wraps(function)", "")

    def wrapper(extra=""):
        if wraps:
            w.line(wraps)
        with w.block(f"def wrapper(*args{any_}, **kwargs{any_}){result}"):
            if extra:
                w.raw(extra)
            w.line(f"print({name!r}, args, kwargs)")
            w.raw(body)
        w.line("return wrapper")

    if form <= 1:
        with w.block(f"def {name}(function{callable_}){': ' if False else (' -> Callable[..., Any]' if typed else '')}"):
            if form:
                w.line("calls = 0")
                wrapper("nonlocal calls\ncalls += 1\nprint('call', calls)")
            else:
                wrapper()
    elif form == 2:
        use = f"{name}({e.free('int', 0)}, label={e.free('str', 0)})"
        with w.block(f"def {name}({w.annotated('times', 'int')}, {w.annotated('label', 'str')})"):
            with w.block(f"def decorate(function{callable_})"):
                wrapper("print(times, label)")
            w.line("return decorate")
    elif form == 3:
        with w.block(f"class {name}"):
            with w.block(f"def __init__(self, function{callable_})"):
                w.raw("functools.update_wrapper(self, function)\nself.function = function\nself.calls = 0")
            with w.block(f"def __call__(self, *args{any_}, **kwargs{any_}){result}"):
                w.raw("self.calls += 1\nfunction = self.function\nprint(self.calls, args, sorted(kwargs))")
                w.raw(body)
    else:
        use = w.pick("functools.cache", "functools.lru_cache(maxsize=2)", "functools.lru_cache")
    for _ in range(w.random.randint(1, 2)):
        target, type = w.fresh("function"), w.type()
        with w.function():
            w.line(f"@{use}")
            parameter = w.fresh("int")
            with w.block(f"def {target}({w.annotated(parameter, 'int')}, {w.annotated('extra', 'str')}{' = ' if w.typed else '='}'x'){w.returns(type)}"):
                w.line('"""Documented."""')
                w.scope.update({parameter: "int", "extra": "str"})
                w.bodies.function(3, type)
            cost = w.cost
        w.functions.append(Function(target, type, [(parameter, "int"), ("extra", "str")], defaults=1, cost=cost))
        with w.block("try"):
            w.line(f"print({target}({e.free('int', 1)}), {target}(1, extra='y'), {target}(1, extra='y'))")
            if form == 4:
                w.line(f"print({target}.cache_info())")
            elif form == 3:
                w.line(f"print({target}.calls, {target}.__name__, {target}.__doc__)")
            else:
                w.line(f"print({target}.__name__, {target}.__doc__, {target}.__qualname__)")
        with w.block("except Exception as error"):
            w.line("print('error', show(error))")


def generator(w):
    """A generator function, and what drives it."""
    e = w.expressions
    name, type = w.fresh("function"), w.pick("int", "int", "str", "tuple[int, str]")
    with w.function():
        shown, names, described = parameters(w, few=True)
        with w.block(f"def {name}({shown}){w.returns(w.pick(f'Iterator[{type}]', f'typing.Generator[{type}, Any, Any]', f'Iterable[{type}]'))}"):
            w.scope.update(names)
            w.frozen -= set(names)
            w.line(f"yield {e.free(type)}")
            w.bodies.function(5, None if w.chance(0.7) else "", yields=type)
        cost = w.cost
    made = Function(name, None, cost=cost, **described)
    with w.block("try"):
        form = w.random.randint(0, 5)
        if form == 0:
            with w.block(f"for number, each in enumerate({made.call(e)})"):
                w.line("print(number, each)")
                with w.block(f"if {w.pick('number == 3', 'number > 5', e.free('bool', 1))}"):
                    w.line("break")
        elif form == 1:
            w.line(f"print(list(itertools.islice({made.call(e)}, 6)))")
        elif form == 2:
            w.line(f"running = {made.call(e)}")
            w.line("print(next(running), next(running, 'none'))")
            w.line(w.pick("print(running.send(3))", "print(running.throw(ValueError('thrown')))", "running.close()", "print(running.send(None), running.gi_frame is None)"))
            w.line("print(next(running, 'end'))")
        elif form == 3:
            w.line(f"print({w.pick('sorted', 'list', 'tuple', 'max', 'len', 'set')}([each for each in {made.call(e)}]))")
        elif form == 4:
            w.line(f"first, *others = {made.call(e)}")
            w.line("print(first, others)")
        else:
            w.line(f"print([(a, b) for a, b in zip({made.call(e)}, {made.call(e)})])")
    with w.block("except Exception as error"):
        w.line("print('error', show(error))")
