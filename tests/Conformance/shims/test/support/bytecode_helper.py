"""Bytecode: code that was converted has none."""

import unittest


def instructions_with_positions(instructions, co_positions):
    raise unittest.SkipTest("looks at bytecode")


class BytecodeTestCase(unittest.TestCase):
    def get_disassembly_as_string(self, co):
        raise unittest.SkipTest("looks at bytecode")

    def assertInBytecode(self, x, opname, argval=None):
        raise unittest.SkipTest("looks at bytecode")

    def assertNotInBytecode(self, x, opname, argval=None):
        raise unittest.SkipTest("looks at bytecode")
