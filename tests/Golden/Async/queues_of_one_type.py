# Queues whose items have one type, and queues of which nothing is known.
import asyncio
from asyncio import Queue
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


@dataclass
class Channel:
    name: str
    items: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    extra: asyncio.Queue[int] | None = None


class Board:
    def __init__(self) -> None:
        self.queues: dict[str, asyncio.Queue[int]] = {}
        self.first: asyncio.Queue | None = None

    def of(self, name: str) -> asyncio.Queue[int]:
        if name not in self.queues:
            self.queues[name] = asyncio.Queue()
        return self.queues[name]


class Loud(asyncio.Queue):
    def _put(self, item):
        print("put", item)
        super()._put(item)


# The items of a bare annotation are what arrives.
async def produce(queue: asyncio.Queue, count: int) -> None:
    for i in range(count):
        await queue.put(i)
        print("produced", i, queue.qsize(), queue.full())


async def consume(queue: Queue[int], name: str) -> int:
    total = 0
    while True:
        item = await queue.get()
        if item < 0:
            queue.task_done()
            return total
        total += item
        print(name, "consumed", item + 1)
        queue.task_done()


async def ordered(jobs: asyncio.PriorityQueue[Job]) -> list[str]:
    names: list[str] = []
    while not jobs.empty():
        names.append((await jobs.get()).name)
        jobs.task_done()
    return names


async def pump(source, target):
    while not source.empty():
        target.put_nowait(source.get_nowait())


def describe(queue) -> str:
    return f"{type(queue).__name__} {queue.qsize()} {isinstance(queue, asyncio.Queue)} {isinstance(queue, asyncio.LifoQueue)}"


async def bounded() -> None:
    queue = asyncio.Queue(maxsize=2)
    consumer = asyncio.create_task(consume(queue, "c"))
    await produce(queue, 5)
    await queue.put(-1)
    await queue.join()
    print("total", await consumer, queue.maxsize)


async def orders() -> None:
    jobs: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue()
    for priority, name in [(3, "low"), (1, "high"), (2, "mid")]:
        await jobs.put(Job(priority, name))
    print(await ordered(jobs))
    pairs = asyncio.PriorityQueue()
    for priority, name in [(3, "low"), (1, "high"), (2, "mid"), (1, "also")]:
        pairs.put_nowait((priority, name))
    while not pairs.empty():
        priority, name = pairs.get_nowait()
        print(priority + 1, name.upper())
    try:
        pairs.put_nowait((1, "x"))
        pairs.put_nowait((1, "y"))
        pairs.get_nowait()
    except TypeError as error:
        print(error)
    stack = asyncio.LifoQueue()
    for word in "one two three".split():
        stack.put_nowait(word)
    print(describe(asyncio.LifoQueue()), describe(asyncio.PriorityQueue()))
    while not stack.empty():
        print((await stack.get()).upper())


async def fallible() -> None:
    queue: Queue[str] = Queue(1)
    queue.put_nowait("a")
    try:
        queue.put_nowait("b")
    except asyncio.QueueFull as error:
        print("full", repr(error))
    print(queue.get_nowait().upper())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")
    try:
        text = await asyncio.wait_for(queue.get(), timeout=0.001)
        print(text.upper())
    except TimeoutError:
        print("timeout")
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    await queue.put("late")
    print((await getter).title(), getter.result() + "!")
    results = await asyncio.gather(*[queue.put(w) for w in ["x"]], queue.get())
    print(results)
    try:
        queue.task_done()
        queue.task_done()
        queue.task_done()
        queue.task_done()
    except ValueError as error:
        print(error)
    queue.put_nowait("left")
    queue.shutdown()
    print(await queue.get())
    for attempt in range(2):
        try:
            if attempt:
                await queue.put("more")
            else:
                await queue.get()
        except asyncio.QueueShutDown as error:
            print("shut down", repr(error))
    cleared = asyncio.Queue()
    for number in range(3):
        cleared.put_nowait(number * 0.5)
    cleared.shutdown(immediate=True)
    await cleared.join()
    print(cleared.qsize())


async def mixed() -> None:
    anything = asyncio.Queue()
    for value in (1, "two", None, [3]):
        anything.put_nowait(value)
    while not anything.empty():
        print(repr(await anything.get()))
    ending = asyncio.Queue()
    for half in [1.5, 2.5]:
        ending.put_nowait(half)
    ending.put_nowait(None)
    total = 0.0
    while (number := await ending.get()) is not None:
        total += number
    print(total)
    batches = asyncio.Queue()
    batches.put_nowait([1, 2])
    batch = await batches.get()
    batch.append(3)
    print(batch, sum(batch))
    source = asyncio.Queue()
    target = asyncio.Queue()
    for i in range(3):
        source.put_nowait(i)
    await pump(source, target)
    print(target.get_nowait() + 1, target.qsize())
    shown = asyncio.LifoQueue()
    shown.put_nowait((1, "a"))
    print(str(shown), shown.get_nowait())
    loud = Loud()
    await loud.put(1)
    print(await loud.get())
    print(Queue[int], queue_of(asyncio.Queue[int]))


def queue_of(kind) -> int:
    queue = kind()
    queue.put_nowait(5)
    return queue.get_nowait()


async def held() -> None:
    channel = Channel("c")
    channel.items.put_nowait("hello")
    print((await channel.items.get()).upper(), channel.extra)
    channel.extra = asyncio.Queue()
    if channel.extra is not None:
        await channel.extra.put(3)
        print(await channel.extra.get() * 2)
    board = Board()
    board.of("a").put_nowait(1)
    board.of("a").put_nowait(2)
    board.of("b").put_nowait(3)
    print({name: queue.qsize() for name, queue in board.queues.items()})
    print(await board.of("a").get() + await board.of("b").get())
    board.first = board.queues["a"]
    if board.first:
        print(board.first.get_nowait())
    many = [asyncio.Queue() for _ in range(3)]
    for i, queue in enumerate(many):
        queue.put_nowait(i * 10)
    print([queue.get_nowait() for queue in many])


async def main() -> None:
    await bounded()
    await orders()
    await fallible()
    await mixed()
    await held()


asyncio.run(main())
