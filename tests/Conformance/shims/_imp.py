"""CPython's own part of the import system, which converted programs do not have."""

import unittest

check_hash_based_pycs = "default"


def _skip(*arguments, **options):
    raise unittest.SkipTest("takes the interpreter's own import system apart")


acquire_lock = release_lock = lock_held = create_dynamic = create_builtin = exec_builtin = get_frozen_object = is_frozen = is_builtin = source_hash = _fix_co_filename = _skip
