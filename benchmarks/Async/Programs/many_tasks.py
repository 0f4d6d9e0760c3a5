"""A hundred thousand tasks that give way ten times each."""

import asyncio


async def worker() -> int:
    for _ in range(10):
        await asyncio.sleep(0)
    return 1


async def main() -> None:
    tasks = [asyncio.create_task(worker()) for _ in range(100_000)]
    result = 0
    for task in tasks:
        result += await task
    print(result)


asyncio.run(main())
