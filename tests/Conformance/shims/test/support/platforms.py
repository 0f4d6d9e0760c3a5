"""What tests ask of the platform and of the way that the interpreter was built."""

import contextlib
import unittest

HAVE_ASAN_FORK_BUG = False
TEST_MODULES_ENABLED = False


def _same(test):
    return test


def requires_mac_ver(*version):
    return _same


def requires_linux_version(*version):
    return _same


def requires_freebsd_version(*version):
    return _same


def skip_if_buggy_ucrt_strfptime(test):
    return test


def requires_specialization(test):
    return unittest.skip("specializes byte code")(test)


def requires_gzip(reason="requires gzip"):
    return _same


def requires_bz2(reason="requires bz2"):
    return _same


def requires_lzma(reason="requires lzma"):
    try:
        import lzma
    except ImportError:
        return unittest.skip(reason)
    return _same


def expected_failure_if_gil_disabled():
    return _same


def darwin_malloc_err_warning(test_name):
    pass


def python_is_optimized():
    return True


def with_pymalloc():
    return False


def get_recursion_depth():
    return 1


def get_recursion_available():
    import sys

    return sys.getrecursionlimit()


def iter_slot_wrappers(cls):
    for name, value in vars(cls).items():
        if name.startswith("__") and name.endswith("__") and callable(value):
            yield name, True


@contextlib.contextmanager
def gc_threshold(*values):
    yield
