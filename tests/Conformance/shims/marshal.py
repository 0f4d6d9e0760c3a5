"""Compiled code as bytes, which converted programs do not have."""

import unittest


def _skip(*arguments, **options):
    raise unittest.SkipTest("reads byte code")


dump = dumps = load = loads = _skip
