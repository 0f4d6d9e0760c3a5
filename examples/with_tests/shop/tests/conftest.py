import pytest

from cart import Cart


@pytest.fixture
def cart():
    """A cart with two things in it."""
    filled = Cart()
    filled.add("tea", 450, 2)
    filled.add("cup", 1200)
    return filled
