"""Tracebacks as the interpreter prints them, from all kinds of code."""

import io
import sys
import traceback


class Account:
    def __init__(self, owner):
        self.owner = owner

    def balance(self):
        return self.missing

    @property
    def limit(self):
        return {"none": 0}["limit"]


def generator():
    yield 1
    raise RuntimeError("in a generator")


def recurse(n):
    if n == 0:
        return [1, 2][5]
    return recurse(n - 1)


def chained():
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("second")


def caused():
    try:
        int("x")
    except ValueError as error:
        raise KeyError("wrapped") from error


def noted():
    error = OSError("with notes")
    error.add_note("first note")
    error.add_note("second note")
    raise error


def checked(value):
    assert value > 10, "too small"


def grouped():
    raise ExceptionGroup("several", [ValueError("one"), TypeError("two")])


def total(items):
    return sum(x for x in items)


def joined(left, right):
    return left \
        + \
        right


sys.stdin = io.StringIO("")
reader = input
cases = [
    lambda: Account("a").balance(),
    lambda: Account("b").limit,
    lambda: list(generator()),
    lambda: recurse(3),
    chained,
    caused,
    noted,
    lambda: checked(5),
    grouped,
    lambda: "a" + 1,
    lambda: undefined_name,
    lambda: total(None),
    lambda: joined(1, ""),
    lambda: reader().strip().split(","),
]
for case in cases:
    try:
        case()
    except Exception:
        text = traceback.format_exc()
        print(text.replace(__file__, "tracebacks.py"), end="")
    print("-" * 20)
print(sys.exc_info())
