"""Arithmetic methods, base methods and links of plain classes, which become direct calls."""


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        return NotImplemented

    def __radd__(self, other):
        return Money(self.cents + other * 100)

    def __iadd__(self, other):
        self.cents += other.cents
        return self

    def __repr__(self):
        return f"${self.cents / 100:.2f}"


class Node:
    def __init__(self, value, following):
        self.value = value
        self.following = following

    def last(self):
        return self if self.following is None else self.following.last()


class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance

    def fee(self):
        return 1.5

    def describe(self):
        return f"{self.owner}: {self.balance - self.fee():.2f}"


class Savings(Account):
    def __init__(self, owner, balance, rate):
        super().__init__(owner, balance)
        self.rate = rate

    def fee(self):
        return super().fee() * self.rate

    def describe(self):
        return "savings of " + super().describe()


def vectors():
    v = Vector(1.5, 2.0)
    for _ in range(3):
        v = v + Vector(0.5, 0.5) * 2.0
    print(v, v - Vector(1.0, 1.0), v @ v)


def money():
    total = sum([Money(150), Money(250)])
    print(total, Money(5) + Money(6), 3 + Money(1))
    kept = total
    total += Money(100)
    print(total, kept is total)
    try:
        Money(1) + "x"
    except TypeError as e:
        print(e)


def links():
    head = None
    for value in range(4):
        head = Node(value, head)
    node = head
    values = []
    while node is not None:
        values.append(node.value)
        node = node.following
    print(values, head.last().value)
    for action in (lambda: head.last().following.value, lambda: head.last().following.last()):
        try:
            action()
        except AttributeError as e:
            print(e, e.name, e.obj)
    try:
        head.last().following.value = 3
    except AttributeError as e:
        print(e)


vectors()
money()
links()
for account in (Account("ann", 10.0), Savings("bob", 20.0, 2.0)):
    print(account.describe())
