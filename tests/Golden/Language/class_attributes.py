"""Attributes of classes: counters, registries, values that the class body computes, constants that derived classes replace."""
import itertools
import re


class Account:
    interest = 0.02
    currency = None
    total = 0
    _ids = itertools.count(1)
    kinds = ["basic", "gold"]
    limits = {"basic": 10, "gold": 100}
    pattern = re.compile(r"(\w+)@(\w+)")
    twice = interest * 2
    names = sorted(kinds, reverse=True)

    def __init__(self, owner):
        self.owner = owner
        self.number = next(Account._ids)
        Account.total += 1

    def limit(self, kind):
        return self.limits[kind]

    def user(self):
        found = self.pattern.match(self.owner)
        return found.group(1) if found else None


first = Account("ann@home")
second = Account("bob")
print(first.number, second.number, Account.total, first.total, first.user(), second.user())
print(Account.twice, Account.names, first.limit("gold"), Account.currency, first.currency)
Account.kinds.append("platinum")
Account.currency = "EUR"
print(first.kinds, second.currency, getattr(Account, "total"))
first.interest = 0.5
print(first.interest, second.interest, Account.interest, vars(first))


class Animal:
    sound = "..."
    legs = 4
    tricks = []

    def speak(self):
        return f"{type(self).__name__} says {self.sound} on {self.legs} legs, {self.tricks}"


class Dog(Animal):
    sound = "woof"
    tricks = ["sit"]


class Bird(Animal):
    sound = "tweet"
    legs = 2


for animal in (Animal(), Dog(), Bird()):
    print(animal.speak())
print(Animal.sound, Dog.sound, Bird.legs, Dog.legs, Dog.tricks is Dog().tricks)


class Vector:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return Vector(self.x + (other.x if isinstance(other, Vector) else other))

    __radd__ = __add__

    def __str__(self):
        return f"<{self.x}>"

    __repr__ = __str__


print(Vector(1) + Vector(2), 3 + Vector(4), [Vector(5)], sum([Vector(1), Vector(2)]), Vector.__repr__.__name__)


class Config:
    scale = lambda self, n: n * 2
    key = len
    settings = {}

    def run(self):
        return self.scale(4), self.key([1, 2])


Config.settings["debug"] = True
print(Config().run(), Config.settings, Config().settings)
Config.settings = {"replaced": 1}
print(Config.settings, Config().settings)
