"""Classes of another module that are named as types which the C# file opens."""
import asyncio
import threading

from shapes import Future, IntType, ListType, Lock, PyModule, Signature, TaskGroup, Timeout, Timer


async def work(number: int) -> int:
    await asyncio.sleep(0)
    return number * 2


async def main() -> None:
    loop = asyncio.get_running_loop()
    future: asyncio.Future[int] = loop.create_future()
    loop.call_soon(future.set_result, 3)
    print(await future, Future(4).value)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work(5))
    mine = TaskGroup()
    mine.names.append("mine")
    print(task.result(), mine.names)
    try:
        async with asyncio.timeout(5) as limit:
            await work(1)
            raise Timeout("own")
    except Timeout as error:
        print(type(error).__name__, error, limit.expired())


guard = threading.Lock()
with guard:
    print(Lock("me").owner, Timer(3).twice())
worker = threading.Thread(target=lambda: print(ListType(IntType()), Signature("a", "b").parameters, type(PyModule()).__name__))
worker.start()
worker.join()
asyncio.run(main())
