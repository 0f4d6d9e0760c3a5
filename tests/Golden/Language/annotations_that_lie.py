"""Annotations say what a function is meant for; callers need not keep to them."""

import inspect
import json
import sys
from functools import singledispatch


def double(x: int) -> int:
    return x * 2


def greet(name: str = None, times: int = 1) -> str:
    return f"{name} {times}"


class Node:
    def __init__(self, value: int, next=None):
        self.value = value
        self.next = next

    def total(self):
        node = self
        total = 0
        while node:
            total += node.value
            node = node.next
        return total


class Fake:
    value = "fake"

    def total(self):
        return "none"


def report(node: Node) -> str:
    return f"{node.value}: {node.total()}"


@singledispatch
def kind(value):
    return "something"


@kind.register
def _(value: int):
    return "a number"


@kind.register
def _(value: list):
    return "a list"


def depth(n: int) -> int:
    return depth(n + 1)


data = json.loads('{"number": 4, "text": "ab", "flag": true, "list": [1]}')
for key in data:
    print(key, double(data[key]))
print(greet(), greet("you", 2), greet(data["list"]))
print(report(Node(1, Node(2))), report([Fake()][0]))
try:
    Node(1).next.value
except AttributeError as error:
    print(error)
print(double.__annotations__, inspect.signature(greet))
print(kind(1), kind([]), kind(""))
try:
    depth(0)
except RecursionError as error:
    print(error)
for call in (lambda: double(*3), lambda: double(**3), lambda: greet(times=2, **{"times": 3})):
    try:
        call()
    except TypeError as error:
        print(error)


class Flagged(type):
    def __new__(mcs, name: str, bases, namespace, flag: int = 0, **kwargs):
        print("flag", flag)
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, flag: int = 0):
        super().__init__(name, bases, namespace)


class Marked(metaclass=Flagged, flag="x"):
    pass


class Sized:
    def __new__(cls, size: int, *rest):
        made = object.__new__(cls)
        made.size = size
        return made

    def __class_getitem__(cls, item: int):
        return item


def make(cls, *args):
    return cls(*args)


print(make(Sized, "z").size, Sized(None).size, Sized["k"])
