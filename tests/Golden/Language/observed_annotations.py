"""Annotations that the program looks at, and calls that go too deep."""

import inspect
from functools import singledispatch, wraps
from typing import get_type_hints


class Account:
    def __init__(self, owner: str, balance: float = 0.0) -> None:
        self.owner = owner
        self.balance = balance

    def deposit(self, amount: float, *notes: str) -> "Account":
        self.balance += amount
        return self


def transfer(source: Account, target: Account, amount: float, *, dry: bool = False) -> list[Account]:
    if not dry:
        source.deposit(-amount)
        target.deposit(amount)
    return [source, target]


@singledispatch
def describe(value) -> str:
    return f"something: {value!r}"


@describe.register
def _(value: int) -> str:
    return f"number {value}"


@describe.register
def _(value: list | tuple) -> str:
    return " and ".join(describe(v) for v in value)


def checked(function):
    hints = get_type_hints(function)

    @wraps(function)
    def wrapper(*args, **kwargs):
        bound = inspect.signature(function).bind(*args, **kwargs)
        for name, value in bound.arguments.items():
            if name in hints and not isinstance(value, hints[name]):
                raise TypeError(f"{name} is no {hints[name].__name__}")
        return function(*args, **kwargs)

    return wrapper


@checked
def repeat(text: str, times: int = 2) -> str:
    return text * times


def bottomless(n: int) -> int:
    return bottomless(n + 1) + 1


print(transfer.__annotations__)
print(inspect.signature(transfer), inspect.signature(Account), sep="\n")
print(Account.deposit.__annotations__, get_type_hints(Account.deposit)["return"] is Account)
print(describe([1, "two", (3, 4.5)]))
print(repeat("ab"), repeat.__annotations__)
try:
    repeat("ab", "3")
except TypeError as e:
    print(e)
try:
    bottomless(0)
except RecursionError as e:
    print(e)
ring: list = []
ring.append(ring)
try:
    ring == [ring]
except RecursionError as e:
    print(e)


Model = type("Model", (), {})


class Controller:
    def __init__(self) -> None:
        self.model = Model()

    def use(self, model: Model) -> None:
        self.model = model


print(Controller.use.__annotations__ == {"model": Model, "return": None})
