import random


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def shifted(self, d):
        return Point(self.x + d, self.y - d)


def anything(i):
    return (i, i * 0.5, "text" + str(i), [i, i + 1], {"k": i}, (i, i))[i % 6]


def length(value):
    if isinstance(value, (str, list, dict, tuple)):
        return len(value)
    return value


def apply(f, value, times):
    for _ in range(times):
        value = f(value)
    return value


def work(n):
    things = [anything(i) for i in range(n)]
    total = 0
    for thing in things:
        total += length(thing)
    points = [Point(i, i * 2.0) if i % 2 else Point(i * 0.5, i) for i in range(n)]
    for p in points:
        p.x += 1
        p.y = p.y * 2 - p.x
    total += sum(p.shifted(1).x for p in points)
    table = {}
    for thing in things:
        name = type(thing).__name__
        table[name] = table.get(name, 0) + 1
    return total, apply(lambda x: x + 1 if x < 1000 else x - 999, 0, n), sorted(table.items())


print(*work(200000))
