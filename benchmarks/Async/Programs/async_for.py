"""A flat asynchronous loop over three million values."""

import asyncio
from typing import AsyncIterator


async def numbers(count: int) -> AsyncIterator[int]:
    for i in range(count):
        yield i


async def total(count: int) -> int:
    result = 0
    async for value in numbers(count):
        result += value
    return result


async def main() -> None:
    result = await total(3_000_000)
    print(result)


asyncio.run(main())
