"""Protocols that C# has as interfaces: methods, coroutines, attributes, properties, and classes that have them in other ways."""
import asyncio
from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol, Optional, runtime_checkable


class Fetcher(Protocol):
    async def fetch(self, url: str) -> str: ...
    async def close(self) -> None: ...


class Fast:
    def __init__(self) -> None:
        self.count = 0

    async def fetch(self, url: str) -> str:
        self.count += 1
        await asyncio.sleep(0)
        return f"fast:{url}"

    async def close(self) -> None:
        print("closed fast", self.count)


class Slow:
    async def fetch(self, url: str) -> str:
        await asyncio.sleep(0.01)
        return "slow:" + url

    async def close(self) -> None:
        print("closed slow")


async def fetch_all(fetchers: list[Fetcher], url: str) -> list[str]:
    return await asyncio.gather(*(f.fetch(url) for f in fetchers))


async def use(f: Fetcher) -> None:
    try:
        print(await f.fetch("x"))
    finally:
        await f.close()


@runtime_checkable
class Named(Protocol):
    @property
    def name(self) -> str: ...

    size: int


class Dog:
    def __init__(self, name: str) -> None:
        self.name = name
        self.size = 3


class Cat:
    @property
    def name(self) -> str:
        return "cat"

    @property
    def size(self) -> int:
        return 2


@dataclass(frozen=True)
class Fish:
    name: str
    size: int = 1


class Rock:
    pass


def describe(x: Named) -> str:
    return f"{x.name}/{x.size}"


def biggest(xs: list[Named], default: Optional[Named] = None) -> Optional[Named]:
    best = default
    for x in xs:
        if best is None or x.size > best.size:
            best = x
    return best


class Handler(Protocol):
    def handle(self, request: dict[str, int], retries: int = 3) -> int: ...
    def reset(self): ...


class A:
    def __init__(self):
        self.log = []

    def handle(self, request: dict[str, int], retries: int = 3) -> int:
        self.log.append(retries)
        return request["n"] * retries

    def reset(self):
        self.log.clear()
        return len(self.log)


class B(A):
    def handle(self, request: dict[str, int], retries: int = 3) -> int:
        return super().handle(request, retries) + 1


class C:
    def handle(self, request: dict[str, int], retries: int = 5) -> int:
        return -request["n"] * retries

    def reset(self):
        pass


def drive(h: Handler, n: int) -> int:
    total = h.handle({"n": n}) + h.handle({"n": n}, retries=2)
    h.reset()
    return total


class Registry:
    def __init__(self) -> None:
        self.handlers: dict[str, Handler] = {}
        self.order: list[Handler] = []

    def add(self, key: str, h: Handler) -> None:
        self.handlers[key] = h
        self.order.append(h)

    def run(self) -> list[int]:
        return [drive(h, i) for i, h in enumerate(self.order)]

    def find(self, key: str) -> Handler | None:
        return self.handlers.get(key)


class Mutable(Protocol):
    value: int


class Box:
    def __init__(self, value: int) -> None:
        self.value = value

class Box2:
    def __init__(self) -> None:
        self.value = 10
    def __eq__(self, other): return True


def bump(m: Mutable) -> None:
    m.value += 1
    m.value = m.value * 2


def main() -> None:
    fs: list[Fetcher] = [Fast(), Slow()]
    print(asyncio.run(fetch_all(fs, "u")))
    for f in fs:
        asyncio.run(use(f))
    named: list[Named] = [Dog("rex"), Cat(), Fish("nemo")]
    print([describe(x) for x in named])
    b = biggest(named)
    print(b.name if b else None, biggest([]), biggest([], named[1]) is named[1])
    for x in [Dog("d"), Rock(), 5, Cat(), Fish("f")]:
        print(isinstance(x, Named), end=" ")
    print()
    r = Registry()
    for k, h in (("a", A()), ("b", B()), ("c", C())):
        r.add(k, h)
    print(r.run(), r.find("zz"), type(r.find("b")).__name__)
    h = r.find("c")
    if h is not None:
        print(h.handle({"n": 1}), h.reset())
    for m in (Box(1), Box2()):
        bump(m)
        print(m.value)
    ms: list[Mutable] = [Box(1), Box2()]
    print(ms[0] == ms[1], ms[1] == ms[0], ms.index(ms[1]), ms[0] in ms)
    print(sorted(named, key=lambda n: n.size)[0].name, {n.name: n for n in named}["cat"].size)
    try:
        Named()
    except TypeError as e:
        print(e)
    try:
        isinstance(5, Mutable)
    except TypeError as e:
        print(e)
    print(Named, Named.__name__, Handler.__mro__[1].__name__, issubclass(A, Handler) if False else "-")
    print(named[2], str(named[2]), f"{named[2]}", repr(named[2:]))
    s = {named[2]}
    print(named[2] in s, len(s), hash(named[2]) == hash(Fish("nemo")))
    pair = (named[0], 1)
    print(pair[0].name)
    print(bool(named[0]), not named[1], named[0] and 1)

main()
