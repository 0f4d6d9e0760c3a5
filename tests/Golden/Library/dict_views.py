"""Views of dicts: their mappings, sets made of them, comparisons."""
import copy, types
d = {1: 2, "a": 3}
print(type(d.keys().mapping), type(d.items().mapping), d.keys().mapping)
class D(dict): pass
print(type(D().keys().mapping))
print(type(type.__dict__))
mappingproxy = type(type.__dict__)
print(isinstance({}.keys().mapping, mappingproxy))
k = d.keys()
for t in (type(k), type(d.values()), type(d.items())):
    for a in ((), (d,)):
        try:
            t(*a)
        except TypeError as e:
            print(e)
try:
    copy.copy(k)
except TypeError as e:
    print(e)
print(type(k & frozenset([1])), type(frozenset([1]) & k), type(k & [1]), type([1] & k), type(k | {2}), type({2} | k), type(frozenset([2]) | k), type(frozenset([2]) ^ k), type(frozenset([2]) - k))
class C:
    def __eq__(self, other):
        raise RuntimeError
d1 = {1: C()}
d2 = {1: C()}
try:
    d1.items() == d2.items()
except RuntimeError:
    print("RuntimeError")
