"""What reprs of tasks say of where their coroutines are."""

import asyncio
import re


def show(*objects):
    print(*(re.sub(r"\S*/(\w+\.py)", r"\1", repr(o)) for o in objects))


async def inner():
    show(asyncio.current_task())
    await asyncio.sleep(0.1)

    await asyncio.sleep(0.1)
    return 5


async def generate():
    for i in range(2):
        yield i
        await asyncio.sleep(0)


async def loops():
    async for _ in generate():
        await asyncio.sleep(0)
    async with asyncio.Lock():
        await asyncio.sleep(0.1)
    try:
        await asyncio.sleep(0.1)
    finally:
        await asyncio.sleep(0.1)


class Holder:
    async def method(self):
        await asyncio.sleep(0.1)


async def main():
    task = asyncio.create_task(inner())
    show(task)
    await asyncio.sleep(0)
    show(task)
    await asyncio.sleep(0.15)
    show(task)
    others = [asyncio.create_task(loops(), name="loops"), asyncio.create_task(Holder().method())]
    for pause in (0.05, 0.1, 0.1, 0.1):
        await asyncio.sleep(pause)
        show(*others)
    await task
    show(task, task.get_coro().cr_frame)
    cancelled = asyncio.create_task(inner())
    await asyncio.sleep(0)
    cancelled.cancel()
    try:
        await cancelled
    except asyncio.CancelledError:
        show(cancelled)

    async def fail():
        raise ValueError(1)

    failed = asyncio.create_task(fail())
    await asyncio.wait([failed])
    show(failed, failed.exception())
    coroutine = inner()
    print(coroutine.cr_frame.f_lineno, coroutine.cr_code.co_firstlineno)
    coroutine.close()
    print(coroutine.cr_frame)
    waiting = asyncio.gather(asyncio.sleep(0), Holder().method())
    print(re.sub(r" at \S*", "", repr([t for t in asyncio.all_tasks() if t.get_name().startswith("Task-1")])[:60]))
    await waiting


asyncio.run(main())
