"""What `not a == b` asks, packed arguments that are deleted, and names that C# might hide."""
import functools
from itertools import chain, groupby
from types import FunctionType, MethodType


class Loud:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("eq")
        return self.value == other.value

    def __ne__(self, other):
        print("ne")
        return not (self == other)


class LoudDict(dict):
    def __eq__(self, other):
        print("eq of a dict")
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not (self == other)


def compare(a, b):
    assert a == a
    print(not a == b, not a != b, a != b)


compare(Loud(1), Loud(2))
compare(LoudDict(a=1), {"a": 1})


def counted(*args, **options):
    count = len(args) + len(options)
    del args, options
    try:
        return count, args
    except UnboundLocalError as error:
        return count, str(error)


def given(*args: int):
    yield from args
    del args
    yield "end"


print(counted(1, 2, third=3), list(given(1, 2)))


class CancelJob:
    """A line,\r and more of it.\x85 And\u2028 more."""


class Kind(type):
    pass


class Scheduler(metaclass=Kind):
    def cancel_job(self, job):  # a comment with   a separator of lines
        return isinstance(job, CancelJob)


def cancel_job(job):
    return Scheduler().cancel_job(job)


print(cancel_job(CancelJob()), cancel_job(1), repr(CancelJob.__doc__))


class ByClass(property):
    """A property that says something of the class too."""

    def __init__(self, getter=None, of_class=None):
        self.of_class = of_class
        property.__init__(self, fget=getter)

    def __get__(self, instance, owner=None):
        return self.of_class if instance is None else property.__get__(self, instance, owner)


class Described:
    """The class"""

    def __init__(self, name):
        self.name = name

    __doc__ = ByClass(lambda self: f"the object {self.name}", __doc__)


print(Described.__doc__, Described("x").__doc__)


class Bound(functools.partial):
    def __get__(self, instance, owner):
        return MethodType(self, instance)


class Greeter:
    def greet(self, end="."):
        return "hello" + end

    shout = Bound(greet, end="!")


print(Greeter().shout())


class Groups(groupby):
    asked = 0

    def __next__(self):
        Groups.asked += 1
        return super().__next__()


class Marked(chain):
    def __next__(self):
        return "*" + super().__next__()


print([(key, len(list(group))) for key, group in Groups("aabb")], Groups.asked, list(Marked("ab", "c")))


def adder(amount):
    def add(a, b=2, *, c=3):
        return a + b + c + amount

    add.mark = "kept"
    return add


first = adder(100)
second = FunctionType(first.__code__, first.__globals__, "second", (7,), first.__closure__)
second.__kwdefaults__ = first.__kwdefaults__
print(first(1), second(1), second.__name__, hasattr(second, "mark"), first is second)
