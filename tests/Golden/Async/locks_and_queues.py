"""Locks, events, semaphores, conditions, barriers and queues."""

import asyncio
async def main():
    lock = asyncio.Lock()
    order = []
    async def worker(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0.001)
    await asyncio.gather(*(worker(i) for i in range(4)))
    print(order, lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    print(repr(lock)[-11:], str(asyncio.Event())[-8:], repr(asyncio.Semaphore(3))[-20:], repr(asyncio.Condition())[-11:], repr(asyncio.Barrier(2))[-24:])
    ev = asyncio.Event()
    async def waiter(n):
        await ev.wait(); print("woke", n)
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    print(repr(ev)[-20:])
    ev.set(); await asyncio.gather(*ts); ev.clear(); print(ev.is_set())
    sem = asyncio.Semaphore(2)
    active = 0; peak = 0
    async def job():
        nonlocal active, peak
        async with sem:
            active += 1; peak = max(peak, active)
            await asyncio.sleep(0.001)
            active -= 1
    await asyncio.gather(*(job() for _ in range(6)))
    print(peak, sem.locked(), sem)if False else print(peak, sem.locked())
    bs = asyncio.BoundedSemaphore(1)
    try: bs.release()
    except ValueError as e: print(e)
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    cond = asyncio.Condition()
    items = []
    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: items)
            print("consumer", n, items.pop(0))
    cs = [asyncio.create_task(consumer(i)) for i in range(3)]
    await asyncio.sleep(0)
    for i in range(3):
        async with cond:
            items.append(i); cond.notify()
    await asyncio.gather(*cs)
    try: cond.notify()
    except RuntimeError as e: print(e)
    try: await cond.wait()
    except RuntimeError as e: print(e)
    bar = asyncio.Barrier(3)
    async def party(n):
        i = await bar.wait()
        print("past", n, i)
    await asyncio.gather(*(party(i) for i in range(3)))
    print(bar.parties, bar.n_waiting, bar.broken)
    async def broken():
        try:
            async with bar as pos: print("pos", pos)
        except asyncio.BrokenBarrierError as e:
            print("broken", e)
    t = asyncio.create_task(broken()); await asyncio.sleep(0)
    await bar.abort(); await t
    print(repr(bar)[-9:])
    await bar.reset(); print(bar.broken)
    q = asyncio.Queue(2)
    async def prod():
        for i in range(5):
            await q.put(i); print("put", i, q.qsize())
    async def cons():
        while True:
            try:
                x = await q.get()
            except asyncio.QueueShutDown:
                print("shutdown"); return
            print("got", x); q.task_done()
    p = asyncio.create_task(prod()); c = asyncio.create_task(cons())
    await p; await q.join(); q.shutdown(); await c
    print(str(q), q.empty(), q.full(), q.maxsize)
    try: q.put_nowait(1)
    except asyncio.QueueShutDown as e: print(repr(e))
    q = asyncio.Queue(1); q.put_nowait(1)
    try: q.put_nowait(2)
    except asyncio.QueueFull as e: print(repr(e))
    q.get_nowait()
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q.task_done()
    try: q.task_done()
    except ValueError as e: print(e)
    pq = asyncio.PriorityQueue()
    for x in (3, 1, 2): pq.put_nowait((x, str(x)))
    print([pq.get_nowait() for _ in range(3)], str(pq))
    lq = asyncio.LifoQueue()
    for x in (3, 1, 2): await lq.put(x)
    print([await lq.get() for _ in range(3)])
    class MyQ(asyncio.Queue):
        def _put(self, item): print("my put"); super()._put(item)
    m = MyQ(maxsize=3); await m.put(7); print(await m.get(), type(m).__name__)
    class MyEv(asyncio.Event):
        def set(self): print("my set"); super().set()
    me = MyEv(); me.set(); print(me.is_set()); me.extra = 4; print(me.extra)
asyncio.run(main())
