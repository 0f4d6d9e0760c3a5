# A client for a paged API, without a single annotation: an async generator fetches pages,
# and its consumer steers it through asend.
import asyncio


class RateLimited(Exception):
    def __init__(self, wait):
        super().__init__(f"retry after {wait}")
        self.wait = wait


class FakeServer:
    """Holds 23 items in pages; every fourth request is refused."""

    def __init__(self, total, page_size):
        self.items = [{"id": n, "tags": ["even" if n % 2 == 0 else "odd"], "score": n * n % 17} for n in range(1, total + 1)]
        self.page_size = page_size
        self.requests = 0

    async def get(self, cursor, limit=None):
        self.requests += 1
        await asyncio.sleep(0)
        if self.requests % 4 == 0:
            raise RateLimited(self.requests / 1000)
        size = limit or self.page_size
        chunk = self.items[cursor:cursor + size]
        following = cursor + len(chunk)
        return {"items": chunk, "next": following if following < len(self.items) else None}


async def fetch(server, cursor, limit):
    for attempt in range(1, 4):
        try:
            return await server.get(cursor, limit)
        except RateLimited as refusal:
            print(f"  attempt {attempt} at {cursor}: {refusal}")
            await asyncio.sleep(refusal.wait)
    raise RuntimeError("server keeps refusing")


async def pages(server):
    """Yields pages. What is sent back is the next page's size, 'skip', or None."""
    cursor, limit, fetched = 0, None, 0
    try:
        while cursor is not None:
            page = await fetch(server, cursor, limit)
            fetched += 1
            command = yield page["items"]
            cursor = page["next"]
            if command == "skip" and cursor is not None:
                print("  skipping one page")
                cursor += server.page_size
            elif isinstance(command, int):
                limit = command
    finally:
        print("closed after", fetched, "pages")


def summarize(items):
    by_tag = {}
    for item in items:
        for tag in item["tags"]:
            by_tag.setdefault(tag, []).append(item["score"])
    return {tag: (len(scores), sum(scores) / len(scores)) for tag, scores in sorted(by_tag.items())}


async def collect(server, commands):
    seen = []
    stream = pages(server)
    page = await anext(stream)
    while True:
        seen += page
        print([item["id"] for item in page])
        try:
            page = await stream.asend(next(commands, None))
        except StopAsyncIteration:
            break
    return seen


async def first(server, wanted):
    stream = pages(server)
    try:
        async for page in stream:
            for item in page:
                if item["score"] == wanted:
                    return item
    finally:
        await stream.aclose()
    return None


async def main():
    everything = await collect(FakeServer(23, 5), iter([None, 3, "skip", 7]))
    print(len(everything), summarize(everything))
    found = await first(FakeServer(23, 5), 8)
    print("found", found)
    print("nothing", await first(FakeServer(6, 2), 99))
    stream = pages(FakeServer(4, 2))
    await anext(stream)
    try:
        await stream.athrow(KeyError("interrupted"))
    except KeyError as error:
        print("thrown in:", error)


asyncio.run(main())
