"""Values as random programs use them: names that lambdas bind, heaps of tuples with lists, unused constants, suppressed groups."""

import contextlib
import heapq


def shortest(graph: dict[str, dict[str, int]], start: str, end: str) -> tuple[int, list[str]]:
    queue: list[tuple[int, str, list[str]]] = [(0, start, [start])]
    seen: set[str] = set()
    while queue:
        cost, node, path = heapq.heappop(queue)
        if node == end:
            return cost, path
        if node in seen:
            continue
        seen.add(node)
        for target, step in graph[node].items():
            heapq.heappush(queue, (cost + step, target, path + [target]))
    raise LookupError(end)


def process(size: int) -> list[int]:
    print((lambda y: y + (size if (x := size) > 3 else x))(3))
    pair = lambda y: [(z := y + 1), z]
    return pair(2)


def unused(flag: bool) -> int:
    scale: float = 100.0
    low = -1
    row = (0, "")
    if flag:
        scale = 2.5
    return 3


def suppressed() -> None:
    try:
        with contextlib.suppress(ValueError):
            raise ExceptionGroup("g", [ValueError(1), KeyError("k")])
    except ExceptionGroup as group:
        print(repr(group), repr(group.__context__), group.__suppress_context__)


print(shortest({"a": {"b": 1, "c": 9}, "b": {"c": 2}, "c": {}}, "a", "c"), shortest({"a": {}}, "a", "a"))
print(process(5), (lambda a: (b := a) + b)(2), sorted([3, 1], key=lambda v: (k := -v) + k))
print(unused(True))
suppressed()
for values in ([1, 2, 3], (1, 2, 3), {1: 2, 3: 4, 5: 6}):
    try:
        a, b = values
    except ValueError as error:
        print(error)
