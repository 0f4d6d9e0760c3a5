"""Order of un-annotated classes."""


class Job:
    def __init__(self, p):
        self.p = p

    def __lt__(self, other):
        return self.p < other.p


class Pair:
    def __init__(self, a):
        self.a = a

    def __lt__(self, other):
        return self.a < other.a

    def __le__(self, other):
        return self.a <= other.a


class Owner:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        print("gt", self.n)
        return self.n > other.n

    def __lt__(self, other):
        return self.n < other.n


class Loose:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < (other if isinstance(other, int) else other.n)


a, b = Job(1), Job(2)
print(a < b, a > b)
last = None
for j in [b, a]:
    if last is None or last < j:
        last = j
print(last.p)
ps = [Pair(3), Pair(1), Pair(2)]
print([p.a for p in sorted(ps)], min(ps).a, ps[0] <= ps[1], ps[0] >= ps[1])
os = [Owner(3), Owner(1)]
print([o.n for o in sorted(os, key=lambda o: o)], max((1, o) for o in os)[1].n, os[0] > os[1])
print(Loose(1) < Loose(2), Loose(1) < 5, Loose(9) < 5, 5 > Loose(1))
import heapq
h = []
for x in (5, 2, 7):
    heapq.heappush(h, Job(x))
print(heapq.heappop(h).p)
try:
    print(a < 3)
except AttributeError as e:
    print(e)
try:
    print(a <= b)
except TypeError as e:
    print(e)
