"""Recursion without an end, through functions and special methods: each ends with RecursionError, soon."""

import contextlib
import sys


def attempt(name, function):
    try:
        function()
    except RecursionError as e:
        print(name, type(e).__name__)


class Endless:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __len__(self):
        return len(self)

    def __getattr__(self, name):
        return getattr(self, name)

    def __add__(self, other):
        return self + other

    def __str__(self):
        return f"{self}"

    def __call__(self):
        return self()

    def __iter__(self):
        return iter(self)

    def __bool__(self):
        return bool(self)

    def __hash__(self):
        return hash(self)


def caught():
    try:
        return caught()
    except ValueError:
        return -1


def first(n):
    return second(n)


def second(n):
    return first(n)


def delegating(n):
    yield from delegating(n + 1)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


for name, function in {
    "caught": caught, "repr": lambda: repr(Endless()), "eq": lambda: Endless() == 1, "len": lambda: len(Endless()), "getattr": lambda: Endless().q,
    "add": lambda: Endless() + 1, "str": lambda: str(Endless()), "call": lambda: Endless()(), "iter": lambda: list(Endless()), "bool": lambda: bool(Endless()),
    "hash": lambda: hash(Endless()), "mutual": lambda: first(1), "delegating": lambda: next(delegating(0)), "deep": lambda: deep(2000),
}.items():
    attempt(name, function)
print(deep(900))
sys.setrecursionlimit(5000)
print(deep(4000))


@contextlib.contextmanager
def guard(x):
    print("in", x)
    yield x
    print("out", x)


class QueueError(ValueError):
    def __init__(self, name, table):
        super().__init__(name)
        self.table = table

    def process(self):
        with guard(1) as a, guard(2):
            return str(self) + str(a)


print(QueueError("n", [1]).process())
