"""Loops that the program derives, signals, places of library coroutines, generators that ignored their closing, the order of accepted connections."""
import asyncio
import concurrent.futures
import signal
import threading
from asyncio.staggered import staggered_race


class MyLoop(asyncio.SelectorEventLoop):
    calls = 0

    def call_soon(self, callback, *args, context=None):
        MyLoop.calls += 1
        return super().call_soon(callback, *args, context=context)


async def value(x):
    await asyncio.sleep(0)
    return x


async def uncatchable():
    loop = asyncio.get_running_loop()
    for sig in (signal.SIGKILL, 0, 1000, "x"):
        try:
            loop.add_signal_handler(sig, print)
        except (RuntimeError, ValueError, TypeError) as error:
            print(type(error).__name__, error)


async def ignoring():
    try:
        yield 1
    finally:
        yield 2


async def closing():
    g = ignoring()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)


async def names():
    async def name():
        return asyncio.current_task().get_name().split("-")[1]
    start = int(await asyncio.create_task(name()))

    async def handler(reader, writer):
        writer.write(str(int(await name()) - start).encode())
        writer.close()
    server = await asyncio.start_server(handler, "127.0.0.1", 0)
    for _ in range(3):
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(await reader.read())
        writer.close()
    server.close()
    process = await asyncio.create_subprocess_exec("true")
    await process.wait()
    print(int(await asyncio.create_task(name())) - start)
    sleeping = asyncio.create_task(asyncio.sleep(5), name="sleepy")
    await asyncio.sleep(0)
    print(str(sleeping).split("/")[0], str(sleeping).split("/")[-1])
    sleeping.cancel()
    await asyncio.wait([sleeping])
    print(str(sleeping).split("/")[-1])


async def race():
    async def fails(delay):
        await asyncio.sleep(delay)
        raise ValueError(delay)

    async def wins():
        await asyncio.sleep(0)
        return "won"
    print(await staggered_race([lambda: fails(0), wins, lambda: fails(5)], 1))
    print(await staggered_race([lambda: fails(0)], None))


def is_main():
    return threading.current_thread() is threading.main_thread()

with concurrent.futures.ThreadPoolExecutor(1) as pool:
    print(pool.submit(is_main).result(), is_main())
print(asyncio.run(value(6), loop_factory=MyLoop), MyLoop.calls > 0)
for main in (uncatchable, closing, names, race):
    asyncio.run(main())
