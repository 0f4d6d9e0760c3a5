"""Two tasks that hand numbers to each other through queues."""

import asyncio


async def echo(inbox: asyncio.Queue[int], outbox: asyncio.Queue[int], count: int) -> None:
    for _ in range(count):
        await outbox.put(await inbox.get() + 1)


async def play(count: int) -> int:
    ping: asyncio.Queue[int] = asyncio.Queue(1)
    pong: asyncio.Queue[int] = asyncio.Queue(1)
    other = asyncio.create_task(echo(ping, pong, count))
    value = 0
    for _ in range(count):
        await ping.put(value)
        value = await pong.get()
    await other
    return value


async def main() -> None:
    result = await play(50_000)
    print(result)


asyncio.run(main())
