"""Functions that give context managers, from every side."""
import asyncio
import contextlib
import traceback
from contextlib import asynccontextmanager, contextmanager as manager, ExitStack
from typing import Iterator, Generator, AsyncIterator


@manager
def tag(name: str, *, indent: int = 0) -> Iterator[str]:
    """Prints a tag around."""
    print(" " * indent + f"<{name}>")
    yield name.upper()
    print(" " * indent + f"</{name}>")


@manager
def swallow(*kinds):
    try:
        yield len(kinds)
    except kinds as error:
        print("swallowed", type(error).__name__, error)


@manager
def guarded(label: str) -> Generator[int, None, None]:
    try:
        yield 1
    finally:
        print("out", label)


@manager
def never():
    if False:
        yield 1


@manager
def twice():
    yield 1
    yield 2


@manager
def changes() -> Iterator[None]:
    try:
        yield
    except KeyError as e:
        raise ValueError("changed") from e


def first(n: int) -> int:
    with guarded("first"):
        return n + 1


def second(n: int) -> int:
    with swallow(ZeroDivisionError):
        return 10 // n
    return -1


class Base:
    count = 0

    def __init__(self, name: str) -> None:
        self.name = name

    @contextlib.contextmanager
    def entered(self, by: int = 1) -> Iterator["Base"]:
        self.count += by
        yield self
        self.count -= by

    @classmethod
    @contextlib.contextmanager
    def of(cls, name: str) -> Iterator["Base"]:
        made = cls(name)
        yield made
        print("dropped", made.name, cls.__name__)

    @staticmethod
    @contextlib.contextmanager
    def plain(n: int) -> Iterator[int]:
        yield n * 2


class Derived(Base):
    @contextlib.contextmanager
    def entered(self, by: int = 1) -> Iterator["Base"]:
        with super().entered(by + 10) as me:
            print("derived", me.count)
            yield me


def run() -> None:
    with tag("a") as a, tag("b", indent=2) as b:
        print(a + b, a.lower())
    with swallow(ValueError, KeyError) as n:
        print(n)
        raise KeyError("k")
    try:
        with swallow(ValueError):
            raise TypeError("t")
    except TypeError as e:
        print("passed", e)
    for make in (never, twice):
        try:
            with make():
                print("in")
        except RuntimeError as e:
            print(e, e.__cause__, e.__suppress_context__)
    try:
        with changes():
            {}["x"]
    except ValueError as e:
        print(e, repr(e.__cause__), repr(e.__context__))
    print(first(1), second(5), second(0))
    base = Base("x")
    with base.entered() as me:
        print(me is base, base.count)
    print(base.count)
    derived = Derived("y")
    with derived.entered(2) as me:
        print(me.count, derived.count)
    print(derived.count)
    with Derived.of("z") as made:
        print(type(made).__name__, made.name)
    with Base.plain(4) as four:
        print(four + 1)
    with ExitStack() as stack:
        names = [stack.enter_context(tag(x)) for x in ("p", "q")]
        print(names)
    held = tag("held")
    print(type(held).__name__, isinstance(held, contextlib.AbstractContextManager), hasattr(held, "gen"))
    with held as h:
        print(h)
    try:
        with held:
            pass
    except AttributeError as e:
        print(e)
    print(tag.__name__, tag.__doc__, tag.__wrapped__.__name__, tag.__qualname__)

    @tag("deco")
    def work(x: int) -> int:
        print("work", x)
        return x * 2

    print(work(2), work(3), work.__name__)

    @manager
    def local(n: int) -> Iterator[list[int]]:
        items = [n]
        yield items
        print(items)

    with local(3) as items:
        items.append(n)
    pick = {"t": tag, "g": guarded}
    with pick["t"]("dyn") as d:
        print(d)
    try:
        tag()
    except TypeError as e:
        print(e)
    try:
        with guarded("gen"):
            raise StopIteration("s")
    except StopIteration as e:
        print("stop", e)
    for i in range(3):
        with guarded(str(i)):
            if i == 1:
                continue
            if i == 2:
                break
            print("i", i)
    with tag(name="kw") as (first_letter, *rest):
        print(first_letter, rest)


@asynccontextmanager
async def connect(name: str, fail: bool = False) -> AsyncIterator[list[str]]:
    log = [name]
    await asyncio.sleep(0)
    try:
        yield log
    except OSError as e:
        print("connection", e)
        if fail:
            raise
    finally:
        await asyncio.sleep(0)
        print("disconnect", log)


class Pool:
    def __init__(self) -> None:
        self.free = 2

    @asynccontextmanager
    async def take(self) -> AsyncIterator[int]:
        self.free -= 1
        try:
            yield self.free
        finally:
            self.free += 1


async def value(n: int) -> int:
    async with connect("value") as log:
        log.append("v")
        return n * 2


async def main() -> None:
    async with connect("a") as log, Pool().take() as free:
        log.append("x")
        print(free + 1, len(log))
    async with connect("b"):
        raise OSError("lost")
    try:
        async with connect("c", fail=True):
            raise OSError("again")
    except OSError as e:
        print("outer", e)
    print(await value(4))
    pool = Pool()

    async def user(n: int) -> int:
        async with pool.take() as free:
            await asyncio.sleep(0)
            return n + free

    print(await asyncio.gather(*[user(i) for i in range(2)]), pool.free)
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(connect("s")))

    @connect("deco")
    async def job(n: int) -> int:
        return n

    print(await job(5))


run()
asyncio.run(main())
with guarded("last"):
    try:
        raise IndexError("i")
    except IndexError:
        traceback.print_exc()
with tag("t"):
    1 / 0
