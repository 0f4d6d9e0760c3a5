"""Functions called from clauses raise: what was being handled is the context, also across awaits and yields."""
import asyncio, traceback
def boom(n):
    return [1][n]
async def co():
    try:
        boom(1)
    except IndexError:
        await asyncio.sleep(0)
        {}["after"]
async def other():
    try:
        int("q")
    except ValueError:
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        try:
            raise KeyError("own")
        except KeyError as e:
            print("ctx", repr(e.__context__))
def g():
    try:
        boom(5)
    except IndexError:
        yield 1
        yield 2
async def ag():
    try:
        boom(7)
    except IndexError:
        yield 1
        int("ag")
async def main():
    r = await asyncio.gather(co(), other(), return_exceptions=True)
    for x in r:
        print(repr(x), repr(x.__context__) if x else None)
    for x in g():
        try:
            int("z")
        except ValueError as e:
            print("in loop", repr(e.__context__))
    it = g()
    next(it)
    try:
        it.throw(TypeError("thrown"))
    except TypeError as e:
        print(repr(e.__context__))
    try:
        boom(9)
    except IndexError:
        try:
            async for v in ag():
                print(v)
        except ValueError as e:
            print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
    class CM:
        async def __aenter__(self): return self
        async def __aexit__(self, *a):
            await asyncio.sleep(0)
            int("exit")
    try:
        async with CM():
            boom(11)
    except ValueError as e:
        print(repr(e), repr(e.__context__))
    try:
        try:
            boom(12)
        finally:
            await asyncio.sleep(0)
            int("fin")
    except ValueError as e:
        print(repr(e), repr(e.__context__))
    stored = []
    try:
        boom(13)
    except IndexError:
        stored.append(ValueError("stored"))
    print(stored[0].__context__)
    try:
        raise stored[0]
    except ValueError as e:
        print(repr(e.__context__))
    try:
        boom(14)
    except IndexError:
        f = asyncio.get_running_loop().create_future()
        f.set_exception(ValueError("fut"))
    try:
        await f
    except ValueError as e:
        print(repr(e), repr(e.__context__))
    def ret():
        try:
            boom(15)
        finally:
            try:
                int("r")
            except ValueError as e:
                print(repr(e.__context__))
            return 4
    print(ret())
    try:
        try:
            boom(1)
        except IndexError:
            try:
                pass
            finally:
                raise ValueError("fin in handler")
    except ValueError as e:
        print(repr(e), repr(e.__context__))
    try:
        try:
            boom(1)
        finally:
            raise
    except IndexError as e:
        print(repr(e), repr(e.__context__))
    try:
        try:
            pass
        finally:
            raise
    except RuntimeError as e:
        print(repr(e), repr(e.__context__))
asyncio.run(main())
