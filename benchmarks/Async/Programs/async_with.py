"""A million asynchronous context managers that do not wait."""

import asyncio


class Gate:
    def __init__(self) -> None:
        self.entered = 0
        self.left = 0

    async def __aenter__(self) -> "Gate":
        self.entered += 1
        return self

    async def __aexit__(self, kind: object, error: object, traceback: object) -> None:
        self.left += 1


async def work(gate: Gate, count: int) -> int:
    total = 0
    for i in range(count):
        async with gate:
            total += i
    return total


async def main() -> None:
    gate = Gate()
    result = await work(gate, 1_000_000)
    print(result, gate.entered, gate.left)


asyncio.run(main())
