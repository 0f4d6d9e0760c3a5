"""A rate-limited crawler over a transport that needs no network."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

SITE = {
    "/": ["/docs", "/blog", "/about"],
    "/docs": ["/docs/intro", "/docs/api", "/"],
    "/docs/intro": ["/docs/api"],
    "/docs/api": ["/docs/api/v1", "/missing"],
    "/docs/api/v1": [],
    "/blog": ["/blog/1", "/blog/2", "/blog/3"],
    "/blog/1": ["/blog/2"],
    "/blog/2": ["/slow", "/"],
    "/blog/3": [],
    "/about": ["/blog"],
    "/slow": [],
}


class NotFound(LookupError):
    pass


@dataclass
class Page:
    url: str
    depth: int
    links: list = field(default_factory=list)
    error: str | None = None

    @property
    def ok(self) -> bool:
        return self.error is None


class Limiter:
    """Lets a number of requests run at once and counts the busiest moment."""

    def __init__(self, limit: int):
        self.semaphore = asyncio.Semaphore(limit)
        self.active = 0
        self.peak = 0

    async def __aenter__(self):
        await self.semaphore.acquire()
        self.active += 1
        self.peak = max(self.peak, self.active)
        return self

    async def __aexit__(self, kind, error, trace):
        self.active -= 1
        self.semaphore.release()


class Transport:
    def __init__(self, site: dict):
        self.site = site
        self.requests = 0

    @asynccontextmanager
    async def open(self, url: str):
        self.requests += 1
        if url not in self.site:
            raise NotFound(url)
        for _ in range(len(url) % 3):
            await asyncio.sleep(0)
        try:
            yield self.site[url]
        finally:
            await asyncio.sleep(0)


class Crawler:
    def __init__(self, transport: Transport, limit: int, max_depth: int):
        self.transport = transport
        self.limiter = Limiter(limit)
        self.max_depth = max_depth
        self.pages = {}
        self.pending = asyncio.Queue()

    async def fetch(self, url: str, depth: int) -> Page:
        page = Page(url, depth)
        async with self.limiter:
            try:
                async with asyncio.timeout(5):
                    async with self.transport.open(url) as links:
                        page.links.extend(links)
            except NotFound as missing:
                page.error = f"not found: {missing}"
        return page

    async def worker(self, name: str):
        while True:
            url, depth = await self.pending.get()
            try:
                page = await self.fetch(url, depth)
                self.pages[url] = page
                print(f"{name} {'ok ' if page.ok else 'bad'} {depth} {url}")
                for link in page.links:
                    self.schedule(link, depth + 1)
            finally:
                self.pending.task_done()

    def schedule(self, url: str, depth: int):
        if depth > self.max_depth or url in self.pages:
            return
        self.pages[url] = None
        self.pending.put_nowait((url, depth))

    async def run(self, start: str, workers: int):
        self.schedule(start, 0)
        tasks = [asyncio.create_task(self.worker(f"w{i}"), name=f"worker-{i}") for i in range(workers)]
        await self.pending.join()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return [page for page in self.pages.values() if page is not None]


async def main():
    crawler = Crawler(Transport(SITE), limit=2, max_depth=3)
    pages = await crawler.run("/", workers=3)
    print(len(pages), "pages,", crawler.transport.requests, "requests, peak", crawler.limiter.peak)
    depths = {}
    for page in pages:
        depths.setdefault(page.depth, []).append(page.url)
    for depth in sorted(depths):
        print(depth, sorted(depths[depth]))
    print([page for page in pages if not page.ok])


asyncio.run(main())
