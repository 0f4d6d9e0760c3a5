"""functools.singledispatch with annotations that are texts."""

from __future__ import annotations

import functools


class Box:
    def __init__(self, value):
        self.value = value


@functools.singledispatch
def show(x):
    return "any"


@show.register
def _(x: int):
    return "int"


@show.register
def _(x: Box):
    return "box"


@show.register
def _(x: bytes | str):
    return "bytes or str"


class Shower:
    @functools.singledispatchmethod
    def show(self, x):
        return "any"

    @show.register
    def _(self, x: Box):
        return "box"


def local():
    class Local:
        pass

    try:
        @show.register
        def _(x: Local):
            return "local"
    except NameError as error:
        print(error)


print(show(1), show(Box(1)), show("a"), show(b""), show([]))
print(Shower().show(Box(2)), Shower().show(3))
local()
