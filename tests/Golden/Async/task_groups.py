"""Task groups: failures, cancellation from within and from outside, nesting."""

import asyncio
async def ok(n, d=0):
    await asyncio.sleep(d)
    print("ok", n)
    return n
async def bad(n, d=0):
    await asyncio.sleep(d)
    raise ValueError(n)
async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("stubborn cancelled")
        raise KeyError("cleanup")
async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(ok(1)); b = tg.create_task(ok(2, 0.01), name="bee")
        print(tg)
    print(a.result(), b.result(), b.get_name(), tg)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(1, 0.01)); tg.create_task(stubborn()); tg.create_task(bad(2, 0.01))
            await asyncio.sleep(5)
            print("not reached")
    except* ValueError as eg:
        print(eg, eg.exceptions)
    except* KeyError as eg:
        print(eg, eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(3, 0.01))
            raise IndexError("body")
    except ExceptionGroup as eg:
        print(repr(eg))
    tg = asyncio.TaskGroup()
    try:
        tg.create_task(ok(4))
    except RuntimeError as e:
        print(e)
    async with tg:
        pass
    try:
        async with tg: pass
    except RuntimeError as e:
        print(e)
    try:
        tg.create_task(ok(4))
    except RuntimeError as e:
        print(e)
    # outer cancel
    async def outer():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(stubborn())
                await asyncio.sleep(10)
        except BaseException as e:
            print("outer got", repr(e), asyncio.current_task().cancelling())
            raise
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    t.cancel("stop")
    try:
        await t
    except BaseException as e:
        print("main got", repr(e), t.cancelled())
    # nested
    async def nest():
        async with asyncio.TaskGroup() as g1:
            g1.create_task(ok("g1", 0.02))
            async with asyncio.TaskGroup() as g2:
                g2.create_task(bad("deep", 0.01))
    try:
        await nest()
    except* ValueError as eg:
        print(repr(eg))
    async def inner_timeout():
        try:
            async with asyncio.timeout(0.01):
                async with asyncio.TaskGroup() as tg:
                    tg.create_task(ok("late", 1))
        except TimeoutError as e:
            print("timeout around group", repr(e))
    await inner_timeout()
asyncio.run(main())
