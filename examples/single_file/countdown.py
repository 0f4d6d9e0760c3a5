"""Counts down in steps; the numbers to start from are arguments, 3 by default."""
import asyncio
import sys
from collections.abc import AsyncIterator


async def countdown(start: int) -> AsyncIterator[int]:
    while start > 0:
        yield start
        start -= 1
        await asyncio.sleep(0)


async def show(start: int) -> None:
    async for number in countdown(start):
        print(f"{start}: {number}")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for argument in sys.argv[1:] or ["3"]:
            group.create_task(show(int(argument)))
    print("lift-off")


asyncio.run(main())
