import asyncio
import sys
from asyncio import base_events
from unittest import mock


class Raises:
    async def fail(self):
        raise ValueError("inner")


async def contexts():
    try:
        raise KeyError(3)
    except KeyError:
        task = asyncio.create_task(Raises().fail())
        try:
            await task
        except ValueError as error:
            print(type(error.__context__), error.__context__.args)


async def late():
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            finally:
                1 / 0
    except ZeroDivisionError as error:
        print(repr(error.__cause__), repr(error.__context__), repr(error.__context__.__context__))


async def cleanup(seen):
    try:
        try:
            await asyncio.sleep(10)
        finally:
            seen.append(type(sys.exception()))
    except asyncio.CancelledError:
        seen.append("cancelled")
    try:
        pass
    finally:
        seen.append(sys.exception())


async def asked():
    seen = []
    task = asyncio.create_task(cleanup(seen))
    await asyncio.sleep(0)
    task.cancel()
    await task
    print(seen)


class Counting(asyncio.Future):
    added = 0

    def add_done_callback(self, *args, **kwargs):
        Counting.added += 1
        super().add_done_callback(*args, **kwargs)


async def derived():
    loop = asyncio.get_running_loop()
    future = Counting(loop=loop)
    loop.call_soon(future.set_result, "spam")
    print(await future, Counting.added)


async def habits():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    task = asyncio.create_task(queue.put(2))
    await asyncio.sleep(0)
    print(len(queue._putters), queue._format())
    await queue.get()
    await task
    print(len(queue._putters), queue._unfinished_tasks, len(loop._ready))
    reader = asyncio.StreamReader(limit=4)
    reader.feed_data(b"ab\ncd")
    print(await reader.readline(), reader._buffer, reader._waiter, reader._loop is loop)
    handle = loop.call_later(5, print, "never")
    print(handle._cancelled, handle._args)
    handle.cancel()
    print(handle._cancelled)


def logged():
    with mock.patch("asyncio.base_events.logger") as log:
        loop = asyncio.new_event_loop()
        loop.call_exception_handler({"message": "told", "exception": ValueError("x")})
        loop.close()
        print(log.error.call_args[0][0])
    print(base_events.logger.name)


def replaced():
    loop = asyncio.new_event_loop()
    times = []
    original = loop.call_later

    def call_later(delay, callback, *args):
        times.append(delay)
        return original(0, callback, *args)

    loop.call_later = call_later
    loop.run_until_complete(asyncio.sleep(50))
    print(times)
    loop.close()


class Policy(asyncio.DefaultEventLoopPolicy):
    def set_event_loop(self, loop):
        print("set", type(loop).__name__ if loop is None else "loop")
        super().set_event_loop(loop)


class CoroutineLike:
    def send(self, value):
        raise StopIteration(42)

    def throw(self, error):
        raise error

    def close(self):
        pass

    def __await__(self):
        return self


async def like():
    print(await asyncio.create_task(CoroutineLike()))


async def agen():
    try:
        yield 1
    finally:
        print("closing", type(sys.exception()))


async def closing():
    g = agen()
    print(await g.__anext__())
    task = asyncio.create_task(g.aclose())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("aclose cancelled")


for main in (contexts, late, asked, derived, habits, like, closing):
    asyncio.run(main())
logged()
replaced()
asyncio.set_event_loop_policy(Policy())
asyncio.run(asked())
asyncio.set_event_loop_policy(None)
print(asyncio.iscoroutinefunction(mock.Mock()), asyncio.iscoroutinefunction(mock.AsyncMock()))
