"""A tree of tasks: each node gathers its children."""

import asyncio
import time


async def node(depth: int) -> int:
    if depth == 0:
        return 1
    return sum(await asyncio.gather(*[node(depth - 1) for _ in range(6)]))


async def main() -> None:
    for _ in range(12):
        start = time.process_time()
        result = await node(6)
        print("seconds", time.process_time() - start)
    print(result)


asyncio.run(main())
