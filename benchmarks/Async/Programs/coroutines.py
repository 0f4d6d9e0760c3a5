"""Coroutines that await coroutines and never wait."""

import asyncio
import time


async def fib(n: int) -> int:
    if n <= 1:
        return n
    return await fib(n - 1) + await fib(n - 2)


async def main() -> None:
    for _ in range(12):
        start = time.process_time()
        result = await fib(25)
        print("seconds", time.process_time() - start)
    print(result)


asyncio.run(main())
