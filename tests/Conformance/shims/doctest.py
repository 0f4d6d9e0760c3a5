"""Doctests are texts that are compiled as they run, which emitted programs cannot do."""

import unittest


def DocTestSuite(*args, **kwargs):
    return unittest.TestSuite()
