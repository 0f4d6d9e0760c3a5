import unittest

import pytest


def total(items):
    return sum(items)


def test_wrong_total():
    print("adding up")
    assert total([1, 2]) == 4


class WrongTest(unittest.TestCase):
    def test_wrong(self):
        for n in (1, 2):
            with self.subTest(n=n):
                self.assertEqual(n, 1)


@pytest.fixture
def broken():
    yield 1
    raise RuntimeError("cannot clean up")


def test_broken_teardown(broken):
    assert broken == 1


@pytest.mark.xfail(strict=True, reason="should fail")
def test_strict():
    pass


def test_unknown_fixture(nowhere):
    pass


async def test_unmarked_coroutine():
    pass
