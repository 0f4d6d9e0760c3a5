import asyncio
import enum
import logging
import math
import os
import sys
import warnings
from decimal import Decimal
from fractions import Fraction

import pytest
from pkg import client
from pkg.client import Client


class Color(enum.Enum):
    RED = 1
    BLUE = 2


# fixtures
trace = []

@pytest.fixture
def a():
    trace.append("a up")
    yield "A"
    trace.append("a down")

@pytest.fixture
def b(a):
    trace.append("b up")
    yield a + "B"
    trace.append("b down")

def test_order(b):
    assert b == "AB"
    assert trace == ["a up", "b up"]

def test_order_after():
    assert trace == ["a up", "b up", "b down", "a down"]

@pytest.fixture(name="renamed")
def _hidden():
    return 42

def test_renamed(renamed):
    assert renamed == 42

@pytest.fixture
def factory(request):
    made = []
    def make(x):
        made.append(x)
        return x * 2
    request.addfinalizer(lambda: trace.append(("made", made)))
    return make

def test_factory(factory):
    assert factory(2) == 4
    assert factory(5) == 10

def test_factory_after():
    assert trace[-1] == ("made", [2, 5])

def test_numbers(number, session_log):
    assert number in (1, 2, 3)
    assert "session up" in session_log

@pytest.mark.parametrize("x", [0, 1])
@pytest.mark.parametrize("y", [2, 3])
def test_stacked(x, y):
    assert x < y

@pytest.mark.parametrize("x, number", [(10, 2), (20, 3)], indirect=["number"])
def test_indirect(x, number):
    assert x == number * 10 - 10

@pytest.mark.parametrize("color", list(Color))
def test_enum(color):
    assert isinstance(color, Color)

@pytest.mark.parametrize("value,expected", [
    ("3+5", 8),
    pytest.param("6*9", 42, marks=pytest.mark.xfail),
    pytest.param("7", 7, marks=pytest.mark.skip(reason="no")),
], ids=["add", "mul", "id"])
def test_marks(value, expected):
    assert {"3+5": 8, "6*9": 54, "7": 7}[value] == expected

@pytest.mark.parametrize("f", [len, max, lambda v: 3], ids=lambda f: f.__name__)
def test_functions(f):
    assert f([1, 2, 3]) == 3

@pytest.mark.parametrize("obj", [None, True, 1.5, "s", b"x", (1,), [2]])
def test_mixed(obj):
    assert obj == obj

@pytest.mark.parametrize("none", [])
def test_empty(none):
    assert False

@pytest.mark.usefixtures("a")
class TestClassScoped:
    @pytest.fixture(scope="class")
    def shared(self):
        return []

    @pytest.fixture(autouse=True)
    def auto(self, shared):
        self.here = "yes"
        shared.append(1)

    def test_one(self, shared):
        assert self.here == "yes"
        assert shared == [1]

    def test_two(self, shared):
        assert shared == [1, 1]

    @pytest.mark.parametrize("n", range(3))
    def test_param(self, n):
        assert n >= 0

    @staticmethod
    def test_static():
        assert True

    class TestInner:
        def test_inner(self):
            assert not hasattr(self, "here")


class TestXunitStyle:
    calls = []

    @classmethod
    def setup_class(cls):
        cls.calls.append("class")

    def setup_method(self, method):
        self.calls.append("setup " + method.__name__)

    def teardown_method(self):
        self.calls.append("teardown")

    def test_x(self):
        assert self.calls == ["class", "setup test_x"]

    def test_y(self):
        assert self.calls == ["class", "setup test_x", "teardown", "setup test_y"]


module_calls = []

def setup_module(module):
    module_calls.append("module")
    assert module.__name__.endswith("test_features")

def test_setup_module():
    assert module_calls == ["module"]

# raises
def test_raises_basic():
    with pytest.raises(ZeroDivisionError):
        1 / 0
    with pytest.raises((KeyError, IndexError)) as info:
        [][3]
    assert info.type is IndexError
    assert info.typename == "IndexError"
    assert "out of range" in str(info.value)
    assert info.match("out of")

def test_raises_no_raise():
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE <class 'ValueError'>"):
        with pytest.raises(ValueError):
            pass

def test_raises_wrong_match():
    with pytest.raises(AssertionError) as info:
        with pytest.raises(ValueError, match="abc"):
            raise ValueError("xyz")
    assert str(info.value) == "Regex pattern did not match.\n  Expected regex: 'abc'\n  Actual message: 'xyz'"

def test_raises_call():
    info = pytest.raises(ValueError, int, "x")
    assert "invalid literal" in str(info.value)

def test_raises_other():
    with pytest.raises(KeyError):
        with pytest.raises(ValueError):
            raise KeyError("k")

# warns
def test_warns():
    with pytest.warns(UserWarning, match="careful") as record:
        warnings.warn("careful now", UserWarning)
        warnings.warn("careful again", UserWarning)
    assert len(record) == 2
    assert str(record[0].message) == "careful now"
    with pytest.deprecated_call():
        warnings.warn("old", DeprecationWarning)
    with pytest.raises(pytest.fail.Exception, match="DID NOT WARN"):
        with pytest.warns(RuntimeWarning):
            pass

def test_recwarn(recwarn):
    warnings.warn("hello")
    w = recwarn.pop(UserWarning)
    assert str(w.message) == "hello"
    assert len(recwarn) == 0

# approx
def test_approx():
    assert 0.1 + 0.2 == pytest.approx(0.3)
    assert (0.1 + 0.2, 0.2 + 0.4) == pytest.approx((0.3, 0.6))
    assert [0.1 + 0.2, 0.2 + 0.4] == pytest.approx([0.3, 0.6])
    assert {"a": 0.1 + 0.2, "b": 0.2 + 0.4} == pytest.approx({"a": 0.3, "b": 0.6})
    assert 1.0001 != pytest.approx(1)
    assert 1.0001 == pytest.approx(1, rel=1e-3)
    assert 1.0001 == pytest.approx(1, abs=1e-3)
    assert 1 + 1e-8 == pytest.approx(1)
    assert Decimal("1.0000001") == pytest.approx(Decimal("1"))
    assert Fraction(1, 3) == pytest.approx(Fraction(1, 3))
    assert math.nan != pytest.approx(math.nan)
    assert math.nan == pytest.approx(math.nan, nan_ok=True)
    assert math.inf == pytest.approx(math.inf)
    assert "a" == pytest.approx("a")
    assert None == pytest.approx(None)
    assert pytest.approx(2.0) == 2.0
    assert not (3.0 == pytest.approx(2.0))
    assert repr(pytest.approx(2.0)) == "2.0 ± 2.0e-06"
    assert repr(pytest.approx([1.0, 2.0])) == "approx([1.0 ± 1.0e-06, 2.0 ± 2.0e-06])"
    assert repr(pytest.approx({"a": 1.0})) == "approx({'a': 1.0 ± 1.0e-06})"
    assert repr(pytest.approx((1.0,))) == "approx((1.0 ± 1.0e-06,))"
    assert repr(pytest.approx(math.inf)) == "inf"
    assert repr(pytest.approx(5, abs=0.5)) == "5 ± 0.5"
    assert 3 + 4j == pytest.approx(3 + 4j)
    with pytest.raises(TypeError):
        pytest.approx([[1]])

# outcomes
def test_skip_inside():
    pytest.skip("not today")

@pytest.mark.skipif(sys.version_info < (3, 0), reason="old")
def test_skipif_not():
    assert True

@pytest.mark.skipif(True, reason="always")
def test_skipif():
    assert False

def test_xfail_inside():
    pytest.xfail("known bug")

@pytest.mark.xfail(reason="bug", raises=ZeroDivisionError)
def test_xfail():
    1 / 0

@pytest.mark.xfail(strict=False)
def test_xpass():
    pass

def test_importorskip():
    pytest.importorskip("no_such_module_xyz")

def test_fail_caught():
    with pytest.raises(pytest.fail.Exception):
        pytest.fail("boom")

@pytest.mark.slow
@pytest.mark.custom(1, a=2)
def test_custom_marks(request):
    assert request.node.get_closest_marker("custom").args == (1,)
    assert request.node.get_closest_marker("custom").kwargs == {"a": 2}
    assert request.node.name == "test_custom_marks"

# monkeypatch
def test_monkeypatch_class(monkeypatch):
    monkeypatch.setattr(Client, "get", lambda self, path: "got " + path)
    assert Client("u").fetch("/p") == "got /p!"

def test_monkeypatch_class_undone():
    with pytest.raises(RuntimeError, match="no network"):
        Client("u").fetch("/p")

def test_monkeypatch_module(monkeypatch):
    monkeypatch.setattr(client, "helper", lambda x: 100)
    assert client.use_helper(1) == 200

def test_monkeypatch_module_undone():
    assert client.use_helper(1) == 22

def test_monkeypatch_constant(monkeypatch):
    monkeypatch.setattr("pkg.client.LIMIT", 1)
    assert client.use_helper(1) == 4

def test_monkeypatch_env(monkeypatch, tmp_path):
    monkeypatch.setenv("APP_MODE", "test")
    assert client.env() == "test"
    monkeypatch.delenv("APP_MODE")
    assert client.env() == "none"
    monkeypatch.delenv("NOPE_NOPE", raising=False)
    with pytest.raises(KeyError):
        monkeypatch.delenv("NOPE_NOPE")
    monkeypatch.chdir(tmp_path)
    assert os.getcwd() == str(tmp_path)
    d = {"a": 1}
    monkeypatch.setitem(d, "a", 2)
    monkeypatch.setitem(d, "b", 3)
    monkeypatch.delitem(d, "a")
    assert d == {"b": 3}
    monkeypatch.undo()
    assert d == {"a": 1}
    with pytest.raises(AttributeError):
        monkeypatch.setattr(client, "nothing", 1)

# capture
def test_capsys(capsys):
    print("hello")
    print("err", file=sys.stderr)
    captured = capsys.readouterr()
    assert captured.out == "hello\n"
    assert captured.err == "err\n"
    out, err = capsys.readouterr()
    assert (out, err) == ("", "")

def test_caplog(caplog):
    with caplog.at_level(logging.INFO):
        logging.getLogger("x").info("info %d", 1)
    logging.getLogger("x").warning("warn")
    logging.getLogger("x").debug("nope")
    assert caplog.messages == ["info 1", "warn"]
    assert caplog.record_tuples == [("x", logging.INFO, "info 1"), ("x", logging.WARNING, "warn")]
    assert "WARNING" in caplog.text and "warn" in caplog.text
    caplog.clear()
    assert caplog.records == []

def test_tmp_path(tmp_path, tmp_path_factory):
    p = tmp_path / "f.txt"
    p.write_text("hi")
    assert p.read_text() == "hi"
    assert len(list(tmp_path.iterdir())) == 1
    assert tmp_path_factory.mktemp("data").is_dir()

def test_tmpdir(tmpdir, tmpdir_factory):
    p = tmpdir.join("sub", "f.txt")
    p.write("hi", ensure=True)
    assert p.read() == "hi" and p.basename == "f.txt" and open(p).read() == "hi"
    assert [str(q) for q in tmpdir.listdir()] == [os.path.join(str(tmpdir), "sub")]
    assert p.check(file=1) and not p.check(dir=1) and (tmpdir / "sub").isdir()
    assert tmpdir.mkdir("made").exists() and tmpdir_factory.mktemp("data").check(dir=1)
    p.remove()
    assert not p.check() and p == tmpdir.join("sub/f.txt")

def test_getfixturevalue(request):
    assert request.getfixturevalue("renamed") == 42

# async
@pytest.mark.asyncio
async def test_async(aclient):
    await asyncio.sleep(0.01)
    assert aclient == "aclient"

@pytest.mark.asyncio
@pytest.mark.parametrize("delay", [0, 0.001])
async def test_async_param(delay):
    await asyncio.sleep(delay)

@pytest.mark.asyncio
class TestAsync:
    async def test_in_class(self):
        async with asyncio.timeout(5):
            await asyncio.sleep(0)

def test_default_argument(x=5):
    assert x == 5
