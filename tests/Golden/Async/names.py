"""Names that functions get later, and names that inner functions delete."""

import asyncio
import functools


def generator():
    yield 1


async def coroutine():
    return 1


async def asynchronous():
    yield 1


def renamed(function, name):
    function.__name__ = name
    function.__qualname__ = "scope." + name
    return function


made = generator()
renamed(generator, "other")
print(made.__name__, generator().__name__, generator().__qualname__)
print(made.gi_code is generator.__code__, list(generator()))
renamed(coroutine, "task")
waiting = coroutine()
print(waiting.__name__, waiting.__qualname__, asyncio.run(waiting))
renamed(asynchronous, "stream")
print(asynchronous().__name__, asynchronous().__qualname__)


def wrapping(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return await function(*args)

    return wrapper


@wrapping
async def work(x: int) -> int:
    """Works."""
    return x


print(work.__name__, work.__doc__, asyncio.run(work(3)))


def outer():
    x = 1

    def remove():
        nonlocal x
        del x

    remove()
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    try:
        remove()
    except NameError as error:
        print(type(error).__name__, error)


outer()
