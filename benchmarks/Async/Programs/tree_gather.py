"""A tree of tasks: each node gathers its children."""

import asyncio


async def node(depth: int) -> int:
    if depth == 0:
        return 1
    return sum(await asyncio.gather(*[node(depth - 1) for _ in range(6)]))


async def main() -> None:
    result = await node(6)
    print(result)


asyncio.run(main())
