"""Where files of data stand, and helpers of tests that need none of the interpreter."""

import contextlib
import os
import sys
import time
import unittest

TEST_HOME_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TEST_DATA_DIR = os.path.join(TEST_HOME_DIR, "data")
MS_WINDOWS = sys.platform == "win32"
TEST_HTTP_URL = "http://www.pythontest.net"
SOCK_MAX_SIZE = 16 * 1024 * 1024 + 1
has_strftime_extensions = True
PGO = False


class _Extreme:
    """Above or below everything that is not of its own kind."""

    def __init__(self, above):
        self._above = above

    def __eq__(self, other):
        return isinstance(other, _Extreme) and other._above == self._above

    def __hash__(self):
        return hash(self._above)

    def __lt__(self, other):
        return not self._above and self != other

    def __le__(self, other):
        return not self._above or self == other

    def __gt__(self, other):
        return self._above and self != other

    def __ge__(self, other):
        return self._above or self == other


LARGEST, SMALLEST = _Extreme(True), _Extreme(False)


def findfile(filename, subdir=None):
    """The path of a file of data: beside the tests' folder, or somewhere on sys.path."""
    if os.path.isabs(filename):
        return filename
    if subdir is not None:
        filename = os.path.join(subdir, filename)
    for folder in [TEST_HOME_DIR, *sys.path]:
        if os.path.exists(os.path.join(folder, filename)):
            return os.path.join(folder, filename)
    return filename


def open_urlresource(url, *args, **kw):
    raise unittest.SkipTest("reads a file of the network")


@contextlib.contextmanager
def run_with_locale(category, *names):
    """The first of some locales that there is, or the present one."""
    import locale

    kind = getattr(locale, category)
    before = locale.setlocale(kind)
    for name in names:
        try:
            locale.setlocale(kind, name)
            break
        except locale.Error:
            pass
    try:
        yield
    finally:
        locale.setlocale(kind, before)


def run_with_locales(category, *names):
    """Runs a test under each of some locales that there are."""
    def decorator(test):
        def wrapper(self, *args, **kwargs):
            for name in names or ("",):
                with run_with_locale(category, name):
                    test(self, *args, **kwargs)
        wrapper.__name__ = test.__name__
        return wrapper
    return decorator


def run_with_tz(zone):
    """Runs a function under a zone of time."""
    def decorator(function):
        def wrapper(*args, **kwargs):
            before = os.environ.get("TZ")
            os.environ["TZ"] = zone
            time.tzset()
            try:
                return function(*args, **kwargs)
            finally:
                if before is None:
                    del os.environ["TZ"]
                else:
                    os.environ["TZ"] = before
                time.tzset()
        wrapper.__name__ = function.__name__
        wrapper.__doc__ = function.__doc__
        return wrapper
    return decorator


def check__all__(test_case, module, name_of_module=None, extra=(), not_exported=()):
    """That __all__ of a module has the public names of its own, and no others."""
    own = (module.__name__,) if name_of_module is None else (name_of_module,) if isinstance(name_of_module, str) else name_of_module
    expected = set(extra)
    for name in dir(module):
        if name.startswith("_") or name in not_exported:
            continue
        value = getattr(module, name)
        if hasattr(value, "__module__"):
            if value.__module__ in own:
                expected.add(name)
        elif not isinstance(value, type(sys)):
            expected.add(name)
    test_case.assertCountEqual(module.__all__, expected)


def wait_process(pid, *, exitcode, timeout=None):
    raise unittest.SkipTest("requires working os.fork()")


def skip_if_broken_multiprocessing_synchronize():
    raise unittest.SkipTest("needs multiprocessing")
