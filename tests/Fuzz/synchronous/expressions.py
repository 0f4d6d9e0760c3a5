"""Random expressions of a given type."""

import re

ROWS = {
    "int": """
        @i + @i; @i - @i; @i * @n; @i // @k; @i % @k; -@i; ~@i; @i & @i; @i | @i
        @i ^ @n; @i << @z; @i >> @z; @n ** @z; len(@s); len(@I); len(@D); sum(@I)
        max(@i, @i); min(@i, @i, @i); abs(@i); @i if @b else @i; @D.get(@s, @i)
        @s.count(@s); @s.find(@s); int(@f); round(@f); @t[0]; len(@e); int(@b)
        @I.count(@i); max(@I, default=@i); sum(@v * @v for @v in @I if @v % 2); (lambda @v: @v + @i)(@i)
        next(iter(@I), @i); next((@v for @v in @I if @v > @i), @i); @i or @i; @i and @i
        sum(len(@v) for @v in @S); functools.reduce(lambda @v, @w: @v * 3 - @w, @I, @i); sum(map(abs, @I))
        divmod(@i, @k)[0]; int(str(@i)); ord(@s[0]) if @s else @i; hash(@i); sum(@D.values())
        len([@v for @v in @S if @v]); pow(@i, 3, 17); (@i).bit_length(); min(@e, default=0); [*@I, @i][-1]
        @i if (@v := @i) > 3 else @v; @I[@I[0] % 2]; @o or @i; int(@s); @D[@s]
        @I[@n]; @I.index(@i); @i // @i; @i - @b; len(range(@n, @i % 50, 3))
        """,
    "str": """
        @s + @s; @s * @z; str(@i); repr(@a); f"{@i}:{@s}"; f"{@f:.2f}"; @s.upper(); @s.strip(); @s[::-1]
        @s[@z:]; ",".join(@S); "".join(sorted(@s)); @s.replace("a", @s); @s if @b else @s; @s.title(); str(@b)
        @t[1]; f"{@i:>@n}|"; f"{@s!r:^12}"; "%s-%d" % (@s, @i); "{}/{:03d}".format(@s, @i)
        @s.split("-")[0]; @s[0]; @s[-1:]; chr(97 + @i % 26); @s or @s; max(@S, key=len, default=@s); type(@a).__name__
        @s.center(@n, "*"); @s.partition("e")[2]; "".join(@v for @v in @s if @v.isalpha()); @s.zfill(@n); str(@a); hex(@i)
        f"{@i=}" if @b else @s; " ".join(map(str, @I)); @s.removeprefix("a"); f"{@i:+,}"; @s.casefold(); f"{@a}"
        @S[@z]; "-".join(f"{@v}={@w}" for @v, @w in @D.items()); ascii(@s); @s.ljust(@n, ".") + "|"
        """,
    "float": """
        @f + @f; @f * @f; @f - @i; @i / @k; float(@i); round(@f, 2); abs(@f); @f if @b else @f
        sum([@f, @f]); @f // 2; @f % 3; min(@f, @f); @i / @i; @f ** 2; float(@s); -@f; max(@i, @f) * 1.0
        """,
    "bool": """
        @i < @i; @i == @i; @i <= @i < @i; @i != @i >= @i; @s == @s; @s in @s; @i in @I; not @b
        @b and @b; @b or @b; @s in @D; @i in @e; @f > @i; bool(@a); isinstance(@a, @T)
        any(@v > @i for @v in @I); all(@v for @v in @S); @s.startswith(@s); @I == @I; @o is None
        @s.isdigit(); @i not in @I; @e <= @e; @t < @t; callable(@a); @b is @b
        @i % 2 == 0; @s < @s <= @s; @b ^ @b; @f == @i; @I < @I
        """,
    "list[int]": """
        [@i, @i, @i]; [@i] * @z; @I + [@i]; sorted(@I); @I[::-1]; @I[1:]; list(range(@n))
        [@v + 1 for @v in @I]; [@v * @w for @v in @I[:3] for @w in range(2) if @v != @w]; list(map(abs, @I))
        [len(@v) for @v in @S]; sorted(@e); list(@D.values()); [*@I[:2], *@I[-1:]]
        [@v for @v in @I if @v > @i]; list(filter(None, @I)); [@v if @v % 2 else -@v for @v in @I]
        [@v for @v, @w in enumerate(@S) if @w]; sorted(@I, key=lambda @v: -@v); list(itertools.accumulate(@I))
        sorted(@I, reverse=True)[:3]; [(@v := @w + 1) * 2 for @w in @I]; [ord(@v) for @v in @s[:4]]; list(reversed(@I))
        [sum(@v) for @v in zip(@I, @I)]; [int(@v) for @v in @s if @v.isdigit()]
        """,
    "list[str]": """
        [@s, @s]; @s.split(); @s.split("a"); sorted(@S); @S + [@s]; [@v.upper() for @v in @S]; list(@s[:5])
        [str(@v) for @v in @I]; list(@D); @S[::2]; [f"{@v}{@w}" for @v, @w in zip(@S, @I)]
        sorted(@S, key=lambda @v: (len(@v), @v)); [@v for @v in @S if @v not in @s]; sorted(@D, key=@D.get)[:2]
        list(dict.fromkeys(@S)); @s.splitlines()
        """,
    "dict[str, int]": """
        {@s: @i, @s: @i}; {@v: len(@v) for @v in @S}; dict(zip(@S, @I)); {**@D, @s: @i}
        @D | @D; {@v: @w + 1 for @v, @w in @D.items() if @w > @i}; dict(sorted(@D.items()))
        dict(a=@i, b=@i); @D.copy(); {@v: @w for @w, @v in enumerate(@S)}; dict.fromkeys(@S, @i)
        """,
    "tuple[int, str]": """
        (@i, @s); max(@t, @t); (@i, @s) if @b else @t
        next(iter(enumerate(@S)), (@i, @s))
        """,
    "set[int]": """
        {@i, @i}; set(@I); @e | @e; @e & @e; @e - {@i}; {@v % 5 for @v in @I}
        set(range(@n)); @e ^ @e; set(); {*@I, @i}
        """,
    "int | None": """
        @i; None; @i if @b else None; next((@v for @v in @I if @v == @i), None); @D.get(@s)
        """,
    "list[tuple[str, int]]": """
        list(@D.items()); [(@s, @i)]; list(zip(@S, @I)); sorted(@D.items(), key=lambda @v: (@v[1], @v[0]))
        collections.Counter(@S).most_common(2)
        """,
    "dict[int, list[str]]": """
        {@i: @S}; {len(@v): [@v] for @v in @S}; {@v: [str(@v)] * 2 for @v in @I}
        """,
}
ROWS = {type: [row.strip() for line in rows.strip().split("\n") for row in line.split("; ")] for type, rows in ROWS.items()}
LITERALS = {
    "int": "0 1 2 3 5 7 10 12 -1 -4 42 99 1000 255 2**31 -2**63 10**20".split(),
    "str": ["'a'", "'bob'", "''", "'hello world'", "'x-y-z'", '"it\'s"', "'Ärger'", "'12'", "'banana'", "'tab\\t'", "'key'", "'n\\nl'", "'é😀'"],
    "float": "0.5 1.0 2.25 -3.75 0.1 1e3 100.0 1e-7 2.5e20".split(),
    "bool": ["True", "False"],
    "list[int]": ["[]", "[1, 2, 3]", "[5, -2, 8, 5]", "[0]"],
    "list[str]": ["[]", "['a', 'b']", "['pear', 'fig', 'apple']", "['x']"],
    "dict[str, int]": ["{}", "{'a': 1, 'b': 2}", "{'bob': 30, 'key': -1}"],
    "tuple[int, str]": ["(1, 'one')", "(2, 'a')", "(0, '')"],
    "set[int]": ["{1, 2, 3}", "{7}", "set()"],
    "int | None": ["None", "3", "0"],
    "list[tuple[str, int]]": ["[('a', 1), ('b', 0)]", "[]"],
    "dict[int, list[str]]": ["{1: ['a'], 2: []}", "{}"],
}
CODES = {"@i": "int", "@s": "str", "@f": "float", "@b": "bool", "@I": "list[int]", "@S": "list[str]", "@D": "dict[str, int]",
         "@t": "tuple[int, str]", "@e": "set[int]", "@o": "int | None"}
RISKY = re.compile(r"int\(@s|float\(@s|\]\[@|^@[DIS]\[@|@s\[0|index\(|/ @i|\[0\]$|@z\]$")
LETTERS = "abcdefgijkmnpqrtuvwxyz"
PLAIN = re.compile(r"[\w.]+|'[^']*'|\w+\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")


class Expressions:
    """Expressions over what is in the writer's scope."""

    def __init__(self, writer):
        self.w = writer

    def literal(self, type):
        if type in LITERALS:
            pool = LITERALS[type]
            return self.w.random.choice(pool[:9] if type == "int" and self.w.chance(0.85) else pool)
        return next(known for known in self.w.classes if known.name == type).make(self)

    def atom(self, type):
        names = self.w.names(type)
        return self.w.random.choice(names) if names and self.w.chance(0.8) else self.literal(type)

    def of(self, type, depth=2):
        """An expression of a type, in parentheses where its operators need them."""
        text = self.free(type, depth)
        return text if PLAIN.fullmatch(text) else f"({text})"

    def free(self, type, depth=2):
        """An expression of a type."""
        if depth <= 0 or self.w.chance(0.15) or type not in ROWS:
            return self.atom(type)
        if self.w.chance(0.25):
            found = self.member(type, depth)
            if found:
                return found
        row = self.w.random.choice(ROWS[type])
        if RISKY.search(row) and self.w.chance(0.75):
            return self.atom(type)
        return self.fill(row, depth - 1)

    def fill(self, row, depth):
        """A row with its operands: `@v` and `@w` are names of its own, and known in it as ints."""
        taken = {}

        def hole(match):
            code = match.group(0)
            if code in ("@v", "@w"):
                if code not in taken:
                    free = [c for c in LETTERS if c not in self.w.scope and c not in taken.values()]
                    taken[code] = self.w.random.choice(free)
                return taken[code]
            if code == "@n":
                return str(self.w.random.randint(1, 9))
            if code == "@z":
                return str(self.w.random.randint(0, 3))
            if code == "@k":
                return self.w.pick("2", "3", "5", "7", "-2", "10")
            if code == "@T":
                return self.w.pick("int", "str", "bool", "(int, str)", "float", "list", "int | str", *[c.name for c in self.w.classes[-2:]])
            text = self.of(self.w.type() if code == "@a" else CODES[code], depth)
            return f"({text})" if text.startswith("{") and row[:match.start()].endswith("{") else text

        return re.sub("@[a-zA-Z]", hole, row)

    def member(self, type, depth):
        """A call, an attribute or an item that has the type."""
        options = [(f, "") for f in self.w.functions if f.result == type]
        for name, of in self.w.scope.items():
            for known in self.w.classes:
                if known.name == of:
                    options += [(member, name + ".") for member in known.members() if member.result == type]
        options = [o for o in options if o[0].cost * self.w.factor < 300]
        if not options:
            return None
        member, owner = self.w.random.choice(options)
        self.w.cost += member.cost * self.w.factor
        return owner + member.call(self, depth - 1)
