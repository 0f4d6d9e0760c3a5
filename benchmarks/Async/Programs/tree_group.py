"""A tree of tasks: each node has a task group for its children."""

import asyncio


async def node(depth: int) -> int:
    if depth == 0:
        return 1
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(node(depth - 1)) for _ in range(6)]
    return sum([task.result() for task in tasks])


async def main() -> None:
    result = await node(6)
    print(result)


asyncio.run(main())
