"""Runs the tests of a module one by one and says on standard output, a line each, how they went."""

import os
import subprocess
import sys
import unittest

# What tests start as an interpreter.
sys.executable = os.environ.get("PYTOCS_INTERPRETER", sys.executable)
if not hasattr(subprocess, "_cleanup"):  # reaps children, which needs nobody here
    subprocess._cleanup = lambda: None


def _text(error):
    try:
        return str(error)
    except Exception:
        return "str() failed"


_home = [""]


def _name(identity):
    """A test's name without its module, which may stand in a package."""
    return identity[len(_home[0]):] if _home[0] and identity.startswith(_home[0]) else identity.split(".", 1)[-1]


class LineResult(unittest.TestResult):
    def _tell(self, test, status, reason=""):
        name = _name(test.id()) if isinstance(test, unittest.TestCase) else str(test)
        reason = " ".join(reason.encode("utf-8", "backslashreplace").decode("utf-8").split())[:200]
        sys.__stdout__.write("@@%s@@%s@@%s\n" % (name, status, reason))
        sys.__stdout__.flush()

    def startTest(self, test):
        super().startTest(test)
        self._failed_parts = False
        self._tell(test, "start")

    def stopTest(self, test):
        super().stopTest(test)
        self._tell(test, "stop")

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, "ok")

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, "error", type(err[1]).__name__ + ": " + _text(err[1]))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, "fail", _text(err[1]))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, "skip", reason)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._tell(test, "error", type(err[1]).__name__ + ": " + _text(err[1]))

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell(test, "ok")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell(test, "fail", "unexpected success")


def flatten(suite, into):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            flatten(test, into)
        else:
            into.append(test)


def main(module, arguments):
    """Runs all tests but those already done, whose names stand in the file that is named."""
    _home[0] = module.__name__ + "."
    loader = unittest.TestLoader()
    tests = []
    flatten(loader.loadTestsFromModule(module), tests)
    if arguments and arguments[0] == "--list":
        for test in tests:
            print(_name(test.id()))
        return
    done = set()
    if arguments:
        with open(arguments[0]) as file:
            done = {line.rstrip("\n") for line in file}
    result = LineResult()
    unittest.TestSuite([t for t in tests if _name(t.id()) not in done]).run(result)
