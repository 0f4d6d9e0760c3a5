"""What a program is written with: lines, names, annotations and what is in scope."""

import contextlib
import textwrap

HEADER = """\
import abc
import collections
import contextlib
import dataclasses
import enum
import functools
import itertools
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Generic, NamedTuple, Protocol, TypeVar
"""

SHOW = '''
def show(error):
    """What an exception says, with what it was raised in the handling of."""
    parts = []
    while error is not None and len(parts) < 6:
        text = f"{type(error).__name__}({', '.join(map(repr, error.args))})"
        if isinstance(error, BaseExceptionGroup):
            text += "[" + " | ".join(show(inner) for inner in error.exceptions) + "]"
        if error.__cause__ is not None:
            text += " from"
        elif error.__suppress_context__:
            text += " alone"
        parts.append(text)
        error = error.__cause__ or error.__context__
    return " <- ".join(parts)

'''

NAMES = {
    "int": "count total size level index score amount offset limit depth value number width step rank base checked".split(),
    "str": "name label text word title key kind prefix line message string code object_name".split(),
    "float": "ratio rate weight price mean scale".split(),
    "bool": "ready found done valid enabled is_open".split(),
    "list[int]": "values numbers scores sizes counts totals params".split(),
    "list[str]": "names words labels lines parts items".split(),
    "dict[str, int]": "table stock ages counter mapping scores_by_name".split(),
    "tuple[int, str]": "pair entry record row".split(),
    "set[int]": "seen unique ids chosen".split(),
    "int | None": "limit_or_none maybe parent_id found_at".split(),
    "list[tuple[str, int]]": "rows pairs entries ranking".split(),
    "dict[int, list[str]]": "groups index_by_size buckets".split(),
    "function": "apply compute handle update process check build transform resolve collect visit render measure adjust combine".split(),
    "object": "first second third example one other current target".split(),
    "list": "group everything team batch".split(),
    "class": "Account Shape Node Item Task Event Handler Engine Parser Token Point Vector Stack Queue Order Product Animal Robot Widget Circle "
             "Square Logger Report Matrix Sensor Player Card Deck Shelf Cart".split(),
}
TYPES = [t for t in NAMES if t not in ("function", "class", "object", "list")]
COMMON = ["int", "int", "int", "str", "str", "float", "bool", "list[int]", "list[str]", "dict[str, int]", "tuple[int, str]", "set[int]", "int | None"]


class Writer:
    """Lines of a program, and what its scopes hold while it is written."""

    def __init__(self, random):
        self.random = random
        self.typing = random.choice((0.0, 0.0, 1.0, 1.0, 0.5))
        self.typed = self.typing == 1.0
        self.lines = []
        self.level = 0
        self.used = set()
        self.globals = {}
        self.scope = {}
        self.frozen = set()
        self.functions = []
        self.classes = []
        self.factor = 1
        self.cost = 0
        self.bodies = None
        self.expressions = None
        self.managers = []
        self.inside = False

    def text(self):
        return "\n".join(self.lines) + "\n"

    def header(self):
        self.raw(HEADER)
        self.raw(SHOW)

    def raw(self, text):
        for line in textwrap.dedent(text).strip("\n").split("\n"):
            self.lines.append("    " * self.level + line if line else "")

    def line(self, text):
        self.lines.append("    " * self.level + text)

    @contextlib.contextmanager
    def block(self, head):
        self.line(head + ":")
        self.level += 1
        at = len(self.lines)
        yield
        if len(self.lines) == at:
            self.line("pass")
        self.level -= 1

    @contextlib.contextmanager
    def inner(self, names, fresh=False):
        """A scope in which more names are known; what is bound in it is forgotten after it."""
        before = self.scope
        self.scope = {**({} if fresh else before), **names}
        yield
        self.scope = before

    @contextlib.contextmanager
    def function(self):
        """A function: whether it is annotated is decided as a whole, its cost is counted, and names from outside are only read."""
        before = self.typed, self.factor, self.cost, self.used, self.frozen, self.scope, self.inside
        self.inside = True
        self.typed = self.random.random() < self.typing
        self.factor, self.cost = 1, 1
        self.scope = dict(self.scope)
        self.used = set(self.scope) if self.chance(0.97) else set()
        self.frozen = {name for name in self.scope if "." not in name}
        yield
        self.typed, self.factor, self.cost, self.used, self.frozen, self.scope, self.inside = before

    @contextlib.contextmanager
    def repeated(self, times):
        before = self.factor
        self.factor *= times
        yield
        self.factor = before

    def chance(self, likelihood):
        return self.random.random() < likelihood

    def pick(self, *options):
        return self.random.choice(options)

    def type(self):
        return self.random.choice(COMMON if self.chance(0.9) else TYPES)

    def fresh(self, kind):
        """A name that the program does not have yet."""
        pool = NAMES.get(kind) or [kind.split("[")[0].split(".")[-1].lower()]
        for _ in range(4):
            name = self.random.choice(pool)
            if name not in self.used:
                break
        else:
            number = 2
            while f"{name}{'' if kind == 'class' else '_'}{number}" in self.used:
                number += 1
            name = f"{name}{'' if kind == 'class' else '_'}{number}"
        self.used.add(name)
        return name

    def annotated(self, name, type):
        return f"{name}: {type}" if self.typed else name

    def returns(self, type):
        return f" -> {type}" if self.typed else ""

    def writable(self, type):
        """The names of a type that may be bound here; seldom those that may not."""
        careless = self.chance(0.01)
        return [n for n, t in self.scope.items() if (t == type or type is None) and (n not in self.frozen or careless)]

    def names(self, type):
        return [n for n, t in self.scope.items() if t == type]

    def bind(self, name, type):
        self.scope[name] = type
        self.frozen.discard(name)
        if self.level == 0:
            self.globals[name] = type
