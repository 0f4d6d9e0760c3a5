"""What CPython's tests ask of their helpers, for tests that are converted."""

import contextlib
import functools
import gc
import io
import sys
import time
import unittest

SHORT_TIMEOUT = 30.0
LOOPBACK_TIMEOUT = 10.0
INTERNET_TIMEOUT = 60.0
LONG_TIMEOUT = 300.0

verbose = False
use_resources = None
is_emscripten = False
is_wasi = False
is_apple = False
is_android = False
has_fork_support = False
has_subprocess_support = True
has_socket_support = True
Py_DEBUG = False
MISSING_C_DOCSTRINGS = False
HAVE_DOCSTRINGS = True
ALWAYS_EQ = type("_ALWAYS_EQ", (), {"__eq__": lambda self, other: True, "__ne__": lambda self, other: False})()
NEVER_EQ = type("_NEVER_EQ", (), {"__eq__": lambda self, other: False, "__ne__": lambda self, other: True, "__hash__": lambda self: 1})()


def gc_collect():
    gc.collect()
    gc.collect()
    gc.collect()


def _same(test):
    return test


def cpython_only(test):
    return test


def impl_detail(msg=None, **guards):
    return _same


def check_impl_detail(**guards):
    return guards.get("cpython", not guards)


def requires_docstrings(test):
    return test


def no_tracing(test):
    return test


def refcount_test(test):
    return test


def requires_resource(name):
    return unittest.skip("resource " + repr(name) + " is not enabled")


def requires_subprocess():
    return _same


def requires_fork():
    return unittest.skip("requires working os.fork()")


def requires_working_socket(*, module=False):
    return None if module else _same


def requires_limited_api(test):
    return unittest.skip("needs _testcapi")(test)


def skip_if_sanitizer(*args, **kwargs):
    return _same


def skip_if_pgo_task(test):
    return test


def bigmemtest(size, memuse, dry_run=True):
    return unittest.skip("needs much memory")


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest("object %r has no attribute %r" % (obj, name))


def maybe_get_event_loop_policy():
    return None


def reap_children():
    pass


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
    delay = init_delay
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(delay)
        delay = min(delay * 2, max_delay)


def busy_retry(timeout, err_msg=None, /, *, error=True):
    if timeout <= 0:
        raise ValueError("timeout must be greater than zero")
    start = time.monotonic()
    while True:
        yield
        if time.monotonic() - start > timeout:
            break
    if error:
        raise AssertionError(err_msg or "timeout")


@contextlib.contextmanager
def captured_output(stream_name):
    original = getattr(sys, stream_name)
    setattr(sys, stream_name, io.StringIO())
    try:
        yield getattr(sys, stream_name)
    finally:
        setattr(sys, stream_name, original)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


@contextlib.contextmanager
def swap_attr(obj, attr, new_val):
    if hasattr(obj, attr):
        real_val = getattr(obj, attr)
        setattr(obj, attr, new_val)
        try:
            yield real_val
        finally:
            setattr(obj, attr, real_val)
    else:
        setattr(obj, attr, new_val)
        try:
            yield
        finally:
            if hasattr(obj, attr):
                delattr(obj, attr)


@contextlib.contextmanager
def swap_item(obj, item, new_val):
    if item in obj:
        real_val = obj[item]
        obj[item] = new_val
        try:
            yield real_val
        finally:
            obj[item] = real_val
    else:
        obj[item] = new_val
        try:
            yield
        finally:
            if item in obj:
                del obj[item]


class catch_unraisable_exception:
    """Keeps what the interpreter could not raise."""

    def __init__(self):
        self.unraisable = None
        self._old_hook = None

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __enter__(self):
        self._old_hook = sys.unraisablehook
        sys.unraisablehook = self._hook
        return self

    def __exit__(self, *exc_info):
        sys.unraisablehook = self._old_hook
        del self.unraisable


@contextlib.contextmanager
def disable_gc():
    yield


@contextlib.contextmanager
def infinite_recursion(max_depth=None):
    yield


def run_with_locale(*args):
    return _same


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    testcase.assertRaises(TypeError, tp, *args, **kwds)


def iter_builtin_types():
    yield from (int, str, list, dict, set, tuple, float, bool, bytes)


def force_not_colorized(func):
    return func
