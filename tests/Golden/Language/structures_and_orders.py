"""Structures with named fields, dicts that know an order, modules as objects, and what truth cannot be told of."""

import collections
import copy
import pickle
import time
import types
import warnings


def tried(function, *arguments, **named):
    try:
        print(function(*arguments, **named))
    except (TypeError, ValueError, KeyError, AttributeError, DeprecationWarning) as error:
        print(type(error).__name__, error)


stamp = time.struct_time("1234567890")
print(stamp.tm_zone, stamp[:2], copy.replace(stamp, tm_year="x").tm_year, pickle.loads(pickle.dumps(stamp)).tm_zone, copy.copy(stamp) == stamp)
tried(time.struct_time, "123")
tried(time.struct_time, "123456789", {"tm_zone": 1})
tried(time.struct_time, "123456789", dict={"other": 1})
tried(time.struct_time, None)
tried(copy.replace, stamp, other=1)


class Derived(collections.OrderedDict):
    """Keeps its class where it is merged."""


ordered = collections.OrderedDict(a=1, b=2)
ordered.note = "kept"
print(ordered.pop("a"), ordered.pop("q", default=9), ordered.setdefault("z", default=3), collections.OrderedDict.fromkeys("ab", value=1), copy.copy(ordered).note)
tried(ordered.pop, "q")
ordered["me"] = ordered
print(ordered)
print(type(Derived(a=1) | {"b": 2}).__name__, type({"b": 2} | Derived(a=1)).__name__, {"b": 2} | Derived(a=1))
print(collections.OrderedDict(a=1, b=2) == collections.OrderedDict(b=2, a=1), collections.OrderedDict(a=1, b=2) == {"b": 2, "a": 1})

module = types.ModuleType("foo")
print(module, module.__annotations__, sorted(dir(module)))
module.__file__ = "foo.py"
print(module)
del module.__name__
print(module)
module.__dir__ = lambda: ["b", "a"]
print(dir(module))
module.__dir__ = 3
tried(dir, module)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(bool(NotImplemented), not NotImplemented)
    print([str(w.message) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    tried(bool, NotImplemented)

names = {"__name__": "text", "__file__": "text"}
exec(compile("""
import sys
def f(a, b=3):
    c = a + b
    frame = sys._getframe()
    return sorted(frame.f_locals), frame.f_lineno, frame.f_globals['__name__']
def g():
    return f(1)
def fails(q):
    w = q
    return 1 / 0
""", "<text>", "exec"), names)
print(names["g"]())
try:
    names["fails"](5)
except ZeroDivisionError as error:
    last = error.__traceback__
    while last.tb_next:
        last = last.tb_next
    print(last.tb_frame.f_locals, last.tb_lineno, last.tb_frame.f_code.co_filename)
