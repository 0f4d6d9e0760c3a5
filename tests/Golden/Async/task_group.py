"""A script named as a class of the runtime that it uses."""
import asyncio


async def double(number: int) -> int:
    await asyncio.sleep(0)
    return number * 2


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(double(n)) for n in range(3)]
    print([task.result() for task in tasks])


asyncio.run(main())
