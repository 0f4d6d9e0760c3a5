"""Compares the errors in the snippets of CPython's own tests with those of CPython, test file by test file.

Runs the tests (test_syntax, test_exceptions, test_fstring, test_patma and their like unless names are given) in this Python
and notes what they compile. Every text that CPython accepts or refuses counts; the table shows how many get the same verdict,
the same message on the same line, and the same columns. --show lists the others.
"""
import argparse
import contextlib
import importlib
import io
import sys
import unittest

import compare_errors

TESTS = ["test_syntax", "test_exceptions", "test_fstring", "test_patma", "test_grammar", "test_compile", "test_ast", "test_named_expressions",
         "test_positional_only_arg", "test_keywordonlyarg", "test_type_params", "test_unpack", "test_unpack_ex", "test_generators", "test_genexps",
         "test_coroutines", "test_global", "test_scope", "test_eof", "test_string_literals", "test_unicode_identifiers", "test_future_stmt",
         "test_dictcomps", "test_listcomps", "test_setcomps", "test_lambda", "test_with", "test_except_star", "test_decorators", "test_bytes",
         "test_int", "test_float", "test_complex", "test_traceback", "test_eval", "test_code", "test_codeop", "test_parser", "test_symtable", "test_tokenize"]


def compiled(name):
    """The texts that a test module compiles when it runs."""
    found = {}

    def hook(event, arguments):
        if event == "compile" and listening and isinstance(arguments[0], (str, bytes)):
            text = arguments[0]
            with contextlib.suppress(UnicodeDecodeError):
                text = text.decode() if isinstance(text, bytes) else text
                if len(text) < 5000 and not any("\ud800" <= c <= "\udfff" for c in text):
                    found[text] = None

    listening = True
    sys.addaudithook(hook)
    try:
        module = importlib.import_module("test." + name)
    except (ImportError, unittest.SkipTest):
        return []
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        unittest.TextTestRunner(stream=io.StringIO()).run(suite)
    listening = False
    return list(found)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tests", nargs="*")
    parser.add_argument("--show", type=int, default=20, help="how many differences to show for each test")
    options = parser.parse_args()
    print(f"{'test':26}{'snippets':>9}{'refused':>9}{'verdict':>9}{'message':>9}{'columns':>9}")
    total = [0] * 5
    for name in options.tests or TESTS:
        snippets = compiled(name)
        theirs = [compare_errors.expected(text, True) for text in snippets]
        kinds = [compare_errors.difference(*pair) for pair in zip(compare_errors.errors(snippets), theirs, strict=True)]
        refused = sum(error is not None for error in theirs)
        wrong = [sum(kind in compare_errors.KINDS[:n] for kind in kinds) for n in (1, 2, 3)]
        row = [len(snippets), refused, len(snippets) - wrong[0], refused - wrong[1], refused - wrong[2]]
        total = [sum(pair) for pair in zip(total, row)]
        print(f"{name:26}" + "".join(f"{value:9}" for value in row), flush=True)
        different = [(kind, text, error) for kind, text, error in zip(kinds, snippets, theirs) if kind]
        for kind, text, error in different[:options.show]:
            print(f"  {kind}: {text!r}\n    CPython: {error}\n    ours:    {compare_errors.errors([text])[0]}")
    print(f"{'all':26}" + "".join(f"{value:9}" for value in total))
    return 0


if __name__ == "__main__":
    sys.exit(main())
