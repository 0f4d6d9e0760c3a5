import pytest

@pytest.fixture
def base(base):
    return base + ["module"]

class TestOver:
    @pytest.fixture
    def base(self, base):
        return base + ["class"]

    def test_class(self, base):
        assert base == ["base", "deep", "module", "class"]

def test_module(base):
    assert base == ["base", "deep", "module"]
