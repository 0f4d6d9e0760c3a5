"""Follows rotated, gzip-compressed logs and the live one as a single asynchronous stream."""

from __future__ import annotations

import asyncio
import gzip
import os
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class Record:
    """One parsed line of a log."""

    def __init__(self, number: int, level: str, message: str) -> None:
        self.number = number
        self.level = level
        self.message = message

    def severity(self) -> int:
        return LEVELS.index(self.level)

    def __repr__(self) -> str:
        return f"Record({self.number}, {self.level!r}, {self.message!r})"


class Malformed(ValueError):
    """A line that is no record."""

    def __init__(self, line: str, reason: str) -> None:
        super().__init__(f"{reason}: {line!r}")
        self.reason = reason


def parse(line: str) -> Record:
    """Splits 'NUMBER LEVEL MESSAGE'."""
    parts = line.split(" ", 2)
    if len(parts) < 3:
        raise Malformed(line, "too short")
    number, level, message = parts
    if level not in LEVELS:
        raise Malformed(line, "unknown level")
    return Record(int(number), level, message)


def messages(start: int, count: int) -> Iterator[str]:
    for i in range(start, start + count):
        yield f"{i} {LEVELS[i % 4]} request {i * 37 % 101} took {i * 13 % 29} ms"


def write_logs(folder: str) -> list[str]:
    """Makes two rotated logs and a live one; returns their paths, oldest first."""
    paths: list[str] = []
    for age in (2, 1):
        path = os.path.join(folder, f"app.log.{age}.gz")
        with gzip.open(path, "wb") as out:
            for line in messages((2 - age) * 6, 6):
                out.write(line.encode() + b"\n")
        paths.append(path)
    live = os.path.join(folder, "app.log")
    with open(live, "w", encoding="utf-8") as out:
        for line in messages(12, 4):
            out.write(line + "\n")
        out.write("garbage\n")
        out.write("17 FATAL disk on fire\n")
    paths.append(live)
    return paths


async def lines(path: str) -> AsyncIterator[str]:
    """Reads a log line by line, giving the loop a turn after each."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as source:
        for line in source:
            yield line.rstrip("\n")
            await asyncio.sleep(0)


async def follow(paths: list[str], problems: list[Malformed]) -> AsyncIterator[Record]:
    for path in paths:
        count = 0
        async for line in lines(path):
            try:
                record = parse(line)
            except Malformed as problem:
                problems.append(problem)
                continue
            count += 1
            yield record
        print(f"-- {os.path.basename(path)}: {count} records")


async def produce(paths: list[str], queue: asyncio.Queue, problems: list[Malformed]) -> None:
    async for record in follow(paths, problems):
        await queue.put(record)
    await queue.put(None)


async def consume(queue: asyncio.Queue, threshold: int) -> tuple[Counter, list[Record]]:
    totals: Counter = Counter()
    severe: list[Record] = []
    while (record := await queue.get()) is not None:
        totals[record.level] += 1
        if record.severity() >= threshold:
            severe.append(record)
    return totals, severe


async def main() -> None:
    problems: list[Malformed] = []
    with tempfile.TemporaryDirectory() as folder:
        paths = write_logs(folder)
        queue: asyncio.Queue = asyncio.Queue(maxsize=3)
        producer = asyncio.create_task(produce(paths, queue, problems))
        totals, severe = await consume(queue, LEVELS.index("ERROR"))
        await producer
    for level in LEVELS:
        print(f"{level:<8}{totals[level]:>3}")
    print(severe[0], "...", severe[-1])
    for problem in problems:
        print("skipped", problem, "/", problem.reason)
    slowest = max(severe, key=lambda record: int(record.message.split()[-2]))
    print("slowest error:", slowest.message)


if __name__ == "__main__":
    asyncio.run(main())
