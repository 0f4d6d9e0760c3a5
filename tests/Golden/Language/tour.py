import sys
class Animal:
    count = 0
    def __init__(self, name):
        self.name = name
        Animal.count += 1
    def speak(self):
        return "..."
    def __str__(self):
        return f"{type(self).__name__}({self.name})"
    def __repr__(self):
        return "<" + str(self) + ">"
class Dog(Animal):
    def speak(self):
        return "Woof"
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self):
        return super().speak() + "!"
    def __eq__(self, other):
        return isinstance(other, Puppy) and self.age == other.age
    def __lt__(self, other):
        return self.age < other.age
    def __hash__(self):
        return hash(self.age)
pets = [Animal("a"), Dog("d"), Puppy("p", 2), Puppy("q", 1)]
for p in pets:
    print(p, p.speak(), repr(p))
print(Animal.count, sorted(pets[2:]), pets[2] == Puppy("z", 2), {pets[2]: 1})
def fib(n):
    a, b = 0, 1
    while a < n:
        yield a
        a, b = b, a + b
print(list(fib(50)), sum(fib(100)), max(fib(10)))
def gen():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e)
        yield 99
    finally:
        print("fin")
    return "ret"
g = gen()
print(next(g), g.send("a"))
print(g.throw(ValueError("boom")))
try:
    next(g)
except StopIteration as s:
    print("stop", s.value)
def outer():
    r = yield from gen()
    print("r", r)
print(list(outer()))
d = {"a": 1, "b": 2}
for k, v in d.items():
    print(k, v)
d["c"] = d.get("c", 0) + 1
print(d, [k for k in d if d[k] > 1], {v: k for k, v in d.items()})
m = [[1, 2], [3, 4]]
print([[r[i] for r in m] for i in range(2)], [x for row in m for x in row if x % 2])
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = counter(); c(); print(c(5))
print("%5.2f|%-5s|%05d" % (3.14159, "ab", 42), "{:>8}|{:^8}|{!r}".format("x", "y", "z"))
x = 5
print(x if x > 3 else -x, 1 < x < 10, not x, x and 0, x or 1)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("bad") from e
except ValueError as e:
    print(repr(e), repr(e.__cause__))
else:
    print("no")
finally:
    print("finally")
for i in range(5):
    if i == 3: break
else:
    print("never")
while True:
    x -= 1
    if x < 0: break
print(x, 2**70, -7 // 2, 7 % -3, 1e100, 0.1 + 0.2, 10 / 4, 3.0)
a, *b, cc = [1, 2, 3, 4]
print(a, b, cc)
print(*[1, 2], sep="-", end="!\n")
def kw(a, b=2, *args, c, d=4, **k): return (a, b, args, c, d, k)
print(kw(1, c=3), kw(1, 2, 3, 4, c=5, e=6))
try:
    kw(1)
except TypeError as e:
    print(e)
match [1, "x", {"k": 2}]:
    case [int(n), str(s), {"k": v}] if v > 1:
        print("m", n, s, v)
    case _:
        print("no")
with open("tour.tmp", "w") as f:
    f.write("hello\nworld\n")
with open("tour.tmp") as f:
    for line in f: print(line.strip())
s = "hello"
print(s[1:3], s[::-1], s.upper(), s.find("l"), "-".join(s), s * 2, len(s), "ell" in s)
assert x < 0, "msg"
del d["a"]
print(d, sys.argv[1:])
global_var = 1
def setg():
    global global_var
    global_var += 1
setg(); print(global_var)
print(isinstance(True, int), type(1), int("12"), float("1.5"), str(3), bool([]), list("ab"), tuple([1]), set([1,1]))
print(sorted([3,1,2], reverse=True), list(reversed([1,2])), list(zip([1,2],"ab")), list(enumerate("ab")), list(map(str,[1,2])), list(filter(None,[0,1])))
print(any([0,1]), all([1,0]), min(3,1), max([2,5]), sum([1,2.5]), abs(-3), round(2.567, 2), divmod(7,2), pow(2,3,5))
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, n): self._v = n
    @staticmethod
    def st(x): return x
    @classmethod
    def cl(cls, x): return cls.__name__, x
p = P(); p.v = 7; print(p.v, P.st(1), P.cl(2))
