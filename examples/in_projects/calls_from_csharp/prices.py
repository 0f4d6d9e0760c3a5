"""Prices, as the people who know them keep them: in Python."""

import asyncio


def with_discount(price: float, percent: float) -> float:
    """The price after a discount."""
    if not 0 <= percent <= 100:
        raise ValueError(f"no discount: {percent}")
    return round(price * (1 - percent / 100), 2)


async def quote(name: str, price: float) -> str:
    """A line for a customer, once the (pretended) service has answered."""
    await asyncio.sleep(0.01)
    return f"{name}: {with_discount(price, 15):.2f}"
