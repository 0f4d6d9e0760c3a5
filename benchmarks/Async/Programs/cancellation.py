"""Twenty thousand tasks that wait and are cancelled."""

import asyncio


async def wait_for_ever(event: asyncio.Event) -> None:
    await event.wait()


async def main() -> None:
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait_for_ever(event)) for _ in range(20_000)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    done, _ = await asyncio.wait(tasks)
    result = sum([1 for task in done if task.cancelled()])
    print(result)


asyncio.run(main())
