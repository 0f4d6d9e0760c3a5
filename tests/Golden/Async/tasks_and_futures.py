"""Futures, tasks, and all ways of waiting for them."""

import asyncio, functools
from asyncio import CancelledError

async def value(x, d=0):
    await asyncio.sleep(d)
    return x

async def fail(x, d=0):
    await asyncio.sleep(d)
    raise ValueError(x)

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f)
    f.add_done_callback(lambda fut: print("cb", fut.result()))
    loop.call_soon(f.set_result, [1, 2, 3, 4, 5, 6, 7, 8])
    print(await f, f.done(), f.cancelled(), f)
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print("ISE", e)
    g = loop.create_future()
    try:
        g.result()
    except asyncio.InvalidStateError as e:
        print("ISE", e)
    try:
        g.exception()
    except asyncio.InvalidStateError as e:
        print("ISE", e)
    print(g.cancel("why"), g.cancelled(), g.cancel())
    try:
        await g
    except CancelledError as e:
        print("cancelled", e.args)
    try:
        g.exception()
    except CancelledError as e:
        print("cancelled again", e.args)
    h = loop.create_future()
    h.set_exception(StopIteration())
    try:
        await h
    except RuntimeError as e:
        print(type(e).__name__, e, repr(e.__cause__))
    h = loop.create_future()
    h.set_exception(KeyError)
    print(repr(h.exception()), h)
    try:
        h.set_exception(5)
    except asyncio.InvalidStateError as e:
        print("ISE", e)
    k = loop.create_future()
    try:
        k.set_exception(5)
    except TypeError as e:
        print("TE", e)

    # tasks
    t = asyncio.create_task(value(5, 0.01), name="five")
    print(t.get_name(), t.done(), t.cancelling())
    t.set_name(55)
    print(t.get_name())
    print(await t, t.result(), t.exception())
    t = asyncio.create_task(fail("x"))
    await asyncio.wait([t])
    print(repr(t.exception()))
    try:
        t.result()
    except ValueError as e:
        print("VE", e)
    try:
        t.set_result(4)
    except RuntimeError as e:
        print(e)
    t = asyncio.create_task(value(1, 10))
    await asyncio.sleep(0)
    print(t.cancel("m1"), t.cancel("m2"), t.cancelling(), t.uncancel(), t.uncancel(), t.uncancel())
    try:
        await t
    except CancelledError as e:
        print("C", e.args, t.cancelled())
    # gather
    print(await asyncio.gather(value(1), value(2, 0.02), value(3, 0.01)))
    print(await asyncio.gather(value(1), fail("a"), return_exceptions=True))
    try:
        await asyncio.gather(value(1, 0.5), fail("b"))
    except ValueError as e:
        print("gather", e)
    print(await asyncio.gather())
    c = value(9)
    print(await asyncio.gather(c, c))
    gf = asyncio.gather(value(1, 1), value(2, 1))
    await asyncio.sleep(0)
    print(gf.cancel(), gf.done())
    try:
        await gf
    except CancelledError as e:
        print("gather cancelled", e.args)
    r = await asyncio.gather(value(1, 0.2), asyncio.sleep(1), return_exceptions=True) if False else None
    t1 = asyncio.create_task(value(1, 5))
    gf = asyncio.gather(t1, value(2), return_exceptions=True)
    await asyncio.sleep(0)
    t1.cancel("tt")
    print(await gf)
    # wait
    a, b = asyncio.create_task(value("a", 0.01), name="a"), asyncio.create_task(value("b", 0.05), name="b")
    done, pending = await asyncio.wait({a, b}, return_when=asyncio.FIRST_COMPLETED)
    print([x.get_name() for x in done], [x.get_name() for x in pending])
    done, pending = await asyncio.wait({b}, timeout=0.001)
    print(len(done), len(pending))
    done, pending = await asyncio.wait({a, b})
    print(sorted(x.result() for x in done), pending)
    for bad in ([], [value(1)], value(2)):
        try:
            await asyncio.wait(bad)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
    try:
        await asyncio.wait([a], return_when="X")
    except ValueError as e:
        print(e)
    # wait_for
    print(await asyncio.wait_for(value(1), 1))
    try:
        await asyncio.wait_for(value(1, 5), 0.01)
    except TimeoutError as e:
        print("timeout", repr(e), repr(e.__cause__))
    try:
        await asyncio.wait_for(value(1), 0)
    except TimeoutError as e:
        print("timeout0", repr(e), repr(e.__cause__))
    # shield
    inner = asyncio.create_task(value("inner", 0.02))
    async def sh():
        try:
            return await asyncio.shield(inner)
        except CancelledError:
            print("outer cancelled")
            return await inner
    s = asyncio.create_task(sh())
    await asyncio.sleep(0)
    s.cancel()
    print(await s)
    # as_completed
    for co in asyncio.as_completed([value(1, 0.03), value(2, 0.01), value(3, 0.02)]):
        print("plain", await co)
    async for tt in asyncio.as_completed([value(1, 0.03), value(2, 0.01)]):
        print("async", await tt, tt.done())
    try:
        async for tt in asyncio.as_completed([value(1, 0.5)], timeout=0.01):
            print("no")
    except TimeoutError as e:
        print("ac timeout", repr(e))
    # timeout
    try:
        async with asyncio.timeout(0.01) as cm:
            print(cm)if False else None
            await asyncio.sleep(1)
    except TimeoutError:
        print("T", cm.expired())
    async with asyncio.timeout(None) as cm:
        print(cm.when(), cm.expired(), cm)
        cm.reschedule(loop.time() + 100)
    print(cm)
    try:
        cm.reschedule(1)
    except RuntimeError as e:
        print(e)
    try:
        asyncio.timeout(1).reschedule(1)
    except RuntimeError as e:
        print(e)
    try:
        async with cm:
            pass
    except RuntimeError as e:
        print(e)
    async with asyncio.timeout_at(loop.time() + 1):
        pass
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    print(asyncio.isfuture(f), asyncio.isfuture(3), asyncio.iscoroutinefunction(main), asyncio.iscoroutine(main))
    print(loop)

asyncio.run(main())
