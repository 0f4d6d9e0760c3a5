"""Doctests as tests of unittest, found in the module that asks.

>>> double(4)
8
>>> counts = []
>>> def note(word):
...     global last
...     last = word
...     counts.append(word)
>>> last = "none"
>>> note("x")
>>> last, counts
('x', ['x'])
>>> note
<function note at 0x...>
>>> print("no newline", end="")
no newline
"""

import doctest
import sys
import unittest


def double(x):
    """Twice as much.

    >>> double(2)
    4
    >>> double("ab")
    'abab'
    """
    return x * 2


def wrong():
    """
    >>> 1 + 1
    3
    """


listed = """
>>> double([1])
[1, 1]
"""

__test__ = {"listed": listed}


def before(test):
    print("before", test.name, test.lineno)


suite = doctest.DocTestSuite(setUp=before, optionflags=doctest.ELLIPSIS)
names = [test.id() for test in suite]
print(names)
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, len(result.failures), len(result.errors))
for test, text in result.failures:
    print(test, test.shortDescription(), "Expected:\n    3\nGot:\n    2" in text)
