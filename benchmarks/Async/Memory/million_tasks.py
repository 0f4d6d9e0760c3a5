"""A million tasks that all wait at once; prints the most memory that the process held, in kilobytes."""

import asyncio


def most_memory() -> int:
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


async def waiter(event: asyncio.Event, number: int) -> int:
    await event.wait()
    return number


async def main() -> None:
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, i)) for i in range(1_000_000)]
    await asyncio.sleep(0)
    print("waiting", most_memory())
    event.set()
    print(sum(await asyncio.gather(*tasks)))
    print("done", most_memory())


asyncio.run(main())
