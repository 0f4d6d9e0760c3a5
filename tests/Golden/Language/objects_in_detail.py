# What classes, functions and modules tell of themselves.
import abc
import collections
import re
import types
import typing


def plain(value: object) -> str:
    return re.sub(r"0x[0-9a-f]+", "0x", repr(value))


# Built-in callables: slot wrappers, methods, and what they are bound to.
for value in (object.__init__, int.__add__, str.upper, (1).__add__, "a".upper, dict.fromkeys, dict.__dict__["fromkeys"], object.__new__, list.__getitem__,
              tuple.__getitem__, [].__iter__, len, str.maketrans, int.from_bytes, object().__str__, collections.deque.append, type.__call__):
    print(type(value).__name__, plain(value), value.__name__, value.__qualname__)
print(types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType)
print(isinstance(object.__init__, types.WrapperDescriptorType), isinstance("".__len__, types.MethodWrapperType), isinstance(dict.__dict__["fromkeys"], types.ClassMethodDescriptorType))
print(hasattr("a".upper, "__objclass__"), str.upper.__objclass__, int.__new__.__self__)


class Text(str):
    def __rmod__(self, other: object) -> str:
        return f"{other!r} % {str(self)!r}"


print("a%s" % Text("x"), "%d" % 3)


class Hinted:
    def __init__(self, hint: object) -> None:
        self.hint = hint

    def __iter__(self) -> typing.Iterator[int]:
        return iter([1, 2])

    def __length_hint__(self) -> object:
        print("asked")
        return self.hint


print(list(Hinted(3)), tuple(Hinted(0)), sorted(Hinted(1)), [0].__add__([5]))
for hint in (-1, "x"):
    try:
        print(list(Hinted(hint)))
    except (TypeError, ValueError) as e:
        print(e)


class Open(abc.ABC):
    @abc.abstractproperty
    def size(self) -> int:
        return 3


try:
    Open()
except TypeError as e:
    print(e)

# What views and sets have in common is a set; slices and copies take any items.
names = {"a": 1}
print(names.keys() & frozenset("ab"), frozenset("ab") & names.keys(), names.keys() - frozenset("b"))
print(collections.UserDict.fromkeys("ab", 3))


def given(value: typing.Any) -> typing.Any:
    return value


part = list(range(5))[given(slice(1, 3))]
part.append("x")
print(part)


class Noted:
    x: int
    y: "str" = "a"


class Derived(Noted):
    pass


print(Noted.__annotations__, Derived.__annotations__, typing.get_type_hints(Derived))
print(__spec__, type(__loader__).__name__, __package__, __cached__, __name__)
