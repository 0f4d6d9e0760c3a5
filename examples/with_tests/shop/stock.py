"""How much of everything there is, asked over the network."""

import asyncio

from cart import Cart, OutOfStock


class Stock:
    """The counts of a warehouse."""

    def __init__(self, counts: dict[str, int]) -> None:
        self.counts = counts
        self.is_open = True

    async def count(self, name: str) -> int:
        await asyncio.sleep(0)
        return self.counts.get(name, 0)

    async def reserve(self, cart: Cart) -> int:
        """Take everything in a cart from the stock; gives how many pieces that were."""
        for item in cart.items:
            if await self.count(item.name) < item.count:
                raise OutOfStock(item.name)
        for item in cart.items:
            self.counts[item.name] -= item.count
        return sum(item.count for item in cart.items)

    async def close(self) -> None:
        await asyncio.sleep(0)
        self.is_open = False
