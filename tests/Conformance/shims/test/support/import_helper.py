"""Imports of modules that tests may do without."""

import contextlib
import sys
import types
import unittest


class _Missing:
    """Stands for CPython's test modules of its C API: a test that uses one is skipped."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, attribute):
        raise unittest.SkipTest("No module named %r" % self._name)


def import_module(name, deprecated=False, *, required_on=()):
    if name.startswith("_test"):
        return _Missing(name)
    try:
        __import__(name)
        return sys.modules[name]
    except ImportError as error:
        raise unittest.SkipTest(str(error))


_given = set()


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False, usefrozen=False):
    """The one that there is: no module has a second implementation here. Tests that are asked for again come as classes of their own."""
    try:
        __import__(name)
        module = sys.modules[name]
    except ImportError:
        return None
    if not name.startswith("test."):
        return module
    again = name in _given
    _given.add(name)
    return _with_own_classes(module) if again else module


def _with_own_classes(module):
    copy = types.ModuleType(module.__name__)
    for name, value in vars(module).items():
        if isinstance(value, type) and issubclass(value, (unittest.TestCase, unittest.TestSuite)):
            value = type(value)(name, (value,), {"__module__": value.__module__, "__qualname__": value.__qualname__})
        setattr(copy, name, value)
    return copy


def unload(name):
    sys.modules.pop(name, None)


def forget(modname):
    unload(modname)


class CleanImport:
    def __init__(self, *names, usefrozen=False):
        self._saved = sys.modules.copy()
        for name in names:
            sys.modules.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        sys.modules.update(self._saved)


class DirsOnSysPath:
    def __init__(self, *paths):
        self._saved = sys.path[:]
        sys.path.extend(paths)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        sys.path[:] = self._saved


@contextlib.contextmanager
def ready_to_import(name=None, source=""):
    raise unittest.SkipTest("imports text that is written as it runs")
    yield


@contextlib.contextmanager
def isolated_modules():
    saved = sys.modules.copy()
    try:
        yield
    finally:
        sys.modules.clear()
        sys.modules.update(saved)


def make_legacy_pyc(source):
    raise unittest.SkipTest("writes byte code")


@contextlib.contextmanager
def frozen_modules(enabled=True):
    yield


@contextlib.contextmanager
def multi_interp_extensions_check(enabled=True):
    raise unittest.SkipTest("starts an interpreter")
    yield
