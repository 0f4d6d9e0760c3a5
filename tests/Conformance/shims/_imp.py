"""CPython's own part of the import system, which converted programs do not have."""

import unittest

check_hash_based_pycs = "default"


def _skip(*arguments, **options):
    raise unittest.SkipTest("takes the interpreter's own import system apart")


create_dynamic = create_builtin = exec_builtin = get_frozen_object = source_hash = _fix_co_filename = _skip


def _nothing(*arguments):
    """What concerns modules that converted programs do not have: frozen ones, and the lock around imports."""
    return False


acquire_lock = release_lock = lock_held = is_frozen = is_builtin = _override_frozen_modules_for_tests = _override_multi_interp_extensions_check = _nothing
