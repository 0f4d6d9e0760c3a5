"""Generator expressions read names of the function around when their items are asked for; functions show their globals."""

from typing import *


def sum_after(xs):
    for i in xs:
        if i == 0:
            break
    return sum(i + k for k in (1, 2))


def listed_after(xs):
    for i in xs:
        pass
    return [i + k for k in (1, 2)]


def greatest_after(xs):
    for i in xs:
        pass
    return max(x for x in (1, 2) if i == x)


for question in (sum_after, listed_after, greatest_after):
    try:
        print(question([]))
    except NameError as error:
        print(error)
    print(question([1]))

LIMIT = 5


def named(name):
    return type(name, (), {})


print(named("Point"), named.__globals__["LIMIT"], "sum_after" in named.__globals__)


class Names(Mapping):
    def __init__(self, names):
        self.names = names

    def __getitem__(self, key):
        return self.names[key]

    def __iter__(self):
        return iter(self.names)

    def __len__(self):
        return len(self.names)


def hints():
    class Node:
        parent: "Other"

    class Other:
        pass

    def visit(node: "Other") -> "int": ...

    names = Names({"Other": Other})
    print(get_type_hints(Node, localns=names)["parent"] is Other, get_type_hints(visit, None, names)["node"] is Other)


hints()
