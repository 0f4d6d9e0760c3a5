"""What test suites of well-known packages ask of the library."""
import codecs
import doctest
import html
import importlib
import inspect
import io
import re
import socket
import warnings
from collections import Counter, OrderedDict, defaultdict


def shown(callable_):
    try:
        return str(inspect.signature(callable_))
    except ValueError as error:
        return str(error).split(" for ")[0].split("> ")[-1]


for callable_ in (map, dict, max, abs, sorted, [].append, list.append, str.split, "".join, int.to_bytes, property, Exception, OrderedDict.move_to_end, re.sub):
    print(callable_.__name__, shown(callable_))

ordered = OrderedDict([(1, "a"), ("x", "b")])
turned = OrderedDict([("x", "b"), (1, "a")])
for other in (ordered, turned, dict(ordered), defaultdict(int, ordered), Counter({1: 2})):
    print(ordered.keys() == other.keys(), ordered.items() == other.items(), ordered.keys() <= other.keys(), ordered.keys() ^ other.keys() == set())
ordered.move_to_end(1.0)
print(ordered)


class Recursive:
    def __init__(self, touches):
        self.touches = touches

    def __hash__(self):
        return hash(self.touches)

    def __eq__(self, other):
        if self.touches:
            touch(self)
        return self.touches == other.touches


touched = OrderedDict()


def touch(key):
    try:
        touched.move_to_end(key)
    except KeyError:
        touched[key] = 1


for key in (Recursive(False), Recursive(True), Recursive(True)):
    touch(key)
print(len(touched))

with codecs.EncodedFile(io.BytesIO(), "utf-8", "latin-1") as recoded:
    recoded.write("äö".encode())
    print(recoded.stream.getvalue())
print(chr(228).encode("charmap"), re.compile(b"a").sub("x", b"none"), html.unescape("&lt;"))

near, far = socket.socketpair()
near.close()
far.close()
for action in (lambda: near.settimeout(1), lambda: near.recv(1), lambda: socket.inet_pton(socket.AF_INET, "1.2.3"), lambda: socket.inet_aton("none")):
    try:
        action()
    except OSError as error:
        print(error)
print(socket.inet_pton(socket.AF_INET6, "::1")[-1], socket.inet_ntop(socket.AF_INET, b"\x7f\0\0\1"))

print(__import__("concurrent.futures").__name__, importlib.reload(html) is html)
with warnings.catch_warnings(record=True) as caught:
    warnings.filterwarnings("error", module="elsewhere")
    warnings.warn("here", UserWarning)
    print([str(w.message) for w in caught])


def increased(x):
    """
    >>> increased(1)  # doctest: +SKIP
    3
    """
    return x + 1


test_increased = """
    >>> increased(1)
    2
"""
other_text = """
    >>> increased(1)
    7
"""
__test__ = {name: value for name, value in locals().items() if name.startswith("test_")}

if __name__ == "__main__":
    print(doctest.testmod())
