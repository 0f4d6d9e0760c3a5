"""Generators that walk a tree through one another; what a test rules out of a type."""

from typing import Iterator


class Tree:
    def __init__(self, value: int, left: "Tree | None" = None, right: "Tree | None" = None) -> None:
        self.value = value
        self.left = left
        self.right = right

    def walk(self) -> Iterator[int]:
        if self.left is not None:
            yield from self.left.walk()
        yield self.value
        if self.right:
            yield from self.right.walk()


def depth(tree: Tree | None) -> int:
    if tree is None:
        return 0
    return 1 + max(depth(tree.left), depth(tree.right))


def leftmost(tree: Tree) -> int:
    node: Tree | None = tree
    last = tree
    while node is not None:
        last = node
        node = node.left
    return last.value


def name(text: str | None, number: int | None) -> str:
    if not text:
        return "nothing"
    if number is not None and number > 2:
        return text.upper() * number
    return text + str(number)


def flat(rows: list[list[int]]) -> Iterator[int]:
    for row in rows:
        yield from row
    yield from range(3)


def words() -> Iterator[str]:
    yield from "ab"
    yield from {"k": 1}
    yield from flat_words()


def flat_words():
    for word in ("x", "y"):
        yield word


def result() -> Iterator[int]:
    got = yield from counted()
    yield got


def counted():
    yield 1
    return 10


class Base:
    def items(self) -> Iterator[int]:
        yield 1


class Derived(Base):
    def items(self) -> Iterator[int]:
        sent = yield 2
        yield 0 if sent is None else sent


def total(base: Base) -> int:
    return sum(base.items())


root = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(5))
assert root.left is not None
print(list(root.walk()), depth(root), leftmost(root), depth(root.left))
print(name("", 1), name("ab", 3), name("ab", None))
print(list(flat([[1, 2], [], [3]])), list(words()), list(result()))
print(total(Base()), total(Derived()))
walk = root.walk()
print(next(walk), next(walk))
walk.close()
print(list(walk))
for i in range(2):
    last = i
print(last)
