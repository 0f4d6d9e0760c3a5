"""An asynchronous generator that answers what it is sent."""

import asyncio
import time
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
    for _ in range(12):
        start = time.process_time()
        result = await talk(200_000)
        print("seconds", time.process_time() - start)
    print(result)


asyncio.run(main())
