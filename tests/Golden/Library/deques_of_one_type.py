"""Deques of one type and of any."""
import collections
import copy
from collections import deque
from typing import Deque


class Window:
    def __init__(self, size: int) -> None:
        self.items: deque[float] = deque(maxlen=size)

    def push(self, value: float) -> float:
        self.items.append(value)
        return sum(self.items) / len(self.items)


def bfs(grid: list[str], start: tuple[int, int]) -> int:
    queue = deque([(start, 0)])
    seen = {start}
    while queue:
        (row, col), steps = queue.popleft()
        if grid[row][col] == "E":
            return steps
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            r, c = row + dr, col + dc
            if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] != "#" and (r, c) not in seen:
                seen.add((r, c))
                queue.append(((r, c), steps + 1))
    return -1


def sliding_max(nums: list[int], k: int) -> list[int]:
    best: Deque[int] = collections.deque()
    out = []
    for i, n in enumerate(nums):
        while best and nums[best[-1]] <= n:
            best.pop()
        best.append(i)
        if best[0] == i - k:
            best.popleft()
        if i >= k - 1:
            out.append(nums[best[0]])
    return out


def rounds(names: list[str], count: int) -> list[str]:
    ring = deque(names)
    order = []
    while ring:
        ring.rotate(-count)
        order.append(ring.pop())
    return order


print(bfs(["S.#", "..#", "#.E"], (0, 0)), sliding_max([1, 3, -1, -3, 5, 3, 6, 7], 3), rounds(["a", "b", "c", "d"], 2))
w = Window(3)
print([round(w.push(x), 2) for x in (1.0, 2.0, 3.0, 10.0)], w.items, w.items.maxlen)
d = deque([3, 1, 2])
d.appendleft(0)
d.extend([7, 8])
d.extendleft([-1, -2])
print(d, len(d), d[0], d[-1], 7 in d, d.index(1), d.count(1), list(d), sorted(d), sum(d), max(d))
d.rotate(2)
d.rotate()
d.reverse()
d.remove(7)
print(d, [x * 2 for x in d], bool(d), d == deque([1]), d == d.copy(), d.copy() is d)
d.clear()
print(d, not d, repr(d), str(d), f"{d}")
for act in (lambda: d.pop(), lambda: d.popleft(), lambda: d[0], lambda: d.remove(3)):
    try:
        act()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
words = deque("hello")
words.extend(words)
print("".join(words), words[2], "".join(reversed(words)))
mixed = deque([1, "a"])
mixed.append(None)
print(mixed, mixed[1])
try:
    for x in words:
        words.append(x)
except RuntimeError as e:
    print(e)
shared = deque(maxlen=2)
for n in range(4):
    shared.append(n)
print(shared, shared.maxlen, copy.copy(shared), deque(shared, maxlen=1), shared + deque([9]))
shared[0] = 5
del shared[1]
shared.insert(0, 4)
print(shared, isinstance(shared, deque), type(shared).__name__)
stack: deque[list[int]] = deque()
stack.append([1])
stack[-1].append(2)
stack.append([])
top = stack.pop()
top.append(9)
print(stack, top, stack[0][1])
first, *rest = deque([1, 2, 3])
print(first, rest, [*deque("ab")], dict(enumerate(deque("xy"))), tuple(deque([1])), set(deque([2])))
push = stack.append
push([5])
print(stack, deque([(1, "a"), (2, "b")])[1][0])
maybe: deque[int] | None = None
if len(stack) > 1:
    maybe = deque([1])
if maybe:
    print(maybe.popleft(), maybe)
try:
    deque([1], maxlen=-1)
except ValueError as e:
    print(e)


def consume(source, into):
    while source:
        into.append(source.popleft())
    return into


print(consume(deque([1, 2]), deque()), consume(deque("ab"), []))
