"""What an except clause may name, what becomes of its name, and of groups that are split."""


def attempt(kind):
    try:
        try:
            raise ValueError("inner")
        except kind:
            return "caught"
    except Exception as error:
        return type(error).__name__, str(error), repr(error.__context__)


for kind in (ValueError, (KeyError, ValueError), 3, "x", int, (KeyError, 4), None):
    print(attempt(kind))


def kept():
    try:
        raise KeyError("k")
    except KeyError as caught:
        def look():
            return caught
        print(repr(look()))
    try:
        look()
    except NameError as error:
        return str(error)


print(kept())


def star(kind):
    try:
        try:
            raise ValueError("one")
        except* kind as group:
            print(repr(group))
    except TypeError as error:
        print(error)


for kind in (ValueError, 3, ExceptionGroup, (ValueError, BaseExceptionGroup)):
    star(kind)

group = ExceptionGroup("g", [ValueError(1), TypeError(2)])
group.add_note("noted")
match, rest = group.split(ValueError)
print(match.__notes__, rest.__notes__, match.__notes__ is group.__notes__)


class Own(ExceptionGroup):
    pass


try:
    Own("own", [ValueError(), KeyboardInterrupt()])
except TypeError as error:
    print(error)


class Odd(ExceptionGroup):
    def derive(self, excs):
        return 5


try:
    Odd("odd", [ValueError(), TypeError()]).split(ValueError)
except TypeError as error:
    print(error)

first = ValueError("first")
first.__context__ = first
try:
    try:
        raise first
    except ValueError:
        raise TypeError("second")
except TypeError as error:
    print(repr(error.__context__), error.__context__.__context__ is first)
