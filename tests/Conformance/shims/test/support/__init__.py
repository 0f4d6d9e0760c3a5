"""What CPython's tests ask of their helpers, for tests that are converted."""

import contextlib
import functools
import gc
import io
import os
import struct
import sys
import textwrap
import time
import unittest
import warnings

from test.support.data_files import *
from test.support.platforms import *

SHORT_TIMEOUT = 30.0
LOOPBACK_TIMEOUT = 10.0
INTERNET_TIMEOUT = 60.0
LONG_TIMEOUT = 300.0

MAX_Py_ssize_t = sys.maxsize
_1M = 1024 * 1024
_1G = 1024 * _1M
_2G = 2 * _1G
_4G = 4 * _1G
PIPE_MAX_SIZE = 4 * _1M + 1
NHASHBITS = sys.hash_info.width
TEST_SUPPORT_DIR = os.path.dirname(os.path.abspath(__file__))
REPO_ROOT = os.path.dirname(os.path.abspath(__file__))
STDLIB_DIR = REPO_ROOT

verbose = False
use_resources = None
real_max_memuse = 0
max_memuse = 0
failfast = False
is_emscripten = False
is_wasi = False
is_apple = False
is_apple_mobile = False
is_wasm32 = False
is_jython = False
is_android = False
has_fork_support = False
has_subprocess_support = True
has_socket_support = True
Py_DEBUG = False
Py_GIL_DISABLED = False
Py_TRACE_REFS = False
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
    return _same


def requires(resource, msg=None):
    pass


def is_resource_enabled(resource):
    return True


def requires_IEEE_754(test):
    return test


def requires_gil_enabled(msg="needs the GIL"):
    return _same


def requires_zlib(reason="requires zlib"):
    return _same


@contextlib.contextmanager
def suppress_immortalization(suppress=True):
    yield


def skip_on_s390x(test):
    return test


def check_sanitizer(**kinds):
    return False


def skip_emscripten_stack_overflow():
    return _same


def skip_wasi_stack_overflow():
    return _same


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
    """Without a limit of memory, a test that may runs small, and another is skipped."""
    def decorator(test):
        @functools.wraps(test)
        def wrapper(self):
            if not dry_run:
                raise unittest.SkipTest("needs much memory")
            return test(self, 5147)
        wrapper.size = size
        wrapper.memuse = memuse
        return wrapper
    return decorator


def bigaddrspacetest(test):
    return unittest.skip("needs a small address space")(test)


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


def captured_stdin():
    return captured_output("stdin")


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


def get_c_recursion_limit():
    return 10000


def exceeds_recursion_limit():
    return 100000


@contextlib.contextmanager
def adjust_int_max_str_digits(max_digits):
    current = sys.get_int_max_str_digits()
    try:
        sys.set_int_max_str_digits(max_digits)
        yield
    finally:
        sys.set_int_max_str_digits(current)


@contextlib.contextmanager
def setswitchinterval(interval):
    yield


class CPUStopwatch:
    """How much time of the processor a block takes."""

    clock_info = type("clock_info", (), {"resolution": 1e-6, "implementation": "clock_gettime"})

    def __enter__(self):
        self.seconds = 0
        self._start = time.process_time()
        return self

    def __exit__(self, *exc):
        self.seconds = time.process_time() - self._start


class BrokenIter:
    """An iterable that fails where it is asked to: when made, by iter() or by next()."""

    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0
        self.next_raises = next_raises
        self.iter_raises = iter_raises

    def __next__(self):
        if self.next_raises:
            1 / 0

    def __iter__(self):
        if self.iter_raises:
            1 / 0
        return self


class Error(Exception):
    """A failure of a test's own."""


class TestFailed(Error):
    def __init__(self, msg, *args, stats=None):
        self.msg = msg
        self.stats = stats
        super().__init__(msg, *args)

    def __str__(self):
        return self.msg


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as cm:
        compile(statement, "<test string>", "exec")
    err = cm.exception
    testcase.assertIsNotNone(err.lineno)
    if lineno is not None:
        testcase.assertEqual(err.lineno, lineno)
    testcase.assertIsNotNone(err.offset)
    if offset is not None:
        testcase.assertEqual(err.offset, offset)


def run_code(code, extra_names=None):
    names = {} if extra_names is None else dict(extra_names)
    exec(textwrap.dedent(code), names)
    return names


def check_free_after_iterating(test, iter, cls, args=()):
    raise unittest.SkipTest("counts references")


def check_sizeof(test, o, size):
    raise unittest.SkipTest("sizes of CPython's objects")


def calcobjsize(fmt):
    return struct.calcsize("nP" + fmt + "0n")


def calcvobjsize(fmt):
    return struct.calcsize("nPn" + fmt + "0n")


def sortdict(dict):
    return "{" + ", ".join("%r: %r" % pair for pair in sorted(dict.items())) + "}"


def detect_api_mismatch(ref_api, other_api, *, ignore=()):
    missing = set(dir(ref_api)) - set(dir(other_api)) - set(ignore)
    return {name for name in missing if not name.startswith("_") or name.endswith("__")}


def optim_args_from_interpreter_flags():
    return []


def run_in_subinterp(code):
    raise unittest.SkipTest("starts an interpreter")


def run_in_subinterp_with_config(code, **config):
    raise unittest.SkipTest("starts an interpreter")


def collision_stats(nbins, nballs):
    """Mean and standard deviation of the collisions of balls thrown into bins."""
    n, k = nbins, nballs
    p1 = (1 - 1 / n) ** k
    p2 = (1 - 2 / n) ** k
    mean = k - n * (1 - p1)
    variance = n * (n - 1) * p2 + n * p1 - (n * p1) ** 2
    return mean, max(variance, 0.0) ** 0.5


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    testcase.assertRaises(TypeError, tp, *args, **kwds)


def iter_builtin_types():
    yield from (int, str, list, dict, set, tuple, float, bool, bytes)


def force_not_colorized(func):
    return func


@contextlib.contextmanager
def set_recursion_limit(limit):
    before = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(limit)
        yield
    finally:
        sys.setrecursionlimit(before)


def force_not_colorized(test):
    return test


def requires_legacy_unicode_capi():
    return unittest.skip("needs _testcapi")


class EqualToForwardRef:
    def __init__(self, arg):
        self.arg = arg


def requires_debug_ranges(reason="requires co_positions"):
    return _same


def has_no_debug_ranges():
    return False


def iter_slot_wrappers(cls):
    """The names of a class's slot wrappers, and whether it defines them itself."""
    for name in dir(cls):
        value = getattr(cls, name, None)
        if isinstance(value, type(object.__init__)) and name.startswith("__"):
            yield name, name in vars(cls)


def skip_if_suppress_immortalization():
    return _same


@contextlib.contextmanager
def gc_threshold(*numbers):
    yield


def findfile(name, subdir=None):
    return name if subdir is None else os.path.join(subdir, name)


def requires_specialization(test):
    return test


def requires_jit_disabled(test):
    return test


def check_c_locale_coercion(test):
    return test


def flush_std_streams():
    sys.stdout.flush()
    sys.stderr.flush()


def load_package_tests(pkg_dir, loader, standard_tests, pattern):
    """The tests of a package are those of its modules, each of which is run by its own name."""
    return standard_tests


def patch(test_instance, object_to_patch, attr_name, new_value):
    """Replaces an attribute until the test ends."""
    old = getattr(object_to_patch, attr_name)
    test_instance.addCleanup(setattr, object_to_patch, attr_name, old)
    setattr(object_to_patch, attr_name, new_value)


def system_must_validate_cert(function):
    """For tests of certificates, which need a library of TLS."""
    return unittest.skip("needs TLS")(function)


unix_shell = "/bin/sh"


def get_pagesize():
    return os.sysconf("SC_PAGE_SIZE")


def patch_list(orig):
    """Puts a list back as it was."""
    @contextlib.contextmanager
    def restored():
        saved = orig[:]
        try:
            yield
        finally:
            orig[:] = saved
    return restored()


class PythonSymlink:
    """A link to an interpreter, which there is none of."""

    def __init__(self, link=None):
        raise unittest.SkipTest("there is no interpreter to start")
