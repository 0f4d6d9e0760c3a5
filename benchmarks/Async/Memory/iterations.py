"""A hundred million turns of the event loop; prints the memory in use, in kilobytes, after each tenth of them."""

import asyncio


def memory() -> int:
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0


async def turn(count: int) -> int:
    done = 0
    for _ in range(count):
        await asyncio.sleep(0)
        done += 1
    return done


async def main() -> None:
    for tenth in range(10):
        turns = await asyncio.gather(*(turn(1_000_000) for _ in range(10)))
        print(tenth + 1, sum(turns), memory())


asyncio.run(main())
