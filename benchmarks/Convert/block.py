"""One block of the measured sources; _N_ is its number."""
import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass
class Reading_N_:
    """What a station measured."""
    station: str
    value: float
    valid: bool = True

    def scaled(self, factor: float) -> "Reading_N_":
        # A copy: readings are shared.
        return Reading_N_(self.station, self.value * factor, self.valid)


class Store_N_:
    def __init__(self, limit=10):
        self.limit = limit
        self.items = {}
        self._dropped = 0

    def add(self, reading):
        if len(self.items) >= self.limit:
            self._dropped += 1
            return False
        self.items.setdefault(reading.station, []).append(reading)
        return True

    def best(self):
        return max((r for rs in self.items.values() for r in rs if r.valid), key=lambda r: r.value, default=None)

    def __len__(self):
        return sum(len(rs) for rs in self.items.values())


class Ring_N_(Store_N_):
    """A store that forgets the oldest."""

    def add(self, reading):
        while not super().add(reading):
            oldest = next(iter(self.items))
            del self.items[oldest]
        return True


def primes_N_(limit: int) -> list[int]:
    sieve = [True] * (limit + 1)
    found = []
    for n in range(2, limit + 1):
        if not sieve[n]:
            continue
        found.append(n)
        for multiple in range(n * n, limit + 1, n):
            sieve[multiple] = False
    return found


def words_N_(text):
    counts = defaultdict(int)
    for line in text.splitlines():
        for word in line.lower().split():
            counts[word.strip(".,;!?")] += 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def describe_N_(value):
    match value:
        case Reading_N_(station=name, valid=True):
            return f"{name}: {value.value:8.2f}"
        case [first, *rest] if rest:
            return f"{describe_N_(first)} and {len(rest)} more"
        case {"kind": "none"} | None:
            return "nothing"
        case int() | float():
            return f"number {value!r}"
        case _:
            raise ValueError(f"cannot describe {value!r}")


async def ticks_N_(count: int, delay: float = 0.0) -> AsyncIterator[int]:
    for i in range(count):
        yield i
        await asyncio.sleep(delay)


async def collect_N_(store, names):
    async def one(name, position):
        total = 0.0
        async for tick in ticks_N_(position):
            total += tick * 1.5
        store.add(Reading_N_(name, total))
        return total

    async with asyncio.timeout(5):
        results = await asyncio.gather(*(one(name, i) for i, name in enumerate(names)))
    try:
        return sum(results) / len(results)
    except ZeroDivisionError as error:
        print("no readings:", error)
        return None
    finally:
        print("collected", len(store))


def run_N_():
    store = Ring_N_(limit=3)
    print(asyncio.run(collect_N_(store, ["north", "south", "west", "east"])))
    print(primes_N_(30)[-1], words_N_("to be, or not to be")[:2], describe_N_(store.best()))
    print([describe_N_(v) for v in (1, None, [2, 3], {"kind": "none"})])


run_N_()
