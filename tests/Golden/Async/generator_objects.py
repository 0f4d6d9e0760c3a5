"""Generators in variables, lists and fields: advanced, sent values, looped over, closed."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator


def numbers(count: int) -> Iterator[int]:
    for i in range(count):
        yield i


def squares(items):
    for item in items:
        yield item * item


def averager() -> Generator[float, float, None]:
    total = 0.0
    count = 0
    average = 0.0
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


def jumping() -> Generator[int, int | None, str]:
    n = 0
    while True:
        jump = yield n
        if jump is None:
            n += 1
        elif jump < 0:
            return "below zero"
        else:
            n = jump


def loosely():
    while True:
        received = yield
        print("received", repr(received))


async def ticks(count: int) -> AsyncIterator[int]:
    for i in range(count):
        await asyncio.sleep(0)
        yield i


async def echo() -> AsyncGenerator[int, int]:
    value = 0
    while True:
        value = (yield value) + 1


async def words():
    try:
        yield "one"
        yield "two"
    except ValueError as error:
        print("caught", error)
        yield "mended"
    finally:
        print("words closed")


class Source:
    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.stream = self.produce()

    async def produce(self) -> AsyncIterator[str]:
        for i in range(self.limit):
            yield f"item {i}"


def plain() -> None:
    gen = numbers(5)
    print(next(gen), gen.__next__())
    for n in gen:
        if n == 3:
            break
        print("rest", n)
    print(list(gen), next(gen, None))
    try:
        next(gen)
    except StopIteration as stop:
        print("done", stop.value)
    pipeline = squares(squares(numbers(4)))
    print(next(pipeline), sum(pipeline))
    robin = [numbers(1), numbers(2)]
    while robin:
        turn = robin.pop(0)
        try:
            print("turn", next(turn))
            robin.append(turn)
        except StopIteration:
            pass


def sent() -> None:
    average = averager()
    next(average)
    for value in (1.0, 2.0, 6.0):
        print(average.send(value))
    average.close()
    jumps = jumping()
    print(next(jumps))
    print(jumps.send(5), jumps.send(None))
    try:
        jumps.send(-1)
    except StopIteration as stop:
        print(stop.value)
    loose = loosely()
    next(loose)
    loose.send(1)
    next(loose)
    try:
        loose.throw(KeyError("thrown"))
    except KeyError as error:
        print(repr(error))
    fresh = averager()
    try:
        fresh.send(1.0)
    except TypeError as error:
        print(error)


async def asynchronous() -> None:
    ticking = ticks(4)
    print(await anext(ticking), await ticking.__anext__())
    async for n in ticking:
        if n == 2:
            break
    print("left", await anext(ticking), await anext(ticking, "default"))
    try:
        await anext(ticking)
    except StopAsyncIteration:
        print("done")
    echoing = echo()
    value = await echoing.asend(None)
    for _ in range(3):
        value = await echoing.asend(value)
    print(value)
    await echoing.aclose()
    text = words()
    print(await text.asend(None), await text.athrow(ValueError("bad")))
    await text.aclose()
    print(await text.athrow(ValueError("late")))
    source = Source(3)
    print(await anext(source.stream), [item async for item in source.stream])
    step = ticks(1).asend(None)
    print(await step)


plain()
sent()
asyncio.run(asynchronous())
