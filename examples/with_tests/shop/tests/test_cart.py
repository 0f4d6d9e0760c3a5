"""Carts and prices, in pytest's style."""

import pytest

from cart import Cart, discount


def test_total(cart):
    assert cart.total() == 2100


@pytest.mark.parametrize("total, percent, expected", [
    (1000, 15, 850),
    (999, 50, 499),
    pytest.param(500, 100, 0, id="free"),
])
def test_discount(total, percent, expected):
    assert discount(total, percent) == expected


@pytest.mark.parametrize("percent", [-1, 101])
def test_impossible_discount(percent):
    with pytest.raises(ValueError, match=r"no discount of -?\d+ percent"):
        discount(1000, percent)


def test_average_price(cart):
    assert cart.total() / 3 == pytest.approx(700.0)


@pytest.fixture(params=["tea", "a cup with a picture of a cat"])
def name(request):
    return request.param


def test_receipt(name, capsys, tmp_path):
    """What is printed can be written to a file too."""
    cart = Cart()
    cart.add(name, 100)
    print(cart.items[0].name, cart.total())
    receipt = tmp_path / "receipt.txt"
    receipt.write_text(capsys.readouterr().out)
    assert receipt.read_text() == f"{name} 100\n"


@pytest.mark.skip(reason="taxes come next year")
def test_tax():
    assert discount(119, 0) == 100


class TestAdding:
    """Adding to a cart."""

    def test_counts_from_one(self, cart):
        cart.add("spoon", 300)
        assert cart.items[-1].count == 1

    def test_needs_a_positive_count(self, cart):
        with pytest.raises(ValueError) as caught:
            cart.add("spoon", 300, 0)
        assert str(caught.value) == "count must be positive"
        assert len(cart.items) == 2
