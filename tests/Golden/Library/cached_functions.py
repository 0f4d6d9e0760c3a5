"""Functions that keep their results."""
import functools
from functools import cache, lru_cache


@lru_cache(maxsize=None)
def fib(n: int) -> int:
    """Fibonacci."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.cache
def grid(x: int, y: int) -> int:
    if x == 0 or y == 0:
        return 1
    return grid(x - 1, y) + grid(x, y - 1)


@lru_cache
def words(text: str) -> list[str]:
    print("splitting", text)
    return text.split()


@lru_cache(maxsize=2)
def small(n: int, scale: float = 1.5) -> float:
    print("small", n, scale)
    return n * scale


@functools.lru_cache(None, typed=True)
def typed(x):
    print("typed", x)
    return x


@cache
def pair(key: tuple[int, str]) -> tuple[str, int]:
    print("pair", key)
    return key[1], key[0]


@cache
def fails(n: int) -> int:
    print("fails", n)
    raise ValueError(n)


def edit_distance(a: str, b: str) -> int:
    @cache
    def go(i: int, j: int) -> int:
        if i == len(a) or j == len(b):
            return len(a) - i + len(b) - j
        if a[i] == b[j]:
            return go(i + 1, j + 1)
        return 1 + min(go(i + 1, j), go(i, j + 1), go(i + 1, j + 1))

    result = go(0, 0)
    print(go.cache_info())
    return result


def knapsack(items: list[tuple[int, int]], room: int) -> int:
    @lru_cache(maxsize=None)
    def best(index: int, left: int) -> int:
        if index == len(items):
            return 0
        weight, worth = items[index]
        skip = best(index + 1, left)
        return max(skip, worth + best(index + 1, left - weight)) if weight <= left else skip
    return best(0, room)


class Tree:
    def __init__(self, depth: int) -> None:
        self.depth = depth

    @lru_cache(maxsize=None)
    def count(self, extra: int) -> int:
        print("count", self.depth)
        return 2 ** self.depth + extra


print(fib(90), fib.cache_info(), fib.__name__, fib.__doc__, fib.__wrapped__(5))
fib.cache_clear()
print(fib.cache_info(), fib(n=10))
print(grid(10, 10), grid.cache_parameters())
first = words("a b c")
first.append("d")
print(words("a b c"), words("a b c") is first)
print(small(1), small(2), small(1), small(3), small(2), small(2, 2.0), small.cache_info())
print(typed(1), typed(1.0), typed(True), typed(1))
print(pair((1, "a")), pair((1, "a")), pair((2, "b")))
for _ in range(2):
    try:
        fails(3)
    except ValueError as e:
        print("error", e)
print(edit_distance("kitten", "sitting"), knapsack([(3, 4), (4, 5), (7, 10)], 10))
tree = Tree(3)
print(tree.count(1), tree.count(1), Tree.count.cache_info())
try:
    print(fib([1]))
except TypeError as e:
    print(e)
try:
    fib()
except TypeError as e:
    print(e)
print(list(map(fib, range(5))), fib(True), typed("x"), functools.reduce(lambda a, b: a + fib(b), range(6), 0))
