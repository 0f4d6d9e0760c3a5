"""Compiled files, which converted programs do not have."""

import enum
import unittest


class PyCompileError(Exception):
    pass


class PycInvalidationMode(enum.Enum):
    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


def compile(*arguments, **options):
    raise unittest.SkipTest("reads byte code")
