# Tasks that are waited for, threads, the loop and timeouts: what they give has types.
import asyncio
import threading
import time
from asyncio import wait


class Store:
    def __init__(self) -> None:
        self.factor = 3

    def scale(self, number: int) -> int:
        return number * self.factor


async def job(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return name


async def quiet(delay: float) -> None:
    await asyncio.sleep(delay)


async def failing() -> int:
    await asyncio.sleep(0.001)
    raise ValueError("no")


def double(number: int) -> int:
    return number * 2


def repeat(text: str, times: int) -> str:
    return text * times


def nothing() -> None:
    print("in a thread", threading.current_thread() is threading.main_thread())


def broken(number: int) -> int:
    raise KeyError(number)


async def waits() -> None:
    tasks = {asyncio.create_task(job(name, delay)) for name, delay in [("a", 0.01), ("b", 0.04), ("c", 0.07)]}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        print(task.result().upper(), len(done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=0.001)
    print(len(done), len(pending))
    done, pending = await wait(pending)
    print(sorted(t.result() for t in done), len(pending))
    waiting = [asyncio.create_task(job(n, 0.01)) for n in "xy"]
    while waiting:
        finished, rest = await asyncio.wait(waiting, return_when="FIRST_COMPLETED")
        print(sorted(t.result() for t in finished))
        waiting = list(rest)
    plain = [asyncio.create_task(quiet(0.001)), asyncio.create_task(quiet(0.5))]
    finished2, rest2 = await asyncio.wait(plain, return_when=asyncio.FIRST_COMPLETED)
    print(len(finished2), len(rest2))
    for t in rest2:
        t.cancel()
    print(await asyncio.gather(*rest2, return_exceptions=True))
    several, others = await asyncio.wait([asyncio.create_task(job("a", 0.001)), asyncio.create_task(failing())], return_when=asyncio.FIRST_COMPLETED)
    print(len(several | others), sorted([t.cancel() for t in others]))
    kept = list(several)
    kept.append(None)
    print(len(kept))
    bad, _ = await asyncio.wait([asyncio.create_task(failing())], return_when=asyncio.FIRST_EXCEPTION)
    for f in bad:
        try:
            print(f.result() + 1)
        except ValueError as error:
            print("failed", error)
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)


async def completions() -> None:
    for first in asyncio.as_completed([job("slow", 0.03), job("fast", 0.01)]):
        name = await first
        print(name.upper())
    tasks = [asyncio.create_task(job("slow", 0.03), name="s"), asyncio.create_task(job("fast", 0.01), name="f")]
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), (await task).upper(), task in tasks)
    try:
        for late in asyncio.as_completed([job("in time", 0.001), job("late", 1.0)], timeout=0.02):
            print(await late)
    except TimeoutError:
        print("timeout")


async def threads() -> None:
    print(await asyncio.to_thread(double, 21) + 1)
    text, scaled = await asyncio.gather(asyncio.to_thread(repeat, "ab", 2), asyncio.to_thread(Store().scale, 4))
    print(text.upper(), scaled + 1)
    print(sum(await asyncio.gather(*[asyncio.to_thread(double, i) for i in range(4)])))
    await asyncio.to_thread(nothing)
    await asyncio.to_thread(time.sleep, 0)
    try:
        print(await asyncio.to_thread(broken, 5) + 1)
    except KeyError as error:
        print("key", error)
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, double, 4) + 1)
    print(await loop.run_in_executor(None, len, "abc"))
    futures = [loop.run_in_executor(None, repeat, "x", i) for i in range(3)]
    print([len(r) for r in await asyncio.gather(*futures)])


async def loops() -> None:
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "done")
    print(await future, loop.is_running())
    start = loop.time()
    event = asyncio.Event()
    handle = loop.call_later(0.01, event.set)
    other = loop.call_later(10, print, "never", "seen")
    other.cancel()
    print(other.cancelled(), handle.cancelled())
    await event.wait()
    print(loop.time() - start >= 0.01)
    loop.call_soon(print, "soon", 1)
    loop.call_at(loop.time(), lambda: print("at"))
    await asyncio.sleep(0.001)
    made = loop.create_task(job("made", 0.001))
    print((await made).upper())
    current = asyncio.current_task()
    if current is not None:
        current.set_name("main")
        print(current.get_name(), current.done())


async def timeouts() -> None:
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError as error:
        print("too slow", repr(error), repr(error.__cause__))
    async with asyncio.timeout(5) as limit:
        result = await job("in time", 0.001)
    print(result, limit.expired())
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            finally:
                print("cleaned up")
    except TimeoutError:
        print("cleaned first")
    try:
        async with asyncio.timeout(None) as moved:
            moved.reschedule(asyncio.get_running_loop().time() + 0.01)
            await asyncio.sleep(1)
    except TimeoutError:
        print("moved", moved.expired())
    try:
        async with asyncio.timeout(1):
            raise ValueError("of the body")
    except ValueError as error:
        print(error, error.__context__)
    for attempt in range(3):
        async with asyncio.timeout(1):
            if attempt == 1:
                continue
            print("attempt", attempt)
    lock = asyncio.Lock()
    async with asyncio.timeout(1), lock:
        print(lock.locked())
    print(lock.locked(), await early())


async def early() -> str:
    async with asyncio.timeout(1):
        return await job("early", 0.001)


async def main() -> None:
    await waits()
    await completions()
    await threads()
    await loops()
    await timeouts()


asyncio.run(main())
loop = asyncio.new_event_loop()
print(loop.run_until_complete(job("by hand", 0)).upper())
loop.close()
print(loop.is_closed())
