"""What loops, handles and executors say when they are asked or misused, and what a logging program sees of them."""

import asyncio
import concurrent.futures
import functools
import inspect
import logging
import os
import signal
import sys
import typing
import warnings

P = typing.ParamSpec("P")
R = typing.TypeVar("R")


def logged(function: typing.Callable[P, typing.Awaitable[R]]) -> typing.Callable[P, typing.Awaitable[R]]:
    @functools.wraps(function)
    async def wrapper(*args: P.args, **options: P.kwargs) -> R:
        return await function(*args, **options)
    return wrapper


class Store:
    @logged
    async def get(self, key: str, *, default: int = 3) -> int:
        return default


async def handles():
    print(inspect.signature(Store().get), await Store().get("k"))
    loop = asyncio.get_running_loop()
    now = loop.time()
    first, second, same = loop.call_at(now + 5, print), loop.call_at(now + 9, print), loop.call_at(now + 5, print)
    print(first < second, first <= same, first == same, first >= second, second > first, hash(first) == hash(same), first != second)
    same.cancel()
    print(first == same, first <= same)
    first.cancel()
    second.cancel()
    try:
        first < 5
    except TypeError as error:
        print(error)


async def executors():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(1))
    print(await loop.run_in_executor(None, int, "7"))
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, print)
    except RuntimeError as error:
        print(error)


async def signals():
    loop = asyncio.get_running_loop()
    for wrong in ((signal.SIGUSR2, signals), (signal.SIGKILL, print), (99, print), ("x", print)):
        try:
            loop.add_signal_handler(*wrong)
        except (TypeError, ValueError, RuntimeError) as error:
            print(type(error).__name__, error)
    print(loop.add_signal_handler(signal.SIGUSR2, print), loop.remove_signal_handler(signal.SIGUSR2))


async def interrupted():
    asyncio.get_running_loop().call_later(0.01, os.kill, os.getpid(), signal.SIGINT)
    await asyncio.sleep(5)


async def contexts():
    for wrong in (5, open(os.devnull)):
        try:
            async with wrong:
                pass
        except TypeError as error:
            print(error)


for work in (handles, executors, signals, contexts):
    asyncio.run(work())
try:
    asyncio.run(interrupted())
except KeyboardInterrupt as error:
    print(repr(error), repr(error.__context__))

warnings.simplefilter("error")
for make in (asyncio.SafeChildWatcher, asyncio.FastChildWatcher, asyncio.MultiLoopChildWatcher, lambda: type("Own", (asyncio.AbstractChildWatcher,), {})):
    try:
        make()
    except DeprecationWarning as warning:
        print(warning)
try:
    asyncio.ThreadedChildWatcher.__base__().close()
except NotImplementedError as error:
    print(repr(error))

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(levelname)s:%(name)s:%(message)s")


async def quiet():
    logging.info("running")


asyncio.run(quiet())
asyncio.run(quiet(), debug=True)
asyncio.new_event_loop().close()
asyncio.SelectorEventLoop().close()
