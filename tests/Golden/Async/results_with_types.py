"""Coroutines, tasks and futures whose results have types."""

import asyncio


async def num(n: int) -> int:
    await asyncio.sleep(0.001 * n)
    return n


async def text(n: int) -> str:
    await asyncio.sleep(0)
    return "t" * n


async def pair(n: int) -> tuple[int, str]:
    return n, str(n)


async def items(n: int) -> list[int]:
    return list(range(n))


async def nothing() -> None:
    await asyncio.sleep(0)


async def fails() -> int:
    raise ValueError("no")


class Shape:
    def __init__(self, n: int) -> None:
        self.n = n

    async def area(self) -> float:
        return self.n * 1.5

    async def me(self) -> "Shape":
        return self


async def main() -> None:
    a, b = await asyncio.gather(num(1), text(2))
    print(a + 1, b.upper())
    xs = await asyncio.gather(*[num(i) for i in range(4)])
    xs.append(7)
    print(xs, sum(xs))
    ys = await asyncio.gather(*(num(i) for i in range(3)), num(9))
    print(ys)
    tasks = [asyncio.create_task(num(i)) for i in range(3)]
    total = 0
    for t in tasks:
        total += await t
    print(total)
    done = await asyncio.gather(*tasks)
    print(done)
    mixed = await asyncio.gather(num(1), text(1))
    print(mixed)
    mixed.append(3.5)
    print(mixed)
    c = num(5)
    print(await c + 1)
    try:
        await c
    except RuntimeError as e:
        print(e)
    t1 = asyncio.create_task(pair(3), name="p")
    n, s = await t1
    print(n, s, t1.result(), t1.get_name())
    l = await asyncio.create_task(items(3))
    l.append(10)
    print(l)
    (x, y), z = await asyncio.gather(pair(1), num(2))
    print(x, y, z)
    w = await asyncio.wait_for(num(3), 1)
    print(w * 2)
    sh = await asyncio.shield(asyncio.create_task(num(4)))
    print(sh)
    f = asyncio.gather(num(1), num(2))
    print(await f)
    e = await asyncio.gather(num(1), fails(), return_exceptions=True)
    print(e)
    try:
        await asyncio.gather(num(1), fails())
    except ValueError as err:
        print("err", err)
    areas = await asyncio.gather(*[Shape(i).area() for i in range(3)])
    print(areas, max(areas))
    shapes = await asyncio.gather(*[Shape(i).me() for i in range(3)])
    print([s.n for s in shapes])
    await asyncio.gather(nothing(), nothing())
    print(await asyncio.gather())
    d = {k: asyncio.create_task(num(k)) for k in range(3)}
    print({k: await v for k, v in d.items()})
    ts: list[asyncio.Task[int]] = []
    for i in range(3):
        ts.append(asyncio.create_task(num(i)))
    print([await t for t in ts])
    opt: asyncio.Task[int] | None = None
    if a == 1:
        opt = asyncio.create_task(num(8))
    if opt is not None:
        print(await opt)
    any_task: asyncio.Task = asyncio.create_task(text(3))
    print(await any_task)
    wrong: asyncio.Task[int] = asyncio.create_task(text(4))
    print(await wrong)
    u = asyncio.create_task(num(1)) if a else asyncio.create_task(text(1))
    print(await u)
    async with asyncio.TaskGroup() as tg:
        q1 = tg.create_task(num(1))
        q2 = tg.create_task(text(1))
    print(q1.result() + 1, q2.result() + "!")
    again = await asyncio.gather(*tasks, *ts)
    print(again)
    same = num(1)
    r1, r2 = await asyncio.gather(same, same)
    print(r1, r2)


print(asyncio.run(num(3)) + 1)
asyncio.run(main())
