"""Modules that variables hold, in a program that runs source text; a folder beside it is named as a module of the library."""
from typing import NamedTuple

import shapes

try:
    import missing_shapes as chosen
except ImportError:
    import shapes as chosen


class Point(NamedTuple):
    x: int
    y: int


def loaded():
    import shapes
    return shapes


numbers = list(eval("[3, 1, 2]"))
print(shapes.area(*numbers[:2]), chosen.Square(4).area(), loaded().NAME)
print(Point(numbers[0], 5))
chosen.NAME = "changed"
print(shapes.NAME, eval("shapes.area(5, 6)"))
try:
    import typing.notes
except ImportError as error:
    print(error)
