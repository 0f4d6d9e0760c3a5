"""Examples that stand in files of text, options with types of their own, differences as pages."""
import copy
import difflib
import doctest
import optparse
import os
import tempfile
import unittest

TEXT = """Sums
====
    >>> 1 + 1
    2
    >>> x = [1,
    ...      2]
    >>> x
    [1, 2]
    >>> seed * 2
    42
    >>> 1 / 0
    Traceback (most recent call last):
    ...
    ZeroDivisionError: division by zero
"""


def files():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "sums.txt")
        with open(path, "w") as file:
            file.write(TEXT)
        print(doctest.testfile(path, module_relative=False, globs={"seed": 21}))
        suite = doctest.DocFileSuite(path, module_relative=False, globs={"seed": 21})
        result = unittest.TestResult()
        suite.run(result)
        print(result.testsRun, result.wasSuccessful())
        with open(path, "a") as file:
            file.write("    >>> 'a' * 3\n    'aa'\n")
        suite = doctest.DocFileSuite(path, module_relative=False, globs={"seed": 21})
        result = unittest.TestResult()
        suite.run(result)
        print(result.testsRun, len(result.failures))


def check_even(option, opt, value):
    try:
        number = int(value)
    except ValueError:
        raise optparse.OptionValueError(f"option {opt}: no number: {value!r}")
    if number % 2:
        raise optparse.OptionValueError(f"option {opt}: odd: {value!r}")
    return number


class EvenOption(optparse.Option):
    TYPES = optparse.Option.TYPES + ("even",)
    TYPE_CHECKER = copy.copy(optparse.Option.TYPE_CHECKER)
    TYPE_CHECKER["even"] = check_even
    ACTIONS = optparse.Option.ACTIONS + ("extend",)
    STORE_ACTIONS = optparse.Option.STORE_ACTIONS + ("extend",)
    TYPED_ACTIONS = optparse.Option.TYPED_ACTIONS + ("extend",)
    ALWAYS_TYPED_ACTIONS = optparse.Option.ALWAYS_TYPED_ACTIONS + ("extend",)

    def take_action(self, action, dest, opt, value, values, parser):
        if action == "extend":
            values.ensure_value(dest, []).extend(value.split(","))
        else:
            super().take_action(action, dest, opt, value, values, parser)


def options():
    parser = optparse.OptionParser(option_class=EvenOption, prog="p")
    parser.add_option("-n", type="even")
    parser.add_option("--names", action="extend", default=[])
    parser.add_option("-x", type="int")
    values, rest = parser.parse_args(["-n", "4", "--names", "a,b", "--names=c", "-x", "0x10", "rest"])
    print(values.n, values.names, values.x, rest)
    try:
        parser.parse_args(["-n", "5"])
    except SystemExit as end:
        print("exit", end.code)


def pages():
    page = difflib.HtmlDiff(tabsize=4, wrapcolumn=12)
    a, b = ["one\n", "two\tx\n", "three is long enough\n", "same\n"], ["one\n", "twо\n", "three is a longer line\n", "same\n", "<new>\n"]
    print(page.make_table(a, b, "from", "to", context=True, numlines=1))
    print(difflib.HtmlDiff().make_table(a, a, context=True))
    print(len(difflib.HtmlDiff().make_file(a, b)))
    matcher = difflib.SequenceMatcher(lambda c: c == " ", "a b", "b a b")
    print(sorted(matcher.bjunk), sorted(matcher.bpopular), sorted(matcher.b2j.items()))


files()
options()
pages()
d = {"a": (1, 2), "b": (3, 4)}
print(",".join(f"{n}={v or c}" for n, (v, c) in sorted(d.items())), [x + y for n, (x, y) in d.items()], {n: y for n, (x, y) in d.items()})
