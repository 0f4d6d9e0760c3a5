import codecs
import collections
import copy
import copyreg
import io
import pickle
import sys


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x


class Numbers(list):
    pass


class Table(dict):
    pass


class Slotted:
    __slots__ = ("a", "b")


class Pair(tuple):
    pass


class Word(str):
    pass


class Code(int):
    def __getnewargs_ex__(self):
        return (int(self),), {}


def function():
    pass


numbers = Numbers([1, 2])
numbers.note = 3
table = Table(a=1)
table.note = 4
slotted = Slotted()
slotted.a = 5
values = [
    None, True, 5, 300, -1, 70000, 2**40, -2**70, 1.5, "x", "\xe9\n\\", "\udc80", b"", b"ab", bytearray(b"q"), (), (1,), (1, 2, 3, 4), [1, [2]],
    {"a": 1, "b": {}}, {1, 2}, frozenset({3}), Point(2), numbers, table, Pair((1, 2)), Word("q"), Code(4), function, Point, len, type(None), range(3),
    slice(1, 2), collections.OrderedDict(a=1), collections.deque([1], 3), ValueError("x", 1), 1j, [1] * 1500, "k" * 300, ...,
]
for protocol in range(6):
    for value in values:
        data = pickle.dumps(value, protocol)
        again = pickle.loads(data)
        print(protocol, data if len(data) < 200 else len(data), type(again).__name__, again == value or repr(again)[:20])
    loop = []
    loop.append(loop)
    again = pickle.loads(pickle.dumps(loop, protocol))
    knot = ([],)
    knot[0].append(knot)
    tied = pickle.loads(pickle.dumps(knot, protocol))
    print(again[0] is again, tied[0][0] is tied)
    try:
        print(pickle.loads(pickle.dumps(slotted, protocol)).a)
    except TypeError as error:
        print(error)

print(pickle.loads(pickle.dumps(numbers)).note, pickle.loads(pickle.dumps(table)).note)
file = io.BytesIO()
pickle.dump([1], file)
pickle.dump({"x"}, file)
file.seek(0)
print(pickle.load(file), pickle.load(file))


class Store(pickle.Pickler):
    def persistent_id(self, obj):
        return "point" if isinstance(obj, Point) else None


class Fetch(pickle.Unpickler):
    def persistent_load(self, pid):
        return "fetched " + pid

    def find_class(self, module, name):
        print("find", module, name)
        return super().find_class(module, name)


file = io.BytesIO()
Store(file).dump([Point(1), function])
file.seek(0)
print(Fetch(file).load()[0])

for data in (b"", b"x", b"cfoo\nbar\n.", b"\x80\x09.", b"K", b"I5\n", b".", b"0.", b"h\x05.", b"\x8c\x05abc", b"(l0."):
    try:
        pickle.loads(data)
    except Exception as error:
        print(data, type(error).__module__, type(error).__name__, error)


def local():
    class Hidden:
        pass

    for value in (Hidden, Hidden(), lambda: 1, (i for i in ())):
        for protocol in (0, 4):
            try:
                pickle.dumps(value, protocol)
            except Exception as error:
                print(protocol, type(error).__module__, type(error).__name__, error)


local()
print(copy.copy(numbers).note, copy.deepcopy(table).note, copy.deepcopy(Pair((1, [2]))), copy.copy(slotted).a, copy.copy(Point(7)) == Point(7))
print(Point(1).__reduce_ex__(2)[1:], numbers.__reduce_ex__(4)[2], type.__module__)
copyreg.pickle(Point, lambda p: (Point, (p.x + 1,)))
print(pickle.loads(pickle.dumps(Point(1))).x)
copyreg.add_extension("__main__", "function", 77)
print(pickle.dumps(function, 2), pickle.loads(pickle.dumps(function, 2)) is not None)

print(codecs.encode("abc", "rot13"), codecs.encode(b"ab", "hex"), codecs.decode(b"\xc3\xa9", "utf-8"), codecs.BOM_UTF8, codecs.lookup("UTF8").name)
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(b"\xc3"), decoder.decode(b"\xa9"), decoder.decode(b"", True)])
codecs.register_error("stars", lambda error: ("*" * (error.end - error.start), error.end))
print("a\xe9\u20acb".encode("ascii", "stars"), codecs.escape_decode(b"a\\x41\\n")[0])

sys.set_int_max_str_digits(1000)
for attempt in (lambda: str(10**1001), lambda: int("1" * 1001), lambda: int("1" * 1001, 16) > 0, lambda: int("12", base=3), lambda: int("9", base=37)):
    try:
        print(attempt())
    except ValueError as error:
        print(error)
