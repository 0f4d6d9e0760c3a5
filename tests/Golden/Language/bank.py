# bank simulation, no annotations, exceptions + generators + closures
class Account:
    """A bank account."""
    total = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []
        Account.total += 1

    def deposit(self, amount):
        self.balance += amount
        self.log.append(("d", amount))
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.log.append(("w", amount))
        return self

    def __repr__(self):
        return "Account(%r, %d)" % (self.owner, self.balance)

    def history(self):
        for kind, amount in self.log:
            yield {"d": "deposit", "w": "withdraw"}[kind], amount


class InsufficientFunds(Exception):
    def __init__(self, account, needed):
        super().__init__("need %d more" % (needed - account.balance))
        self.account = account
        self.needed = needed


class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.1):
        super().__init__(owner, balance)
        self.rate = rate

    def accrue(self):
        self.deposit(self.balance * self.rate)
        return self


def transfer(a, b, amount):
    try:
        a.withdraw(amount)
    except InsufficientFunds as e:
        print("failed:", e, e.account.owner)
        return False
    else:
        b.deposit(amount)
        return True
    finally:
        print("transfer", amount)


alice = Account("alice", 100)
bob = Savings("bob", 50)
print(transfer(alice, bob, 30), transfer(bob, alice, 500))
bob.accrue()
print(alice, bob, Account.total, list(bob.history()))
alice.deposit(5).withdraw(1)
alice.nickname = "al"
print(vars(alice)["nickname"], [a for a in dir(alice) if not a.startswith("_")])


def memo(f):
    cache = {}
    def inner(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    inner.cache = cache
    return inner


@memo
def binom(n, k):
    return 1 if k in (0, n) else binom(n - 1, k - 1) + binom(n - 1, k)


print(binom(30, 15), len(binom.cache))


def lines():
    buffer = []
    while True:
        chunk = yield len(buffer)
        if chunk is None:
            break
        buffer.extend(chunk.split())
    return buffer


def run():
    g = lines()
    next(g)
    print(g.send("a b"), g.send("c"))
    try:
        g.send(None)
    except StopIteration as stop:
        print(stop.value)


run()
matrix = [[0] * 3 for _ in range(3)]
for i in range(3):
    for j in range(3):
        matrix[i][j] = i * j
print(matrix, list(zip(*matrix)), sum(map(sum, matrix)))
grid = {(x, y): x ^ y for x in range(3) for y in range(2)}
print(grid[2, 1], max(grid, key=grid.get), sorted(grid)[:2])
text = "the rain in spain"
print({w[0] for w in text.split()} == set("tris"), text.count("ai"), text.title(), text[::2], text.partition("in"))
nested = {"a": {"b": [1, {"c": 2}]}}
print(nested["a"]["b"][1]["c"])
nested["a"]["b"][1]["c"] += 5
print(nested)
words = ["apple", "bob", "cat"]
for idx, w in enumerate(words, start=1):
    print(idx, w, end="; ")
print()
print(" ".join(f"{k}={v}" for k, v in sorted({"z": 1, "y": 2}.items())))
stack = []
for tok in "3 4 + 2 *".split():
    if tok.isdigit():
        stack.append(int(tok))
    else:
        b, a = stack.pop(), stack.pop()
        stack.append({"+": a + b, "*": a * b}[tok])
print(stack)
try:
    raise ValueError("x") from KeyError("y")
except ValueError as e:
    print(e.__cause__, e.__context__, type(e.__cause__))
try:
    try:
        {}["missing"]
    except KeyError:
        raise RuntimeError("second")
except RuntimeError as e:
    print(repr(e.__context__))
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t); return True
with Ctx() as c:
    1 / 0
print("after")
def f(a, b, *, c=3): return a + b + c
print(f(1, b=2), f(*[1, 2], **{"c": 4}))
for bad in (lambda: f(1), lambda: f(1, 2, 3), lambda: f(1, 2, d=4), lambda: f()):
    try: bad()
    except TypeError as e: print(e)
print((lambda x, y=2: x * y)(4), [*map(lambda p: p ** 2, range(4))])
a = b = [1]
a.append(2); print(b, a is b, a == [1, 2], a != b)
print(bool(""), bool("0"), not [], 5 and 0 or 7, None or "d")
