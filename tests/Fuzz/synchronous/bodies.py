"""Random statements."""

from .expressions import Expressions
from .matching import match

KINDS = ("ValueError", "KeyError", "IndexError", "TypeError", "RuntimeError", "ZeroDivisionError", "LookupError", "ArithmeticError")


class Bodies:
    """Statements over what is in the writer's scope."""

    def __init__(self, writer):
        self.w = writer
        self.e = Expressions(writer)
        writer.bodies = self
        writer.expressions = self.e
        self.result = None
        self.loops = 0
        self.yields = None

    def body(self, size, deep=2):
        """Some statements; names bound in them stay known, unless the caller has opened a scope."""
        for _ in range(self.w.random.randint(1, max(1, size))):
            self.statement(deep)

    def function(self, size, result, yields=None):
        """The statements of a function that answers a value of a type."""
        before = self.result, self.loops, self.yields
        self.result, self.loops, self.yields = result, 0, yields
        self.body(size)
        if result is None:
            self.w.line(self.w.pick("return", "return None", "pass"))
        elif result:
            self.w.line(f"return {self.e.free(result)}")
        self.result, self.loops, self.yields = before

    def statement(self, deep):
        w = self.w
        w.cost += w.factor
        simple = [self.assign] * 4 + [self.augment] * 3 + [self.show] * 2 + [self.unpack, self.delete, self.mutate, self.mutate, self.check]
        nested = [self.choose] * 3 + [self.count] * 3 + [self.loop] * 3 + [self.attempt] * 2 + [self.match, self.manage, self.closure]
        if self.yields and w.chance(0.3):
            return self.give()
        if deep <= 0 or w.chance(0.55):
            return w.random.choice(simple)()
        return w.random.choice(nested)(deep - 1)

    def assign(self):
        w = self.w
        type = w.type()
        known = [n for n in w.writable(type) if "." not in n or w.chance(0.7)]
        if known and w.chance(0.5):
            name = w.random.choice(known)
            text = self.e.free(type)
            if w.factor > 1 and type in ("int", "float", "str", "list[int]", "list[str]"):
                text = {"int": f"({text}) % {w.pick(97, 1009, 64)}", "float": f"min({text}, 1e6)"}.get(type, f"({text})[:{w.pick(5, 12)}]")
            w.line(f"{name} = {text}")
        else:
            text = self.e.free(type)
            name = w.fresh(type)
            w.line((w.annotated(name, type) if w.chance(0.7) or text in ("None", "[]", "{}") else name) + f" = {text}")
            w.bind(name, type)

    def augment(self):
        w = self.w
        names = [(n, w.scope[n]) for n in w.writable(None) if w.scope[n] in ("int", "float", "str", "list[int]", "set[int]", "dict[str, int]", "bool")]
        if not names:
            return self.assign()
        name, type = w.random.choice(names)
        row = {"int": ["+= @i", "-= @i", "*= @n", "//= @k", "%= @k", "^= @n", "|= @n", "&= 255", "+= @b", "<<= 1" if w.factor < 6 else ">>= 1"], "float": ["+= @f", "*= 0.5", "/= 2", "-= @i"],
               "str": ["+= @s" if w.factor < 30 else "+= 'z'"], "list[int]": ["+= [@i]", "+= (@i, @n)"], "set[int]": ["|= {@i}", "-= {@i}", "&= @e"],
               "dict[str, int]": ["|= {@s: @i}"], "bool": ["&= @b", "|= @b", "^= @b"]}[type]
        w.line(f"{name} {self.e.fill(w.random.choice(row), 1)}")

    def show(self):
        w = self.w
        parts = [self.e.free(w.type(), 2) for _ in range(w.random.randint(1, 2))]
        names = [n for n in w.scope if w.chance(0.3)][:3]
        label = repr(w.fresh("function").rstrip("_0123456789"))
        end = w.pick("", "", "", ", sep='/'", ", end=';\\n'")
        w.line(f"print({', '.join([label, *names, *parts])}{end})")

    def unpack(self):
        w = self.w
        a, b, c = (w.fresh(t) for t in ("int", "str", "list[int]"))
        choice = w.random.randint(0, 5)
        if choice == 0:
            w.line(f"{a}, {b} = {self.e.free('tuple[int, str]')}")
            w.bind(a, "int"), w.bind(b, "str")
        elif choice == 1:
            w.line(f"{a}, *{c} = {self.e.free('int')}, *{self.e.of('list[int]')}")
            w.bind(a, "int"), w.bind(c, "list[int]")
        elif choice == 2:
            w.line(f"({a}, {b}), {c} = ({self.e.free('int')}, {self.e.free('str')}), {self.e.of('list[int]')}")
            w.bind(a, "int"), w.bind(b, "str"), w.bind(c, "list[int]")
        elif choice == 3:
            names = w.writable("int")
            if len(names) > 1:
                one, two = w.random.sample(names, 2)
                w.line(f"{one}, {two} = {two}, {one}")
        elif choice == 4:
            w.line(f"{a} = {w.fresh('int')} = {self.e.free('int')}")
            w.bind(a, "int")
        else:
            w.line(f"[{a}, *_, {w.fresh('int')}] = {self.e.of('list[int]')}" if w.chance(0.3) else f"*{c}, {a} = [1, *{self.e.of('list[int]')}]")
            w.bind(a, "int")

    def delete(self):
        w = self.w
        lists, tables = w.names("list[int]"), w.names("dict[str, int]")
        locals_ = [n for n in w.writable("int") if "." not in n]
        if lists and w.chance(0.4):
            name = w.random.choice(lists)
            w.line(f"del {name}{w.pick('[:1]', '[1:2]', '[::2]', '[-1:]')}")
        elif tables and w.chance(0.5):
            name = w.random.choice(tables)
            w.line(f"{name}.pop({self.e.of('str', 1)}, None)")
        elif locals_ and self.loops == 0 and w.level == 1 and w.chance(0.4):
            name = w.random.choice(locals_)
            w.line(f"del {name}")
            with w.block("try"):
                w.line(f"print({name})")
            with w.block("except NameError as error"):
                w.line("print(type(error).__name__, error)")
            w.line(f"{name} = {self.e.free('int')}")
        else:
            self.show()

    def mutate(self):
        w = self.w
        rows = {"list[int]": [".append(@i)", ".extend(@I[:3])", ".insert(@z, @i)", ".sort()", ".reverse()", "[:2] = @I[:2]", "[0:1] = [@i, @i]", ".sort(key=lambda @v: (@v % 3, @v))"],
                "list[str]": [".append(@s)", ".sort(key=len)", ".extend(@S[:2])", ".reverse()"],
                "dict[str, int]": ["[@s] = @i", ".update({@s: @i})", ".setdefault(@s, @i)", "['key'] = @i", ".update(a=@i)"],
                "set[int]": [".add(@i)", ".discard(@i)", ".update(@I[:4])"]}
        names = [(n, t) for n, t in w.scope.items() if t in rows]
        if not names:
            return self.assign()
        name, type = w.random.choice(names)
        w.line(name + self.e.fill(w.random.choice(rows[type]), 1))

    def check(self):
        w = self.w
        if w.chance(0.3):
            w.line(f"assert {self.e.free('bool')}" + (f", {self.e.free('str', 1)}" if w.chance(0.5) else ""))
        elif self.result is not None and w.chance(0.3) and w.level > 1:
            with w.block(f"if {self.e.free('bool')}"):
                self.leave()
        else:
            with w.block(f"if {self.e.free('bool')}"):
                w.line(f"raise {w.pick(*KINDS)}({self.e.free(w.type(), 1)})")

    def leave(self):
        """A way out: `return`, `break`, `continue` or `raise`."""
        w = self.w
        ways = []
        if self.result is not False and self.result != "":
            ways.append("return" if self.result is None else f"return {self.e.free(self.result, 1)}")
        if self.loops:
            ways += ["break", "continue"]
        w.line(w.pick(*ways, *ways, f"raise {w.pick(*KINDS)}({self.e.free('str', 0)})"))

    def choose(self, deep):
        w = self.w
        with w.block(f"if {self.e.free('bool')}"), w.inner({}):
            self.body(3, deep)
        while w.chance(0.3):
            with w.block(f"elif {self.e.free('bool')}"), w.inner({}):
                self.body(2, deep)
        if w.chance(0.6):
            with w.block("else"), w.inner({}):
                self.body(2, deep)

    def looped(self, names, times, deep):
        w = self.w
        with w.inner(names), w.repeated(times):
            before, self.loops = self.loops, self.loops + 1
            self.body(3, deep)
            if w.chance(0.3):
                with w.block(f"if {self.e.free('bool')}"):
                    self.leave()
            self.loops = before

    def count(self, deep):
        """A `for` over something that is bounded."""
        w = self.w
        if w.factor > 60:
            return self.assign()
        i, s, n = w.fresh("int"), w.fresh("str"), w.fresh("int")
        head, names = w.pick(
            (f"{i} in range({self.e.fill('@n', 0)})", {i: "int"}), (f"{i} in range(@n, 0, -2)", {i: "int"}), (f"{i} in @I[:5]", {i: "int"}),
            (f"{s} in @S[:4]", {s: "str"}), (f"{s} in @s[:4]", {s: "str"}), (f"{i}, {s} in enumerate(@S[:4], @n)", {i: "int", s: "str"}),
            (f"{s}, {i} in list(@D.items())[:4]", {i: "int", s: "str"}), (f"{i}, {s} in zip(@I[:3], @S)", {i: "int", s: "str"}),
            (f"{i} in sorted(@e)[:4]", {i: "int"}), (f"{i}, ({s}, {n}) in enumerate(sorted(@D.items())[:3])", {i: "int", s: "str", n: "int"}),
            (f"{i} in reversed(@I[:4])", {i: "int"}), (f"{i}, {n} in itertools.pairwise(@I[:5])", {i: "int", n: "int"}),
            (f"{i}, *_ in [(@i, @s), (@i,)]", {i: "int"}))
        with w.block("for " + self.e.fill(head, 1)):
            self.looped(names, 5, deep)
        if w.chance(0.25):
            with w.block("else"), w.inner({}):
                self.body(2, 0)

    def loop(self, deep):
        """A `while` that ends."""
        w = self.w
        if w.factor > 60:
            return self.assign()
        name = w.fresh("int")
        form = w.random.randint(0, 2)
        if form == 0:
            w.line(f"{w.annotated(name, 'int')} = 0")
            head, step = f"{name} < {w.random.randint(2, 6)}" + (f" and {self.e.of('bool', 1)}" if w.chance(0.3) else ""), f"{name} += 1"
        elif form == 1:
            w.line(f"{w.annotated(name, 'int')} = {w.random.randint(2, 6)}")
            head, step = w.pick(name, f"{name} > 0"), f"{name} -= 1"
        else:
            w.line(f"{w.annotated(name, 'int')} = 0")
            head, step = f"({name} := {name} + 1) < {w.random.randint(2, 6)}", None
        with w.block("while " + head):
            if step:
                w.line(step)
            w.line("pass") if w.chance(0.05) else None
            self.looped({}, 6, deep)
        if w.chance(0.3):
            with w.block("else"), w.inner({}):
                self.body(2, 0)

    def attempt(self, deep):
        from .exceptions import attempt
        attempt(self.w, deep)

    def manage(self, deep):
        from .exceptions import manage
        manage(self.w, deep)

    def match(self, deep):
        match(self.w, deep)

    def closure(self, deep):
        from .functions import closure
        closure(self.w, deep)

    def give(self):
        w = self.w
        form = w.random.randint(0, 4)
        if form == 0:
            name = w.fresh("int | None")
            w.line(f"{name} = yield {self.e.free(self.yields)}")
            w.line(f"print('got', {name})")
        elif form == 1 and self.yields == "int":
            w.line(f"yield from {self.e.of('list[int]')}[:3]")
        else:
            w.line(f"yield {self.e.free(self.yields)}")
