"""CPython's view of its own objects, which converted programs do not have."""

import unittest


def _skip(*arguments):
    raise unittest.SkipTest("needs CPython's C API")


has_inline_values = has_split_table = clear_extension = _skip
