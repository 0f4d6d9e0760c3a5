"""Iterators of itertools as they are taken turns with; texts of values whose classes say how they look."""
import itertools, operator
from itertools import groupby, pairwise, tee, permutations, product, combinations, islice
calls = []
def key(x):
    calls.append(x)
    return x // 10
for k, g in groupby([1, 2, 11, 12, 13, 25], key):
    print(k, list(islice(g, 2)))
print(calls)
it = groupby("aabb")
k1, g1 = next(it)
k2, g2 = next(it)
print(k1, list(g1), k2, list(g2))
a, b, c = tee(iter(range(5)), 3)
print(next(a), next(a), list(b), list(a), list(c))
d, e = tee([1, 2, 3])
f, g = tee(d)
print(f is d, list(e), list(f), list(g), list(type(e)("xy")))
for bad in (lambda: tee([], -1), lambda: permutations("ab", -1), lambda: permutations("ab", "x"), lambda: operator.length_hint([], "x")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise("")))
print(list(permutations("abc", 2)), list(product("ab", repeat=2)), list(combinations("abc", 2)), list(product()), list(permutations([])))
print(operator.length_hint(itertools.repeat(1), 7), operator.length_hint(itertools.repeat(1, 3)), len(operator.__all__), operator.__all__[:3])
class Word(str):
    def __str__(self): return "word"
class Level(int):
    def __str__(self): return "level"
class Share(float):
    def __str__(self): return "share"
print(f"{Word('x')} {Level(3)} {Share(2.5)}", "{} {:>3} {:>4}".format(Level(3), Word("x"), Share(2.5)), format(Level(4)), format(Word("y"), "5") + "|")
try:
    "{0.}".format()
except IndexError as error:
    print(error)
try:
    "{a..b}".format(a=1)
except ValueError as error:
    print(error)
try:
    int.__format__(3, 4)
except TypeError as error:
    print(error)
