"""Dicts that make missing values, and heaps."""
import collections
import copy
import heapq
import json
import pickle
import pprint
from collections import defaultdict
from typing import DefaultDict


class Job:
    def __init__(self, rank: int, name: str) -> None:
        self.rank = rank
        self.name = name

    def __lt__(self, other: "Job") -> bool:
        return self.rank < other.rank

    def __repr__(self) -> str:
        return f"Job({self.rank}, {self.name!r})"


def count(text: str) -> dict[str, int]:
    counts: DefaultDict[str, int] = defaultdict(int)
    for c in text:
        counts[c] += 1
    return counts


def groups(words: list[str]) -> defaultdict[int, list[str]]:
    by = collections.defaultdict(list)
    for w in words:
        by[len(w)].append(w)
    return by


def heap_sort(items: list[float]) -> list[float]:
    heap: list[float] = []
    for item in items:
        heapq.heappush(heap, item)
    return [heapq.heappop(heap) for _ in range(len(heap))]


counts = count("hello world")
print(counts, sorted(counts.items()), counts["z"], "z" in counts, counts.get("q"), len(counts))
by = groups(["a", "bb", "cc", "ddd"])
print(by, by[9], list(by), by.default_factory)
by[2].extend(["ee", "ff"])
print(dict(by), {k: len(v) for k, v in by.items()})
sets = defaultdict(set)
for k, v in [(1, "x"), (2, "y"), (1, "z"), (1, "x")]:
    sets[k].add(v)
print({k: sorted(v) for k, v in sets.items()}, isinstance(sets, dict), isinstance(sets, defaultdict), type(sets).__name__)
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 3
nested["a"]["c"] += 1
print({k: dict(v) for k, v in nested.items()})
five = defaultdict(lambda: 5)
five["x"] += 1
print(dict(five), five["y"])
texts = defaultdict(str)
texts["k"] += "v"
print(texts, repr(texts["none"]))
floats = defaultdict(float)
floats["a"] += 1.5
print(floats)
mixed = defaultdict(list)
mixed["a"].append(1)
mixed[2].append("b")
mixed[None].append(None)
print(mixed)
other = mixed.copy()
other["a"].append(9)
other["new"].append(1)
print(mixed, type(other).__name__, len(other))
print(copy.copy(by) == by, copy.deepcopy(by)[2], pickle.loads(pickle.dumps(counts))["l"])
print(json.dumps(counts, sort_keys=True))
pprint.pprint(by, width=20)
by.default_factory = None
try:
    by[100]
except KeyError as e:
    print("KeyError", e)
print(by | {7: ["seven"]}, type(by | {}).__name__)
given = defaultdict(int, {"a": 1}, b=2)
given["c"] += 3
print(given)
try:
    defaultdict(3)
except TypeError as e:
    print(e)
popped = defaultdict(int)
popped["x"] += 1
print(popped.pop("x"), popped.pop("x", None), popped.setdefault("y", 4), popped)
for k in sorted(counts):
    if k == "o":
        del counts[k]
print("o" in counts, counts.pop("l"), min(counts), max(counts.values()), sum(counts.values()))

print(heap_sort([3.5, 1.0, 2.25, -1.0]))
heap = [(5, "e"), (1, "a"), (3, "c")]
heapq.heapify(heap)
heapq.heappush(heap, (2, "b"))
print(heapq.heappop(heap), heapq.heapreplace(heap, (9, "z")), heapq.heappushpop(heap, (0, "first")), heap)
jobs: list[Job] = []
for rank, name in [(3, "c"), (1, "a"), (2, "b")]:
    heapq.heappush(jobs, Job(rank, name))
print(heapq.heappop(jobs), jobs[0], heapq.nsmallest(1, jobs), heapq.nlargest(2, [1, 5, 2]))
empty: list[int] = []
for act in (lambda: heapq.heappop(empty), lambda: heapq.heapreplace(empty, 1)):
    try:
        act()
    except IndexError as e:
        print(e)
print(heapq.heappushpop(empty, 4), empty)
odd = [3, "x"]
try:
    heapq.heapify(odd)
except TypeError as e:
    print(e)
anything = []
heapq.heappush(anything, 1)
heapq.heappush(anything, 0.5)
print(anything, [heapq.heappop(anything) for _ in range(2)])
toggled = {None, 2.5, (1, 2), -1}
toggled.symmetric_difference_update({0: 1, 2.5: 2, 1: 3, 7: 4})
print(toggled, len(toggled))
