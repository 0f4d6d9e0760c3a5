import json
import logging
import pathlib
import sys

import pytest

ORDER = []


@pytest.fixture(autouse=True)
def of_module():
    ORDER.append("module")


class TestOrder:
    @classmethod
    def setup_class(cls):
        cls.shared = {"k": 1}

    @classmethod
    def teardown_class(cls):
        cls.shared = None

    def setup_method(self, method):
        ORDER.append("method")
        self.items = [method.__name__]

    @pytest.fixture(autouse=True)
    def of_class(self):
        ORDER.append("class")

    @pytest.fixture
    def local(self):
        return len(self.items)

    def test_a_fixture_sees_what_setup_method_set(self, local):
        assert local == 1
        assert ORDER[-3:] == ["module", "method", "class"]

    def test_class_attributes_are_shared(self):
        assert self.shared["k"] == 1


def setup_function():
    ORDER.append("function")


def test_setup_function_runs_before_the_modules_own_fixtures():
    assert ORDER[-2:] == ["function", "module"]


def test_descriptors(capfd):
    print("fd")
    assert capfd.readouterr() == ("fd\n", "")


def test_what_is_logged_is_not_printed(capsys):
    logging.getLogger("somewhere").warning("logged")
    assert capsys.readouterr().err == ""


def test_bytes(capsysbinary):
    sys.stdout.buffer.write(b"\xff\x00")
    assert capsysbinary.readouterr().out == b"\xff\x00"


def test_data_lies_beside_the_module():
    path = pathlib.Path(__file__).parent / "data" / "sample.json"
    assert json.loads(path.read_text()) == {"k": 3}


@pytest.mark.skipif("sys.version_info < (3, 0)")
def test_condition_in_text():
    assert True


@pytest.mark.skipif("len(ORDER) >= 0 and os.sep")
def test_condition_in_text_holds():
    assert False


@pytest.mark.xfail("platform.python_implementation() == 'CPython'", reason="told")
def test_expected_by_text():
    assert False
