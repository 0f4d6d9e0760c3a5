"""A tree that asynchronous generators walk through one another."""

import asyncio
from typing import AsyncIterator


class Tree:
    def __init__(self, left: "Tree | None", value: int, right: "Tree | None") -> None:
        self.left = left
        self.value = value
        self.right = right

    async def walk(self) -> AsyncIterator[int]:
        if self.left is not None:
            async for value in self.left.walk():
                yield value
        yield self.value
        if self.right is not None:
            async for value in self.right.walk():
                yield value


def tree(first: int, last: int) -> Tree | None:
    if first > last:
        return None
    middle = (first + last) // 2
    return Tree(tree(first, middle - 1), middle, tree(middle + 1, last))


async def total(root: Tree) -> int:
    result = 0
    async for value in root.walk():
        result += value
    return result


async def main() -> None:
    root = tree(1, 30_000)
    assert root is not None
    result = await total(root)
    print(result)


asyncio.run(main())
