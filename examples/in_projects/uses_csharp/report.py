"""A report that people keep in Python, over a warehouse that is written in C#."""

import asyncio

from Stock import Warehouse


def is_low(warehouse: Warehouse, name: str) -> bool:
    """Whether something runs out."""
    return warehouse.Count(name) < 5


async def main() -> None:
    with Warehouse() as warehouse:
        for name in ["tea", "coffee"]:
            if is_low(warehouse, name):
                print(f"ordered {name}, now {await warehouse.OrderAsync(name, count=20)}")
        async for shelf in warehouse.ShelvesAsync():
            print(shelf)


asyncio.run(main())
