class C:
    def method(self):
        def inner(a):
            print("start", a)
            nonlocal late
            late = 5
            print("end")

        late = None
        inner(1)
        tasks = [late]
        print(tasks)


async def main():
    async def inner():
        nonlocal late
        late = print

    async def other():
        return 4

    late = None
    await inner()
    print(late is None)


import asyncio
C().method()
asyncio.run(main())
