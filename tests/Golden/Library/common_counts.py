"""The most common counts, and where rare values are refused."""
import collections
c = collections.Counter("abracadabra zzz")
for n in (None, 0, 1, 2, 3, 5, 100, -1):
    print(n, c.most_common(n))
for f in (lambda: c.most_common("x"), lambda: c.most_common(1.5), lambda: list(collections.Counter({1: 2**63}).elements()), lambda: complex('1_000\x00'), lambda: bytearray(b'ab').__setitem__(slice(0, 2, 0), 1), lambda: collections.Counter({2: 1+2j, 3: 2, 4: b'x', '': 5}).most_common(2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, ascii(str(e)))
words = collections.Counter(w for w in "the cat the dog a cat the end".split())
print(words.most_common(2), words.most_common()[:-3:-1])
