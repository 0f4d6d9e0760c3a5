"""Tests that start an interpreter have none to start here."""

import unittest


def _skip(*args, **env_vars):
    raise unittest.SkipTest("there is no interpreter to start")


assert_python_ok = assert_python_failure = run_python_until_end = spawn_python = kill_python = make_script = make_pkg = make_zip_script = make_zip_pkg = run_test_script = _skip


def interpreter_requires_environment():
    return False
