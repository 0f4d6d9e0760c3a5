"""Where coroutines, generators and tasks have stopped, who awaits the code that runs, and where objects of asyncio were made."""

import asyncio
import inspect
import io
import logging
import re
import sys
import time
import traceback
import warnings


def clean(text):
    """Without addresses, and without what is particular to CPython's library."""
    text = re.sub(r"0x[0-9a-f]+", "0x..", str(text).replace(__file__, "FILE"))
    text = re.sub(r'(?m)^  File "[^"]*/asyncio/.*\n(?:    .*\n)*', "", text)
    return re.sub(r"/\S*/asyncio/", "LIB/", text)


def stack(tag):
    print(tag, [(f.name, f.lineno) for f in traceback.extract_stack() if "/asyncio/" not in f.filename][:-1])


class Steps:
    def __await__(self):
        stack("awaitable begins")
        got = yield
        stack("awaitable goes on")
        return got


async def leaf():
    stack("leaf begins")
    await asyncio.sleep(0)
    stack("leaf goes on")
    await Steps()


async def middle(depth=0):
    if depth:
        await middle(depth - 1)
    else:
        await leaf()
    stack(f"middle {depth}")


async def items():
    yield 1
    await asyncio.sleep(0)
    stack("items")
    yield 2


async def by_name(function):
    await function(1)


async def outer():
    await middle()
    async for item in items():
        stack(f"item {item}")
    await by_name(middle)
    print(sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name)


async def nested():
    await outer()
    task = asyncio.create_task(middle())
    await task


asyncio.run(nested())


async def waits(event, depth):
    if depth:
        await waits(event, depth - 1)
    else:
        await event.wait()


async def fails():
    await asyncio.sleep(0)
    raise OSError("disk full")


async def counts():
    number = yield 0
    await waits(asyncio.Event(), 1)
    yield number


def chain(awaitable):
    names = []
    while awaitable is not None:
        if hasattr(awaitable, "cr_await"):
            names.append(f"{awaitable.__qualname__} {awaitable.cr_frame.f_lineno}" if "asyncio" not in awaitable.cr_code.co_filename else awaitable.__qualname__)
            awaitable = awaitable.cr_await
        else:
            names.append(type(awaitable).__name__)
            awaitable = None
    return names


async def tasks():
    event = asyncio.Event()
    queue = asyncio.Queue()
    made = {
        "deep": asyncio.create_task(waits(event, 1), name="deep"),
        "queue": asyncio.create_task(queue.get(), name="queue"),
        "sleep": asyncio.create_task(asyncio.sleep(9), name="sleep"),
        "timed": asyncio.create_task(asyncio.wait_for(waits(event, 0), 9), name="timed"),
        "fails": asyncio.create_task(fails(), name="fails"),
    }
    for _ in range(3):
        await asyncio.sleep(0)
    for name, task in made.items():
        print(name, chain(task.get_coro()) if not task.done() else repr(task.exception()), inspect.getcoroutinestate(task.get_coro()))
    for name in ("deep", "fails"):
        text = io.StringIO()
        made[name].print_stack(file=text)
        print(clean(text.getvalue()))
        print([(f.f_code.co_name, f.f_lineno) for f in made[name].get_stack()], made[name].get_stack(limit=0))
    inner = made["deep"].get_coro().cr_await
    print(inner is made["deep"].get_coro().cr_await, inspect.iscoroutine(inner), inspect.getcoroutinestate(inner), clean(inner))
    event.set()
    await made["deep"]
    print(inspect.getcoroutinestate(inner), inner.cr_frame, inner.cr_await, made["deep"].get_coro().cr_await)
    generator = counts()
    print(generator.ag_await, inspect.getasyncgenstate(generator), generator.ag_frame.f_lineno)
    print(await anext(generator), generator.ag_frame.f_lineno)
    step = asyncio.ensure_future(generator.asend(1))
    await asyncio.sleep(0)
    print(generator.ag_await.__qualname__, generator.ag_running, generator.ag_suspended, inspect.getasyncgenstate(generator), generator.ag_frame.f_lineno)
    for task in [step, *made.values()]:
        task.cancel()
    await asyncio.gather(step, *made.values(), return_exceptions=True)
    print(generator.ag_await, generator.ag_frame, inspect.getasyncgenstate(generator))


asyncio.run(tasks())


def plain():
    yield 1
    yield from [2]


walk = plain()
print(walk.gi_frame.f_lineno, next(walk), walk.gi_frame.f_lineno, next(walk), walk.gi_frame.f_lineno, type(walk.gi_yieldfrom).__name__)


def unmatched():
    for _ in ([1, b"boom".upper()],
              [2]):
        try:
            raise LookupError("x")
        except* OSError as group:
            print(group)


async def ends(error):
    raise error


async def grouped():
    async with asyncio.TaskGroup() as group:
        group.create_task(ends(SystemExit(3)))
        await asyncio.sleep(1)


class Pages:
    async def __aiter__(self):
        await asyncio.sleep(0)
        yield b"\xa9".decode()


async def reads():
    async for page in Pages():
        print(page)


for case in (unmatched, lambda: asyncio.run(grouped()), lambda: asyncio.run(reads())):
    try:
        case()
    except BaseException as error:
        print(clean(re.sub(r"(?m)^ +[~^]+\n", "", "".join(traceback.format_exception(error)))), end="")


class Shown(logging.Handler):
    def emit(self, record):
        print(record.levelname, clean(re.sub(r"took \d\.\d+", "took N", record.getMessage())))


logging.getLogger("asyncio").addHandler(Shown())
logging.getLogger("asyncio").propagate = False
logging.getLogger("asyncio").setLevel(logging.DEBUG)


async def slow():
    time.sleep(0.3)


def callback(argument):
    pass


async def debugging():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.2
    print(sys.get_coroutine_origin_tracking_depth())
    task = loop.create_task(slow(), name="slow")
    await asyncio.sleep(0)
    print(clean(task), clean(asyncio.create_task(slow(), name="other")))
    print(clean(asyncio.Future()), clean(loop.create_future()))
    print(clean(loop.call_soon(callback, 1)))
    timer = loop.call_later(50, callback, "later")
    print(re.sub(r"when=\S+", "when=W", clean(timer)))
    timer.cancel()
    print(re.sub(r"when=\S+", "when=W", clean(timer)))
    print(timer._source_traceback[-1].lineno, task._source_traceback[-1].name)
    coroutine = slow()
    print(coroutine.cr_origin[0][1:])
    coroutine.close()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        leaf()
        print(len(caught) > 0, "\n" in str(caught[-1].message), clean(caught[-1].message).splitlines()[0])
    loop.call_exception_handler({"message": "told", "source_traceback": traceback.extract_stack()[-1:]})
    loop.slow_callback_duration = 100
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        await task


asyncio.run(debugging(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(1)
coroutine = slow()
print([(line, name) for _, line, name in coroutine.cr_origin])
coroutine.close()
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)
logging.disable(logging.CRITICAL)
