"""Imports of modules that tests may do without."""

import asyncio
import unittest

_KNOWN = {"asyncio": asyncio}


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return _KNOWN[name]
    except KeyError:
        raise unittest.SkipTest("No module named %r" % name)
