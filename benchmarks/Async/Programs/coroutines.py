"""Coroutines that await coroutines and never wait."""

import asyncio


async def fib(n: int) -> int:
    if n <= 1:
        return n
    return await fib(n - 1) + await fib(n - 2)


async def main() -> None:
    result = await fib(30)
    print(result)


asyncio.run(main())
