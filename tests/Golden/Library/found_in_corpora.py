"""What programs of others use that was not there: wrappers of classes, keywords of built-in functions, modules of a package."""

import asyncio
from asyncio.subprocess import PIPE, Process
from functools import update_wrapper, wraps


def singleton(cls):
    instances = {}

    @wraps(cls)
    def wrapper(*args, **kwargs):
        if cls not in instances:
            instances[cls] = cls(*args, **kwargs)
        return instances[cls]

    return wrapper


@singleton
class President:
    """The head of a state."""

    limit = 3

    def __init__(self, name):
        self.name = name


class CountCalls:
    def __init__(self, function):
        update_wrapper(self, function)
        self.function = function
        self.count = 0

    def __call__(self, *args, **kwargs):
        self.count += 1
        return self.function(*args, **kwargs)


@CountCalls
def say(word):
    """Says it."""
    return word


def algebra(a, b):
    """Sets of no known type, with results in CPython's order."""
    print(a & b, a - b, a ^ b, a | b, a <= b, a.isdisjoint(b), a == b)


async def run() -> None:
    process: Process = await asyncio.create_subprocess_exec("echo", "from a child", stdout=PIPE)
    output, _ = await process.communicate()
    print(output, process.returncode)


def main():
    first, second = President("x"), President("y")
    print(first is second, first.name, President.__name__, President.__doc__, President.limit)
    wrapped = President.__wrapped__
    print(wrapped("z").name)
    print(say("a"), say(word="b"), say.count, say.__doc__, say.__name__)

    print(pow(2, exp=3), pow(base=2, exp=4), pow(base=2, exp=4, mod=5), pow(2, 4, mod=3), pow(mod=7, base=3, exp=2))
    print(round(number=2.567, ndigits=1), round(7.5, ndigits=0), sum([1, 2], start=5), int("ff", base=16))

    for a, b in [({1, 2, 3, 40, 5}, {40, 5, 6}), ({"x"}, {"y"}), (frozenset("abc"), {"a"}), ({1.0, 2}, {1, True}), (set(range(30)), {3, 7})]:
        algebra(a, b)
        algebra(b, a)
    print(hash(frozenset([1, 2, 3])), hash(frozenset(range(50))))
    print("hello".translate({104: "j", 108: None}), dict({"a": 1}, b=2), list(map(int, ["1", "2"])))
    asyncio.run(run())


main()
