# Methods of the library's classes and functions of modules that tests replace; wrappers of reprs; odd arguments of os.path.
import os
import posixpath
import random
import reprlib
import warnings
from unittest import mock

with mock.patch.object(random.Random, "gammavariate", return_value=0.0):
    print(random.betavariate(2.5, 3.5), random.Random().betavariate(1, 2))
with mock.patch.object(random.Random, "random", return_value=0.5):
    print(random.Random().uniform(1, 3))
print(random.Random(3).uniform(1, 3))
with mock.patch("os.getcwd", return_value="/home/user/bar"):
    print(posixpath.relpath("a"), posixpath.relpath("a", "../b"), posixpath.abspath("x"))


class Shown:
    @reprlib.recursive_repr()
    def __repr__[T](self, by: T = "") -> str:
        "How it is shown."
        return "shown"


print(Shown.__repr__.__type_params__, Shown.__repr__.__annotations__, Shown.__repr__.__doc__, Shown.__repr__.__wrapped__.__name__)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(posixpath.exists(False), [str(w.message) for w in caught])
for function, arguments in [(posixpath.normpath, ("a\0/../b",)), (posixpath.relpath, (b"a", "b")), (posixpath.relpath, ("a", b"b")), (posixpath.commonprefix, ([3, 4],)), (posixpath.ismount, ("/\udfff",)), (posixpath.ismount, ("/x\0",)),
                            (posixpath.exists, ("a\0",)), (posixpath.join, ("a", b"b"))]:
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)
print(os.path.exists("/"))
