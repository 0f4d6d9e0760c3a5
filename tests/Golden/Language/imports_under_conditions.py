"""Imports under conditions, in functions and in blocks; variables that only inner functions set."""

import asyncio
import sys

if __name__ == "__main__":
    from time import time

    if sys.argv:
        import math as numbers
    else:
        import cmath as never

    def measured(n):
        start = time()
        for _ in range(10):
            n += numbers.floor(2.5)
        return n, time() - start < 5

    print(measured(5))


def clocked():
    global clock
    from time import perf_counter as clock

    return clock() > 0


print(clocked(), clock() > 0)
for _ in range(2):
    from math import sqrt


def root():
    return sqrt(4)


print(root())


def signalled():
    rang = False

    def on_ring(code):
        nonlocal rang
        rang = True
        return code

    return on_ring(2)


async def forgets():
    try:
        message = 5
        if message:
            del message
    finally:
        try:
            del message
        except UnboundLocalError as error:
            print(error)


print(signalled())
asyncio.run(forgets())
