"""Test cases, their results, and mocks."""
import asyncio
import unittest
import warnings
from unittest import mock
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, call, patch, sentinel


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"invalid amount: {amount}")
        self.balance += amount
        return self.balance


class AccountTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("set up class")

    def setUp(self):
        self.account = Account("ann", 10)
        self.addCleanup(print, "  clean up", self._testMethodName)

    def test_deposit(self):
        """Deposits add up."""
        self.assertEqual(self.account.deposit(5), 15)

    def test_invalid(self):
        with self.assertRaisesRegex(ValueError, r"amount: -\d") as caught:
            self.account.deposit(-1)
        self.assertEqual(str(caught.exception), "invalid amount: -1")
        self.assertRaises(ValueError, self.account.deposit, 0)

    def test_lists(self):
        self.assertEqual([1, 2, 3, 4], [1, 2, 4, 4])

    def test_texts(self):
        self.assertEqual("one\ntwo\nthree\n", "one\ntwi\nthree\n", "texts")

    def test_dicts(self):
        self.assertEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]})

    def test_sets_and_counts(self):
        self.assertCountEqual([3, 1, 2, 1], [1, 1, 2, 3])
        self.assertEqual({1, 2}, {2, 3})

    def test_parts(self):
        for number in range(4):
            with self.subTest(number=number):
                self.assertNotEqual(number % 2, 1)

    def test_almost(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertAlmostEqual(100, 103, delta=2)

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail("never")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertIn(3, [1, 2])

    def test_error(self):
        raise KeyError("missing")

    def test_warning(self):
        with self.assertWarns(DeprecationWarning) as seen:
            warnings.warn("old", DeprecationWarning)
        self.assertEqual(str(seen.warning), "old")
        with self.assertWarnsRegex(UserWarning, "new"):
            pass


class LoopTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()

    async def test_queue(self):
        await self.queue.put(1)
        self.assertEqual(await self.queue.get(), 1)

    async def test_times_out(self):
        with self.assertRaises(TimeoutError):
            await asyncio.wait_for(self.queue.get(), 0.01)

    async def test_async_mock(self):
        fetch = AsyncMock(side_effect=[1, ValueError("gone")])
        self.assertEqual(await fetch("a"), 1)
        with self.assertRaises(ValueError):
            await fetch("b")
        fetch.assert_has_awaits([call("a"), call("b")])


class Story(unittest.TestResult):
    def tell(self, word, test, text=""):
        print(word, test.id().split(".", 1)[-1], text)

    def addSuccess(self, test):
        self.tell("ok", test)

    def addFailure(self, test, err):
        self.tell("failed", test, str(err[1]))

    def addError(self, test, err):
        self.tell("error", test, repr(err[1]))

    def addSkip(self, test, reason):
        self.tell("skipped", test, reason)

    def addExpectedFailure(self, test, err):
        self.tell("expected", test)

    def addSubTest(self, test, subtest, err):
        self.tell("part", subtest, "ok" if err is None else str(err[1]))


def run(case):
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    result = Story()
    suite.run(result)
    print(result.testsRun, "run")


def mocks():
    m = Mock(name="m")
    m.a.b(1)
    m(2, key=3)
    m().z()
    print(m.mock_calls, m.method_calls, m.call_args, m.call_count)
    for check in (m.assert_not_called, lambda: m.assert_called_once_with(3), lambda: m.assert_called_with(3), lambda: m.assert_any_call(3), lambda: m.asert_called()):
        try:
            check()
        except (AssertionError, AttributeError) as error:
            print(type(error).__name__, error)
    magic = MagicMock()
    magic.__len__.return_value = 4
    magic.__getitem__.side_effect = lambda key: key * 2
    print(len(magic), magic[21], bool(magic), int(magic), 3 in magic)
    print(sentinel.thing, ANY, [call(1, a=2), call.x.y(3)], call(ANY) == call(7))
    limited = Mock(spec=["read"])
    try:
        limited.write
    except AttributeError as error:
        print(error)
    settings = {"a": 1}
    with patch.dict(settings, {"b": 2}):
        print(settings)
    print(settings)
    with patch("os.getcwd", return_value="here") as cwd:
        import os
        print(os.getcwd(), cwd.called)
    opened = mock.mock_open(read_data="one\ntwo")
    with opened("file") as file:
        print(file.read())


run(AccountTest)
run(LoopTest)
mocks()
