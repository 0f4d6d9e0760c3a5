"""Classes whose __aiter__ is an asynchronous generator: in trees, in line with others, left early."""
import asyncio


class Tree:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right

    async def __aiter__(self):
        if self.left:
            async for item in self.left:
                yield item
        yield self.value
        if self.right:
            async for item in self.right:
                yield item


def tree(first, last):
    if first > last:
        return None
    middle = (first + last) // 2
    return Tree(tree(first, middle - 1), middle, tree(middle + 1, last))


class Source:
    def __init__(self, count):
        self.count = count

    async def __aiter__(self):
        for i in range(self.count):
            await asyncio.sleep(0)
            yield i


class Doubled(Source):
    async def __aiter__(self):
        async for item in Source(self.count):
            yield item * 2
        print("doubled ends")


class Guarded(Source):
    async def __aiter__(self):
        try:
            async for item in super().__aiter__():
                yield item
        finally:
            print("guarded leaves")


class Paged:
    """Its iterator is an object of its own."""

    def __init__(self, pages):
        self.pages = pages

    def __aiter__(self):
        return Pager(self.pages)


class Pager:
    def __init__(self, pages):
        self.left = pages

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        return f"page {self.left}"


async def show(name, items):
    print(name, [item async for item in items])


async def main():
    async for item in tree(1, 12):
        print(item, end=" ")
    print()
    await show("source", Source(3))
    await show("doubled", Doubled(3))
    await show("guarded", Guarded(2))
    await show("paged", Paged(2))
    for source in (Source(2), Doubled(2)):
        async for item in source:
            print(type(source).__name__, item)
    async for item in tree(1, 5):
        if item == 3:
            print("left at", item)
            break
    items = Doubled(4).__aiter__()
    print(await anext(items), await anext(items))
    try:
        await items.athrow(ValueError("thrown in"))
    except ValueError as error:
        print("out came", error)
    print([item async for item in items])
    missing = tree(1, 0)
    try:
        async for item in missing:
            print(item)
    except TypeError as error:
        print(error)

    async def leaf():
        async for item in Doubled(1):
            yield item
        raise LookupError("after the last")

    try:
        async for item in leaf():
            print("leaf", item)
    except LookupError as error:
        print(error)


asyncio.run(main())
