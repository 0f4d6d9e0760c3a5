"""An operand's reflected method goes before what a sequence does by itself; methods that a class lends to objects of other classes."""


class Tag:
    def __init__(self, text):
        self.text = text

    def __radd__(self, other):
        return f"{other!r} + {self.text}"

    def __rmul__(self, other):
        return f"{other!r} * {self.text}"

    def __rmod__(self, other):
        return f"{other!r} % {self.text}"


def both(a, b):
    return a + b, a * b


print("a" + Tag("x"), [1] + Tag("x"), (1,) + Tag("x"), b"b" + Tag("x"), bytearray(b"b") + Tag("x"), sep=" | ")
print("a" * Tag("x"), [1] * Tag("x"), () * Tag("x"), sep=" | ")
print(both("a", Tag("y")), both([2], Tag("y")), both(3, Tag("y")))
text = "a"
text += Tag("z")
print(text)
try:
    print("a" + object())
except TypeError as e:
    print(e)


class Stack:
    def push(self, item):
        self.items.append(item)
        return len(self.items)


class Bag:
    def __init__(self):
        self.items = ["first"]


bag = Bag()
print(Stack.push(bag, "second"), bag.items)


class Named(int):
    def __index__(self):
        return 8


print([0, 1, 2, 3][Named(2)], "ab" * Named(2), range(9)[Named(3)])


class Far:
    def __index__(self):
        return -2**70


for attempt in (lambda: "a" * Far(), lambda: [1] * Far()):
    try:
        print(attempt())
    except OverflowError as e:
        print(e)


class Built:
    def __init__(self):
        return 10


try:
    Built()
except TypeError as e:
    print(e)

first = second = third = 1
del (first, [second, third])
for read in (lambda: first, lambda: second, lambda: third):
    try:
        print(read())
    except NameError as e:
        print(e)


def options(key=1, *, other=2):
    return key, other


for wrong in ({"kye": 1}, {"othr": 2}, {"nothing_like_it": 3}):
    try:
        options(**wrong)
    except TypeError as e:
        print(e)
try:
    sorted([], revers=True)
except TypeError as e:
    print(e)



def until_three(x):
    return next(iter(())) if x == 3 else x


print(list(map(until_three, [1, 2, 3, 4])), list(filter(until_three, [1, 2, 3, 4])))
try:
    first, *rest = 1.5
except TypeError as e:
    print(e)
try:
    print([*1.5])
except TypeError as e:
    print(e)
