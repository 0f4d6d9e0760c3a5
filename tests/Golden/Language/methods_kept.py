"""Methods of lists that are kept and called later with other things; functions that a function declares global."""
x = [0]
app = x.append
app("s")
print(x)
y = [1]
def use(f): f("t")
use(y.append)
print(y)
seen = [0]


@seen.append
def hidden():
    return 4


print(len(seen), hidden)
names = {"a": 1}
change = names.update
change({1: "b"})
unique = {1}
unique_add = unique.add
unique_add("two")
print(names, len(unique))


def deco(func):
    def wrapper(*args):
        return func(*args) + 1
    return wrapper


def declare():
    global shared, Kept

    @deco
    def shared():
        return 1

    class Kept:
        value = 2


declare()
print(shared(), Kept.value)


def import_globally():
    global math
    import math


import_globally()
print(math.floor(2.5))
squares = []
add = squares.append
for i in range(4):
    add(i * i)
print(squares, sum(squares))
