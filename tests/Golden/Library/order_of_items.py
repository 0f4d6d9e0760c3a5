"""The order in which sorting compares, and in which sets give their items."""

import random
import types


class Logged:
    log = []

    def __init__(self, value, place):
        self.value = value
        self.place = place

    def __lt__(self, other):
        Logged.log.append((self.place, other.place))
        return self.value < other.value


def compared(values):
    Logged.log = []
    items = [Logged(v, i) for i, v in enumerate(values)]
    items.sort()
    digest = 0
    for a, b in Logged.log:
        digest = (digest * 31 + a * 7 + b) % 1000003
    return len(Logged.log), digest, [item.place for item in items][:12]


random.seed(3)
nan = float("nan")
for n in (5, 40, 64, 200, 1000):
    print(n, compared([random.random() for _ in range(n)]), compared([random.randint(0, 5) for _ in range(n)]))
    print(compared(range(n, 0, -1)), compared([i // 7 for i in range(n, 0, -1)]), compared([nan if i % 5 == 0 else random.random() for i in range(n)]))
mixed = [3, 1, 2, "a", 5, 0]
try:
    mixed.sort()
except TypeError as error:
    print(error, mixed)
words = ["pear", "fig", "apple", "fig", "é", "", "apples", "a\0", "a", "\U0001f600", "\uffee"] * 40
print(sorted(words)[::40], sorted(words, key=lambda w: (len(w), w), reverse=True)[::40], sorted(words, key=lambda w: w[-2:])[::40])
print(sorted([0.0, -0.0, 2.5, -1.0, 0.0] * 2), sorted([5, nan, 3, 1, nan, 2]), sorted([(2, "b"), (1, "z"), (2, "a")] * 2), sorted([10**20, -5, 2**63, 7]))

digest = 0
for trial in range(300):
    s = set()
    for _ in range(random.randint(1, 40)):
        kind = random.random()
        k = random.choice([random.randint(-20, 60), random.randint(0, 4) * 8, random.choice([None, (1, 2), 2**61 - 1, 2.5])])
        if kind < 0.55:
            s.add(k)
        elif kind < 0.85:
            s.discard(k)
        elif kind < 0.88 and s:
            s.pop()
        elif kind < 0.92:
            s ^= {k, random.randint(0, 30), 8}
        elif kind < 0.95:
            s |= {k, random.randint(0, 30), 16}
        else:
            s = s & set(range(0, 60, 2))
    if trial % 20 == 0:
        print(list(s))
ages = {i * 37 % 101: i for i in range(40)}
print(set(ages), set(ages.keys()), ages.keys() - {5, 6}, ages.keys() | {200})

fixed = types.MappingProxyType(ages)
print(len(fixed), fixed[37], 5 in fixed, types.MappingProxyType({"a": 1}) | {"b": 2})
try:
    fixed[1] = 2
except TypeError as error:
    print(error)

r = random.Random(42)
print([r.gammavariate(a, b) for a, b in ((0.5, 1), (1, 2), (3.5, 0.5))], r.betavariate(2, 3), r.vonmisesvariate(1, 4))
print([r.binomialvariate(n, p) for n, p in ((1, 0.5), (10, 0.3), (1000, 0.9))], r.sample(["a", "b"], counts=[3, 4], k=5))
