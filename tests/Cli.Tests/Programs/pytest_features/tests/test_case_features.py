import unittest
from unittest import mock, TestCase
import pytest
from pkg import client

log = []

def setUpModule():
    log.append("module")

def tearDownModule():
    log.append("module down")

class Base:
    def test_inherited(self):
        self.assertEqual(self.value, 5)

class ConcreteTest(Base, TestCase):
    value = 5

    def test_cleanup(self):
        self.addCleanup(log.append, "cleaned")
        self.assertEqual(log, ["module"])

    def test_cleanup_after(self):
        self.assertEqual(log, ["module", "cleaned"])

    @unittest.skipIf(True, "dynamic skip")
    def test_skipped(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("x")

    def test_mock(self):
        with mock.patch("pkg.client.helper", return_value=1) as m:
            self.assertEqual(client.use_helper(3), 2)
            m.assert_called_once_with(3)

    def test_mock_object(self):
        with mock.patch.object(client.Client, "get", return_value="x"):
            self.assertEqual(client.Client("u").fetch("p"), "x!")

    @mock.patch("pkg.client.helper")
    def test_patch_decorator(self, m):
        m.return_value = 4
        self.assertEqual(client.use_helper(3), 8)

    def test_skip_call(self):
        self.skipTest("called")

    @pytest.fixture(autouse=True)
    def inject(self, tmp_path):
        self.tmp = tmp_path

    def test_injected(self):
        self.assertTrue(self.tmp.is_dir())

@pytest.mark.usefixtures("base")
class MoreTest(TestCase):
    @classmethod
    def setUpClass(cls):
        cls.x = 1
    @classmethod
    def tearDownClass(cls):
        log.append("more down")
    def test_a(self):
        self.assertEqual(self.x, 1)

@unittest.skip("whole class")
class SkippedTest(TestCase):
    def test_a(self):
        self.fail()
