import random
import time
from random import randint, choice

random.seed(42)
print(random.random(), random.uniform(1, 5), random.randrange(10), random.randrange(5, 50), randint(1, 6))
items = ["a", "b", "c"]
print([choice(items) for _ in range(5)], choice("xyz"), random.choice((1, 2)))
try:
    randint(5, 1)
except ValueError as e:
    print(e)
try:
    random.choice([])
except IndexError as e:
    print(e)
try:
    randint(1.5, 2)
except TypeError as e:
    print(e)
n = int(random.random() * 100)
t = time.time()
print(n, t > 0, type(time.monotonic()).__name__)


def conv(x):
    return int(x) + 1, float(x) / 2


print(conv("12"), conv(3.7), conv(True))
for bad in ("x", None, [1], "1.5"):
    try:
        print(conv(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class N:
    def __int__(self):
        return 7

    def __float__(self):
        return 7.5


print(conv(N()), int(N()), float(N()))
random.random = lambda: 0.5
print(random.random())
from unittest import mock
with mock.patch("time.time", return_value=5):
    print(time.time())
with mock.patch.object(random, "randint", lambda a, b: -1):
    print(random.randint(1, 2), randint(1, 1))
