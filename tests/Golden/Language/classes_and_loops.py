"""Module doc."""
import sys
from typing import Generic, TypeVar, Iterable, Callable
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []
    def push(self, item: T) -> None:
        self.items.append(item)
    def pop(self) -> T:
        if not self.items:
            raise IndexError("empty stack")
        return self.items.pop()
    def __len__(self) -> int:
        return len(self.items)
s = Stack[int]()
s.push(1); s.push(2)
print(s.pop(), len(s))
class Matrix:
    def __init__(self, rows: int, cols: int, fill: float = 0.0) -> None:
        self.rows = rows
        self.cols = cols
        self.data = [[fill] * cols for _ in range(rows)]
    def __getitem__(self, pos: tuple[int, int]) -> float:
        r, c = pos
        return self.data[r][c]
    def __setitem__(self, pos: tuple[int, int], value: float) -> None:
        r, c = pos
        self.data[r][c] = value
    def __matmul__(self, other: "Matrix") -> "Matrix":
        out = Matrix(self.rows, other.cols)
        for i in range(self.rows):
            for j in range(other.cols):
                out[i, j] = sum(self[i, k] * other[k, j] for k in range(self.cols))
        return out
    def __repr__(self) -> str:
        return "\n".join(" ".join(f"{x:4.1f}" for x in row) for row in self.data)
a = Matrix(2, 2); a[0, 0] = 1.0; a[0, 1] = 2.0; a[1, 0] = 3.0; a[1, 1] = 4.0
print(a @ a)
def primes(n: int) -> list[int]:
    sieve = [True] * (n + 1)
    result = []
    for i in range(2, n + 1):
        if sieve[i]:
            result.append(i)
            for j in range(i * i, n + 1, i):
                sieve[j] = False
    return result
print(primes(50))
def quicksort(xs: list[int]) -> list[int]:
    if len(xs) <= 1:
        return xs
    pivot = xs[len(xs) // 2]
    left = [x for x in xs if x < pivot]
    mid = [x for x in xs if x == pivot]
    right = [x for x in xs if x > pivot]
    return quicksort(left) + mid + quicksort(right)
print(quicksort([3, 6, 1, 8, 2, 9, 2]))
def word_count(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts
wc = word_count("the quick the lazy the dog")
print(wc, sorted(wc.items(), key=lambda kv: (-kv[1], kv[0])))
class Account:
    interest = 0.05
    def __init__(self, owner: str, balance: float = 0.0):
        self.owner = owner
        self._balance = balance
        self.__secret = 42
    @property
    def balance(self) -> float:
        return self._balance
    def deposit(self, amount: float) -> None:
        if amount <= 0:
            raise ValueError(f"bad amount: {amount}")
        self._balance += amount
    def secret(self): return self.__secret
acc = Account("bob", 10.0)
acc.deposit(5.5)
print(acc.balance, acc.owner, Account.interest, acc.secret())
try:
    acc.deposit(-1)
except ValueError as exc:
    print("error:", exc)
def apply(f: Callable[[int], int], xs: Iterable[int]) -> list[int]:
    return [f(x) for x in xs]
print(apply(lambda x: x * x, range(5)), apply(abs, [-1, 2]))
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
print([collatz(i) for i in range(1, 10)])
def flatten(x):
    for item in x:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item
print(list(flatten([1, [2, (3, [4])], 5])))
class Tree:
    class Node:
        def __init__(self, key):
            self.key = key; self.left = None; self.right = None
    def __init__(self): self.root = None
    def insert(self, key):
        if self.root is None:
            self.root = Tree.Node(key); return
        n = self.root
        while True:
            if key < n.key:
                if n.left is None: n.left = Tree.Node(key); return
                n = n.left
            else:
                if n.right is None: n.right = Tree.Node(key); return
                n = n.right
    def walk(self, n="root"):
        if n == "root": n = self.root
        if n:
            yield from self.walk(n.left)
            yield n.key
            yield from self.walk(n.right)
t = Tree()
for k in [5, 2, 8, 1, 9]: t.insert(k)
print(list(t.walk()))
total = 0
for i, (x, y) in enumerate(zip([1, 2], [3, 4])):
    total += i * x * y
print(total)
def default_mut(x, acc=[]):
    acc.append(x)
    return acc
default_mut(1); print(default_mut(2))
x = [1, 2, 3]
y = x
y += [4]
print(x, x is y)
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, (*[1], 2))
def outer():
    x = 1
    def mid():
        nonlocal x
        x += 1
        def inner():
            return x * 10
        return inner
    f = mid()
    x += 5
    return f()
print(outer())
try:
    try:
        raise KeyError("a")
    finally:
        print("cleanup")
except KeyError as e:
    print("got", e)
def ret_finally():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return i
        finally:
            print("f", i)
print(ret_finally())
print(__name__, __doc__)
import string
print(string.ascii_lowercase[:5], string.digits)
print("caf\u00e9", "\N{GREEK SMALL LETTER ALPHA}", "😀"[0], len("😀a"), ord("é"), chr(128512))
print(f"{total=} {x!r:>15} {'nested ' + f'{1+1}'}")
print(1 if [] else 2, [] or "default", None is None, 3 == 3.0, "a" < "b", (1, 2) < (1, 3), [1] == [1])
print(divmod(-7, 3), -7 // 3, round(-2.5), round(3.5), int(-3.7), 7.0 // 2, 2 ** 0.5, 1e-7, 123456789.123456789, 1e16, 1e22)
print("%s %r %5.1f %x %o %e %c %%" % ("s", "r", 3.14159, 255, 8, 12345.678, "c"))
lines = """a
  b
c""".splitlines()
print(lines, [l.strip() for l in lines])
for n in range(10, 0, -3): print(n, end=" ")
print()
i = 0
while i < 5:
    i += 1
    if i == 2: continue
    if i == 4: break
    print("i", i)
else: print("else")
del x
try: print(x)
except NameError as e: print(e)
sys.stderr.write("err\n")
print(sorted("hello", key=str.lower), max("abc", key=ord), list(map(lambda p, q: p + q, [1], [2])))
print(isinstance(3, (int, str)), issubclass(bool, int), type("") is str, callable(print), hasattr([], "append"))
sys.exit("bye")
