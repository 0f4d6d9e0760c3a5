"""The stock, which answers later."""

import asyncio

import pytest

from cart import OutOfStock
from stock import Stock


@pytest.fixture
async def stock():
    stock = Stock({"tea": 10, "cup": 1})
    yield stock
    await stock.close()


@pytest.mark.asyncio
async def test_reserve(stock, cart):
    assert await stock.reserve(cart) == 3
    assert stock.counts == {"tea": 8, "cup": 0}


@pytest.mark.asyncio
async def test_reserve_too_much(stock, cart):
    await stock.reserve(cart)
    with pytest.raises(OutOfStock, match="cup"):
        await stock.reserve(cart)


@pytest.mark.asyncio
async def test_count_of_many(stock):
    counts = await asyncio.gather(*(stock.count(name) for name in ("tea", "cup", "spoon")))
    assert counts == [10, 1, 0]
