import asyncio
from collections.abc import AsyncIterator


async def ticks(count: int) -> AsyncIterator[str]:
    for i in range(count):
        yield f"tick {i}"
        await asyncio.sleep(0)


async def main() -> None:
    async for tick in ticks(3):
        print(tick)


if __name__ == "__main__":
    asyncio.run(main())
