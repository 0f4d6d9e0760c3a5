"""Context managers whose classes are known: using, finally, and the general form."""

import asyncio


class Span:
    """Leaves quietly, and gives itself."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.depth = 0

    def __enter__(self) -> "Span":
        self.depth += 1
        return self

    def __exit__(self, *unused: object) -> None:
        self.depth -= 1
        print("left", self.name, self.depth)


class Counter:
    """Leaves quietly, and gives a number."""

    def __init__(self) -> None:
        self.count = 0

    async def __aenter__(self) -> int:
        self.count += 1
        return self.count

    async def __aexit__(self, kind: object, error: object, traceback: object) -> None:
        self.count -= 1


class Guard:
    """Looks at the exception, and stops some."""

    def __init__(self, swallow: bool) -> None:
        self.swallow = swallow

    def __enter__(self) -> str:
        return "guarded"

    def __exit__(self, kind, error, traceback) -> bool:
        print("guard", None if kind is None else kind.__name__, error)
        return self.swallow


class AsyncGuard:
    async def __aenter__(self) -> "AsyncGuard":
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, traceback) -> bool:
        await asyncio.sleep(0)
        print("async guard", repr(error))
        return isinstance(error, ValueError)


class Failing:
    def __enter__(self) -> "Failing":
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        raise KeyError("in exit")


def early(span: Span) -> int:
    with span as entered:
        return entered.depth


def loop(span: Span) -> int:
    total = 0
    for i in range(4):
        with span:
            if i == 1:
                continue
            if i == 3:
                break
            total += i
    return total


def guarded(swallow: bool) -> str:
    with Guard(swallow) as word:
        raise ValueError(word)
    return "after"


def nested() -> None:
    with Span("a") as first, Span("b") as second, Guard(True):
        print(first.name, second.name)
        raise OSError("stopped")


async def main() -> None:
    counter = Counter()
    async with counter as number:
        print(number, counter.count)
    try:
        async with counter as number:
            raise RuntimeError(str(number))
    except RuntimeError as error:
        print("caught", error, counter.count)
    async with AsyncGuard() as guard:
        raise ValueError(type(guard).__name__)
    try:
        async with AsyncGuard():
            raise LookupError("not stopped")
    except LookupError as error:
        print("caught", error)


span = Span("s")
print(early(span), loop(span), span.depth)
print(guarded(True))
try:
    guarded(False)
except ValueError as error:
    print("caught", error)
nested()
try:
    with Failing():
        raise ValueError("in body")
except KeyError as error:
    print(error, "during", repr(error.__context__))
asyncio.run(main())
