"""Coroutines that nobody awaits, and a loop that nobody made."""

import asyncio


async def work(number=0):
    return number


async def main():
    asyncio.sleep(1)
    work(1)
    print(type(work(2)).__name__) if False else None
    print("main")


work(3)
asyncio.run(main())
asyncio.set_event_loop_policy(None)
kept = work(4)


def show():
    return kept


print("end")
