"""Weather stations: coroutines that C# code calls, and one that calls C# code back."""

import asyncio
from collections.abc import AsyncIterator


class Station:
    """A station that is connected while somebody reads it."""

    def __init__(self, name: str, temperature: float) -> None:
        self.name = name
        self.temperature = temperature
        self.connected = False

    async def __aenter__(self) -> "Station":
        await asyncio.sleep(0)
        self.connected = True
        return self

    async def __aexit__(self, kind=None, error=None, trace=None) -> None:
        await asyncio.sleep(0)
        self.connected = False


async def reading(name: str, delay: float = 0.001) -> str:
    """Reads one station."""
    await asyncio.sleep(delay)
    if name == "nowhere":
        raise ValueError(f"no station {name}")
    return f"{name}: {len(name) + 10} degrees"


async def readings(names: list[str]) -> list[str]:
    """Reads several stations at once."""
    return [str(r) for r in await asyncio.gather(*[reading(n) for n in names])]


async def watch(count: int) -> AsyncIterator[int]:
    """Hands out readings one by one."""
    for i in range(count):
        await asyncio.sleep(0)
        yield 10 + i


async def patient(log) -> str:
    """Waits for ever, and cleans up when it is cancelled."""
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise
    return "never"


async def limited(delay: float) -> str:
    """Gives up after a while."""
    try:
        async with asyncio.timeout(0.3):
            return await reading("harbour", delay)
    except TimeoutError:
        return "too slow"


async def total(source) -> int:
    """Sums up any asynchronous iterable, a C# one included."""
    result = 0
    async for value in source:
        result += value
    return result


async def relay(question) -> str:
    """Awaits anything, a C# task included."""
    return f"the answer is {await question}"


async def main():
    print(await reading("harbour"))
    print(await readings(["harbour", "airport"]))
    print(await total(watch(3)))
    print(await relay(reading("summit")))
    print(await limited(0.0), await limited(5.0))
    async with Station("harbour", 11.5) as station:
        print(station.name, station.connected)
    print(station.connected)


if __name__ == "__main__":
    asyncio.run(main())
