"""The interpreter's own printing of exceptions and tracebacks, which CPython's tests reach by way of its C API."""

import sys
import traceback
import unittest


def exception_print(exception, legacy=False):
    if not isinstance(exception, BaseException):
        raise TypeError("an exception is required")
    sys.__excepthook__(type(exception), exception, exception.__traceback__)


def traceback_print(tb, file):
    file.write("Traceback (most recent call last):\n")
    traceback.print_tb(tb, file=file)


def __getattr__(name):
    raise unittest.SkipTest("needs CPython's C API")
