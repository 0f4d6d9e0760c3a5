"""Generators, coroutines and asynchronous generators driven by hand."""
import asyncio
import inspect
import sys
import types
import warnings


def show(action):
    try:
        print(repr(action()))
    except BaseException as error:
        cause = f" from {error.__cause__!r}" if error.__cause__ else ""
        print(f"{type(error).__name__}({error}){cause}")


def echo():
    received = []
    try:
        while True:
            try:
                received.append((yield len(received)))
            except ValueError as error:
                received.append(error)
    except GeneratorExit:
        return received


def delegating():
    result = yield from echo()
    print("delegate returned", result)
    return "done"


def generators():
    g = echo()
    show(lambda: g.send(1))
    print(inspect.getgeneratorstate(g), next(g), g.send("a"), g.throw(ValueError("b")), inspect.getgeneratorstate(g))
    print(g.close(), inspect.getgeneratorstate(g), g.gi_frame)
    show(lambda: g.throw(KeyError("late")))
    d = delegating()
    print(next(d), d.gi_yieldfrom.gi_code.co_name, d.send(3), d.throw(ValueError(4)))
    show(d.close)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for arguments in [(), (1,), (ValueError, 1, 3), (ValueError(), 3), (ValueError, (1, 2)), (ValueError, KeyError(1))]:
            show(lambda: (lambda: (yield))().throw(*arguments))

    def stops():
        yield 1
        raise StopIteration(5)
    s = stops()
    next(s)
    show(lambda: next(s))

    def stubborn():
        while True:
            try:
                yield
            except GeneratorExit:
                pass
    b = stubborn()
    next(b)
    show(b.close)

    def itself():
        yield next(me)
    me = itself()
    show(lambda: next(me))
    show(lambda: setattr(me, "__name__", 3))
    me.__name__ = "renamed"
    print(me.__name__, me.__qualname__)


@types.coroutine
def pause(value):
    return (yield value)


class Manual:
    def __await__(self):
        got = yield "manual"
        return got * 2


async def worker(n):
    first = await pause(n)
    second = await Manual()
    try:
        await pause("in try")
    except OSError as error:
        return [first, second, str(error)]


async def nothing():
    pass


def coroutines():
    c = worker(1)
    print(inspect.getcoroutinestate(c), c.cr_running, c.cr_code.co_name, c.cr_code.co_flags & inspect.CO_COROUTINE)
    show(lambda: c.send(1))
    print(c.send(None), c.send("x"), c.send(21), inspect.getcoroutinestate(c))
    show(lambda: c.throw(OSError("thrown")))
    show(lambda: c.send(None))
    show(c.close)
    show(lambda: iter(worker(1).__await__()).send(None))
    show(lambda: asyncio.run(bad()))
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        nothing()
    print([str(w.message) for w in seen])
    print(inspect.isawaitable(pause(1)), inspect.iscoroutine(pause(1)), inspect.iscoroutinefunction(worker), inspect.isgeneratorfunction(echo), inspect.isasyncgenfunction(ticks))


async def bad():
    await 3


async def ticks():
    try:
        for i in range(3):
            got = yield i
            if got:
                print("got", got)
    finally:
        print("closing ticks")


async def stubborn_ticks():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


async def asynchronous():
    t = ticks()
    print(await anext(t), await t.asend("hello"), t.ag_running, inspect.getasyncgenstate(t))
    try:
        await t.athrow(KeyError("k"))
    except KeyError as error:
        print(repr(error), inspect.getasyncgenstate(t))
    print(await anext(t, "default"), await t.athrow(ValueError("none")), await t.aclose())
    s = stubborn_ticks()
    await anext(s)
    try:
        await s.aclose()
    except RuntimeError as error:
        print(error)
    step = ticks().asend(None)
    try:
        step.send(None)
    except StopIteration as stop:
        print("value", stop.value)
    for again in (lambda: step.send(None), lambda: step.throw(ValueError)):
        show(again)
    step.close()
    one = ticks()

    async def take():
        return await anext(one)
    results = await asyncio.gather(take(), take())
    print(results)

    async def slow():
        await asyncio.sleep(0)
        yield 1
    shared = slow()
    print(await asyncio.gather(anext(shared), anext(shared), return_exceptions=True))
    async for i in ticks():
        break
    await asyncio.sleep(0)
    print("left the loop")


async def quiet():
    yield 0


def hooks():
    def first(generator):
        print("first", generator.__name__)

    old = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(firstiter=first)
    try:
        step = quiet().__anext__()
        show(lambda: step.send(None))
    finally:
        sys.set_asyncgen_hooks(*old)
    print(old.firstiter, old.finalizer)


generators()
coroutines()
asyncio.run(asynchronous())
hooks()
