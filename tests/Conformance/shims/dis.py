"""Byte code, which converted programs do not have."""

import unittest


def dis(x=None, **options):
    raise unittest.SkipTest("reads byte code")


get_instructions = Bytecode = code_info = dis
