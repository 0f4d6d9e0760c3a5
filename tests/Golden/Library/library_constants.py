"""Constants of the library that C# spells out, and the same names given other values."""
import math
import string, sys
from math import pi, inf as infinity
from string import ascii_lowercase
import math as m

def f(r: float, limit: float = math.inf) -> float:
    return math.pi * r + math.sqrt(r) + min(r, limit, m.tau) + pi

def g(x=math.inf, y=string.digits):
    return x, y + ascii_lowercase

class A:
    limit = math.inf
    letters: str = string.ascii_letters
    def __init__(self, top=sys.maxsize):
        self.top = top
        self.best = math.inf
    def see(self, v):
        if v < self.best: self.best = v
        return self.best

print(f(2.0), math.tau, g(), infinity, -infinity, math.nan, m.e)
a = A()
print(a.limit, a.letters, a.top, a.top + 1, sys.maxsize * 2, a.see(3), a.see(4), sys.maxunicode)
best = math.inf
for x in [3, 1, 2]:
    if x < best:
        best = x
print(best)
print([c for c in string.punctuation if c in string.printable][:5], repr(string.whitespace))
print(f"{math.pi:.3f} {math.pi!r}", math.inf == float("inf"), math.floor(math.e), round(math.pi, 2), abs(-math.inf))
print(dict(a=math.pi), (math.pi, 1), [math.pi] * 2, {math.pi: 1})
print(math.pi.hex(), math.pi.is_integer(), ascii_lowercase.upper(), string.digits[3:5], len(string.hexdigits), "5" in string.octdigits)
import struct
print(struct.pack(">d", math.nan), math.pi // 1, math.pi % 1, 2 ** math.pi, -math.pi, math.isnan(math.nan))


def patched():
    import os
    m.tau = 6
    print(m.tau, math.tau * 2)


patched()
