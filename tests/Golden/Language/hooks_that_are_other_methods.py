"""Hooks of attributes that are built-in methods of another name, metaclasses of odd bases, and super by another name."""


class Record(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


record = Record(a=1)
record.b = 2
setattr(record, "c", 3)
print(record, record.b, record["c"], vars(record))
del record.a
delattr(record, "c")
print(record)
try:
    record.nothing
except KeyError as e:
    print("KeyError", e)
try:
    del record.nothing
except KeyError as e:
    print("KeyError", e)


class Plain:
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


plain = Plain()
plain.x = 1
print(plain.x)
del plain.x
print(hasattr(plain, "x"))


class Recorder:
    """An object of it as a base makes what the class statement gives."""

    def __init__(self, *arguments):
        self.arguments = arguments


class Made(Recorder("first")):
    x = 1


print(type(Made).__name__, Made.arguments[0], [type(b).__name__ for b in Made.arguments[1]], Made.arguments[2]["x"])

try:
    class Number(5):
        pass
except TypeError as e:
    print(e)


class First(type):
    pass


class Second(type):
    pass


class OfFirst(metaclass=First):
    pass


class OfSecond(metaclass=Second):
    pass


try:
    class Both(OfFirst, OfSecond):
        print("the body does not run")
except TypeError as e:
    print(e)
try:
    class Chosen(OfFirst, metaclass=Second):
        print("the body does not run")
except TypeError as e:
    print(e)


class Narrow(First):
    pass


class Fitting(OfFirst, metaclass=Narrow):
    pass


class Inherited(Fitting, metaclass=First):
    pass


print(type(Fitting).__name__, type(Inherited).__name__)


class Base:
    def name(self):
        return "base"


class Derived(Base):
    def name(self):
        return "derived of " + super().name()


print(Derived().name())


class Other:
    def name(self):
        return "other"


super = Other
print(Derived().name())
del super
print(Derived().name())
