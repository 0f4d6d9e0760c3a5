import asyncio, sys
async def agen():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        raise RuntimeError("out")
async def agen2():
    try:
        raise KeyError("k")
    except KeyError:
        yield 1
        await asyncio.sleep(0)
        print("in", repr(sys.exception()))
        yield 2
        async for x in agen3():
            print("x", x, repr(sys.exception()))
            yield x
        await asyncio.sleep(0)
        print("in", repr(sys.exception()))
    print("after", repr(sys.exception()))
    await asyncio.sleep(0)
    print("after", repr(sys.exception()))
async def agen3():
    for i in range(3):
        await asyncio.sleep(0)
        try:
            raise OSError(i)
        except OSError:
            await asyncio.sleep(0)
            print("  3", repr(sys.exception()), repr(sys.exception().__context__))
            yield i
            await asyncio.sleep(0)
            print("  3", repr(sys.exception()))
        await asyncio.sleep(0)
        print("  3", repr(sys.exception()))
async def main():
    a = agen()
    await anext(a)
    try:
        await a.athrow(ValueError("v"))
    except RuntimeError as e:
        print(repr(e), repr(e.__context__))
    async for x in agen2():
        print(x, repr(sys.exception()))
        await asyncio.sleep(0)
        try:
            raise ZeroDivisionError
        except ZeroDivisionError:
            await asyncio.sleep(0)
            print(x, repr(sys.exception()))
    async def two(n):
        async for x in agen2():
            print(n, x, repr(sys.exception()))
    await asyncio.gather(two("a"), two("b"))
asyncio.run(main())
