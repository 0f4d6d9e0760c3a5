"""A flat asynchronous loop over a million values."""

import asyncio
import time
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
    for _ in range(12):
        start = time.process_time()
        result = await total(1_000_000)
        print("seconds", time.process_time() - start)
    print(result)


asyncio.run(main())
