"""A tree that generators walk through one another with yield from."""

from typing import Iterator


class Tree:
    def __init__(self, left: "Tree | None", value: int, right: "Tree | None") -> None:
        self.left = left
        self.value = value
        self.right = right

    def walk(self) -> Iterator[int]:
        if self.left is not None:
            yield from self.left.walk()
        yield self.value
        if self.right is not None:
            yield from self.right.walk()


def tree(first: int, last: int) -> Tree | None:
    if first > last:
        return None
    middle = (first + last) // 2
    return Tree(tree(first, middle - 1), middle, tree(middle + 1, last))


def total(root: Tree) -> int:
    result = 0
    for value in root.walk():
        result += value
    return result


def main() -> None:
    root = tree(1, 100_000)
    assert root is not None
    result = total(root)
    print(result)


main()
