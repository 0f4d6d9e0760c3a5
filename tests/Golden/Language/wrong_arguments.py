"""Calls that do not fit, and what CPython supposes was meant."""


def f(first=1, bluchin=2):
    pass


class Named:
    def __init__(self, name=""):
        self.name = name

    def method(self, first, *, second=3):
        pass


class Text(str):
    pass


for call in (
    lambda: f(fisrt=3), lambda: f(blich=1), lambda: f(zzzzzzz=1), lambda: Named(nam="x"), lambda: Named().method(1, secnd=4),
    lambda: "a b".split(maxsplt=1), lambda: int("3", bas=3), lambda: open("x", mod="r"), lambda: max([1], ky=3), lambda: round(1.5, ndigit=1),
    lambda: "x".encode(encodin="u"), lambda: [1].sort(revrse=True), lambda: sum([1], strt=2), lambda: zip([1], stric=True), lambda: range(5, stop=3),
    lambda: int.from_bytes(b"a", byteordr="big"), lambda: bool(x=1), lambda: list(iterable=1), lambda: set(a=1), lambda: slice(a=1), lambda: map(a=1),
    lambda: str(objct=1), lambda: bytes(sorce=1), lambda: property(fgt=1), lambda: pow(bas=1, exp=2), lambda: "a".replace("b"), lambda: iter(42, 42),
    lambda: sum([], bytearray()),
):
    try:
        print("no error", call())
    except TypeError as e:
        print(e)
print(format(3, Text("05d")), format("x", Text(">4")))


class Told:
    def __set_name__(self, owner, name):
        raise ValueError("bad")


try:
    class Holder:
        attribute = Told()
except ValueError as e:
    print(e, e.__notes__)


class Kept(OSError):
    def __new__(cls, message, extra=None):
        made = OSError.__new__(cls, message)
        made.extra = extra
        return made


error = Kept("m", extra=4)
print(error.extra, error.args)
blocked = BlockingIOError("a", "b", 3)
print(blocked.characters_written)
del blocked.characters_written
print(hasattr(blocked, "characters_written"))
