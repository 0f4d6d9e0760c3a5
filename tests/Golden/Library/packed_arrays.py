import array
import copy
import io
import pickle
import sys

for code in array.typecodes:
    if code == "u":
        continue
    a = array.array(code, "ab\U0001f600" if code == "w" else [1, 2, 3])
    print(repr(a), a.itemsize, len(a), a.tobytes(), memoryview(a).format)
    for value in (-1, 2**7, 2**8, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, 1.5, "x", None):
        try:
            a[0] = value
            print(a[0], end=" ")
        except (TypeError, OverflowError) as error:
            print(type(error).__name__, error)
    print()

a = array.array("i", range(10))
print(a[2:5], a[::-3], a[-1], 5 in a, a.index(4), a.count(3), a + a[:1], a[:2] * 3, a == array.array("d", range(10)), a < a[1:])
a[1:3] = array.array("i", [7, 7, 7])
a[::5] = array.array("i", [-1, -2, -3])
del a[4:6], a[0]
a.insert(1, 99)
a.extend([5, 6])
a.extend(array.array("i", [8]))
a.reverse()
print(a, a.pop(), a.pop(0), a.tolist())
a.remove(99)
a.byteswap()
print(a[0], a.buffer_info()[1])
for attempt in (lambda: a.pop(100), lambda: a.remove(12345), lambda: a.extend(array.array("d")), lambda: a + [1], lambda: a.__setitem__(slice(0, 1), [1]),
                lambda: array.array("x"), lambda: array.array("i", "ab"), lambda: a.frombytes(b"abc"), lambda: a[50], lambda: a["x"], lambda: a.tounicode(),
                lambda: array.array(5), lambda: a.fromlist((1,)), lambda: hash(a)):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)

view = memoryview(a)
view[0] = 42
print(a[0], view.itemsize, view.obj is a)
try:
    a.append(1)
except BufferError as error:
    print(error)
view.release()
a.append(1)


class Named(array.array):
    def __new__(cls, code, items, name=""):
        return super().__new__(cls, code, items)

    def __init__(self, code, items, name=""):
        self.name = name


n = Named("h", [1, 2], "x")
print(n, copy.copy(n), copy.deepcopy(a) == a, n.name)
for protocol in range(6):
    again = pickle.loads(pickle.dumps(n, protocol))
    print(type(again).__name__, again, again.name, pickle.loads(pickle.dumps(a, protocol)) == a)
file = io.BytesIO()
a.tofile(file)
file.seek(0)
b = array.array("i")
b.fromfile(file, 3)
try:
    b.fromfile(file, 1000)
except EOFError as error:
    print(error, b == a)
it = iter(a)
next(it)
print(it.__reduce__()[2], sum(it), [*it], sys.byteorder)
