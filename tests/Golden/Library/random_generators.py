"""Generators of random numbers: their errors, states, subclasses and what they draw."""
import copy
import pickle
import random
from fractions import Fraction


def attempt(label, action):
    try:
        print(label, repr(action()))
    except Exception as e:
        print(label, type(e).__name__, e)


r = random.Random(12)
print(r.getrandbits(0), r.randbytes(0), r.randbytes(3), r.randbytes(9), r.getrandbits(70))
for count in (-1, 2 ** 40, 1.0):
    attempt(f"getrandbits {count}", lambda: r.getrandbits(count))
    attempt(f"randbytes {count}", lambda: r.randbytes(count))

# Weights
weights = [0, Fraction(1, 3), 2, 0.5]
print(r.choices("abcd", weights, k=8), r.choices("abcd", cum_weights=[1, 2, 3, 10], k=8), r.choices(range(5), k=4), r.choices("ab", k=0))
attempt("infinite", lambda: r.choices("abc", [1, 2, float("inf")]))
attempt("nan", lambda: r.choices("ab", [1, float("nan")]))
attempt("zero", lambda: r.choices("ab", [0, 0]))
attempt("count", lambda: r.choices("abc", 2))
attempt("both", lambda: r.choices("abc", [1, 1, 1], cum_weights=[1, 2, 3]))
attempt("number", lambda: r.choices("abc", [1, 2]))
attempt("empty", lambda: r.choices([], [], k=1))
attempt("empty", lambda: r.choices([], k=1))

# Samples
print(r.sample(range(10 ** 15), 4), r.sample("abc", 3), r.sample(["x", "y"], counts=[3, 2], k=4))
attempt("set", lambda: r.sample({1, 2}, 1))
attempt("iterator", lambda: r.sample(iter("abc"), 1))
attempt("large", lambda: r.sample("abc", 4))
attempt("counts", lambda: r.sample("abc", counts=[1, 2], k=1))
attempt("counts", lambda: r.sample("ab", counts=[1.5, 2], k=1))
attempt("counts", lambda: r.sample("ab", counts=[0, 0], k=0))

# Ranges
print(r.randrange(10 ** 30), r.randrange(3, 50, 7), r.randrange(9, -9, -2), r.randrange(5, step=1))
attempt("step", lambda: r.randrange(5, step=2))
attempt("step", lambda: r.randrange(1, 5, 0))
attempt("empty", lambda: r.randrange(0))
attempt("empty", lambda: r.randint(2, 1))
attempt("empty", lambda: r.randrange(5, 2, 3))
attempt("float", lambda: r.randint(1.5, 2))

# Distributions
print(r.uniform(Fraction(1, 2), 3), r.triangular(2, 2), r.triangular(1, 5, 2), r.gauss(), r.gauss_next is None, r.normalvariate(5, 2))
print(r.expovariate(2), r.paretovariate(3), r.weibullvariate(2, 3), r.lognormvariate(0, 1), r.betavariate(2, 3), r.gammavariate(0.5, 2))
attempt("expovariate", lambda: r.expovariate(0))
attempt("lognormvariate", lambda: r.lognormvariate(1000, 0))
print(random.BPF, random.TWOPI, random.LOG4, random.NV_MAGICCONST, random.SG_MAGICCONST, random.RECIP_BPF)

# States
state = r.getstate()
print(state[0], len(state[1]), state[2] is None, r.VERSION)
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)])
words = tuple([1] * 624)
for wrong in ((1,), (3, ()), (3, (1,), None), (3, [1], None), (3, words + (700,), None), (3, words + (-1,), None), (3, (-1,) * 624 + (600,), None), (3, ("a",) * 625, None)):
    attempt("setstate", lambda: r.setstate(wrong))
for other in (copy.copy(r), copy.deepcopy(r), pickle.loads(pickle.dumps(r))):
    print(type(other).__name__, other.getstate() == r.getstate(), other.random() == copy.copy(r).random())
for seed in ("text", b"bytes", bytearray(b"array"), 2.5, True, -7, ""):
    print(repr(seed), random.Random(seed).random())
r.seed("old", version=1)
print(r.random())
r.seed(b"old", 1)
print(r.random())
attempt("seed", lambda: random.Random([1]))
attempt("seed", lambda: random.Random((1, 2)))


class Fixed(random.Random):
    def __init__(self, label, *, extra=None):
        super().__init__(3)
        self.label, self.extra = label, extra

    def random(self):
        return 0.25


class Bits(random.Random):
    def getrandbits(self, k):
        print("bits", k)
        return 1


class Seeds(random.Random):
    def seed(self, a=None, version=2):
        print("seed", a)
        super().seed(1)


fixed = Fixed("quarter", extra=1)
print(fixed.label, fixed.extra, fixed.random(), fixed.uniform(0, 8), fixed.randrange(100), fixed.choice("abcd"), fixed.sample(range(8), 1), fixed.choices("abcd"))
items = list(range(6))
fixed.shuffle(items)
print(items)
print(Bits(1).randrange(8), Bits(1).choice("abc"), Bits(1).randbytes(2))
print(Seeds(4).random() == random.Random(1).random())

system = random.SystemRandom()
print(type(system).__name__, isinstance(system, random.Random), 0 <= system.random() < 1, len(system.randbytes(5)), system.getrandbits(10) < 1024, system.randrange(1), system.seed(3))
attempt("state", system.getstate)
attempt("state", lambda: system.setstate(None))
attempt("bits", lambda: system.getrandbits(-1))

# Integers of bytes
class Bytes:
    def __bytes__(self):
        return b"\x01\x02"


class Order(str):
    pass


print(int.from_bytes(Bytes()), int.from_bytes(b"\x01\x02", Order("little")), (258).to_bytes(2, Order("little")), (2 ** 20000 - 1).bit_count(), (-6).bit_count())
attempt("order", lambda: int.from_bytes(b"", 3))
attempt("order", lambda: int.from_bytes(b"", "x"))
