"""An asynchronous generator that answers what it is sent."""

import asyncio
from typing import AsyncGenerator


async def echo() -> AsyncGenerator[int, int]:
    value = 0
    while True:
        value = (yield value) + 1


async def talk(count: int) -> int:
    generator = echo()
    value = await generator.asend(None)
    for _ in range(count):
        value = await generator.asend(value)
    await generator.aclose()
    return value


async def main() -> None:
    result = await talk(1_000_000)
    print(result)


asyncio.run(main())
