import asyncio, contextvars
from contextlib import asynccontextmanager, AsyncExitStack
var = contextvars.ContextVar("var", default=0)
async def child(n):
    var.set(n)
    await asyncio.sleep(0)
    return var.get()
async def agen(n):
    try:
        for i in range(n):
            try:
                got = yield i
                if got: print("got", got)
            except ValueError as e:
                print("ve", e)
    finally:
        print("agen closed")
class Res:
    def __init__(self, n): self.n = n
    async def __aenter__(self):
        print("enter", self.n); await asyncio.sleep(0); return self
    async def __aexit__(self, t, e, tb):
        print("exit", self.n, t and t.__name__); return self.n == "sup"
class It:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
async def slow(t, v):
    try:
        await asyncio.sleep(t)
        return v
    except asyncio.CancelledError:
        print("cancelled", v)
        raise
async def producer(q):
    for i in range(3):
        await q.put(i); print("put", i)
    await q.put(None)
async def consumer(q):
    while (x := await q.get()) is not None:
        print("get", x)
async def boom(): raise RuntimeError("boom")
async def main():
    print(await asyncio.gather(child(1), child(2)), var.get())
    async for x in agen(3): print(x)
    async for x in agen(5):
        if x == 1: break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    g = agen(3)
    print(await g.asend(None), await g.asend("hi"), await g.athrow(ValueError("x")))
    try:
        await g.asend(None)
    except StopAsyncIteration: print("done")
    async with Res("a") as r, Res("sup"):
        print(r.n); raise KeyError("k")
    print([x async for x in It(3)], {x: x * x async for x in It(2)}, [await child(i) for i in range(3)])
    try:
        await asyncio.wait_for(slow(10, "w"), 0.01)
    except asyncio.TimeoutError: print("timeout")
    try:
        async with asyncio.timeout(0.01): await slow(5, "t")
    except TimeoutError: print("timeout2")
    q = asyncio.Queue(1)
    await asyncio.gather(producer(q), consumer(q))
    res = await asyncio.gather(boom(), slow(0, "ok"), return_exceptions=True); print(res)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(boom()); t2 = tg.create_task(slow(10, "tg"))
    except* RuntimeError as eg: print(eg.exceptions, t2.cancelled())
    done, pend = await asyncio.wait([asyncio.create_task(slow(0.01, 1)), asyncio.create_task(slow(5, 2))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pend)); [p.cancel() for p in pend]; await asyncio.gather(*pend, return_exceptions=True)
    lock = asyncio.Lock(); ev = asyncio.Event(); sem = asyncio.Semaphore(2)
    async def waiter(n):
        await ev.wait()
        async with lock: print("locked", n)
    ts = [asyncio.create_task(waiter(i)) for i in range(2)]
    await asyncio.sleep(0); ev.set(); await asyncio.gather(*ts)
    async with AsyncExitStack() as st:
        await st.enter_async_context(Res("s1")); st.push_async_callback(child, 9)
    loop = asyncio.get_running_loop(); fut = loop.create_future()
    loop.call_soon(fut.set_result, 42); print(await fut)
    loop.call_later(0.002, print, "later2"); loop.call_later(0.001, print, "later1"); await asyncio.sleep(0.01)
    t = asyncio.create_task(slow(0, "n"), name="nm"); t.add_done_callback(lambda f: print("cb", f.result())); await t; await asyncio.sleep(0)
    print(t.get_name(), t.done(), asyncio.current_task().get_name())
    c = child(5)
    try:
        c.send(None); c.send(None)
    except StopIteration as e: print("si", e.value)
    sh = asyncio.shield(asyncio.create_task(slow(0.001, "sh"))); print(await sh)
    for f in asyncio.as_completed([slow(0.02, "b"), slow(0.01, "a")]): print(await f)
    print(await asyncio.to_thread(lambda a: a + 1, 2))
    genexp = (x async for x in It(2)); print([y async for y in genexp])
    try:
        await 5
    except TypeError as e: print(e)
    try:
        async for _ in [1]: pass
    except TypeError as e: print(e)
    async def inner():
        try:
            await asyncio.sleep(1)
        finally:
            print("inner fin")
    tt = asyncio.create_task(inner()); await asyncio.sleep(0); tt.cancel("msg")
    try: await tt
    except asyncio.CancelledError as e: print("ce", e.args)
asyncio.run(main())
class Aw:
    def __await__(self):
        x = yield from asyncio.sleep(0).__await__()
        return "aw"
async def m2(): return await Aw()
print(asyncio.run(m2()))
try:
    asyncio.run(boom())
except RuntimeError as e: print("run", e)
