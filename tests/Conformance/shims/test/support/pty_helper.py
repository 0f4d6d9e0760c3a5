"""Terminals of tests: there are none."""

import unittest


def run_pty(script, input=b"dummy input\r", env=None):
    raise unittest.SkipTest("there is no interpreter to start")
