"""Defaults of methods that the class statement evaluates."""
import time


def noisy(value):
    print("default", value)
    return value


class Done:
    FIRST = 3
    LAST = FIRST + 1

    def __init__(self, count, table=noisy([1, 2])):
        self.count = count
        self.table = table

    def next(self, pos, strategy=FIRST):
        return pos + strategy

    print("never") if False else None

    def __repr__(self):
        return f"Done({self.count})"


class Cell:
    STEP = 2
    NAMES = ["a", "b"]

    def __init__(self, value, step=STEP, names=NAMES, made=noisy("made")):
        self.value = value * step
        self.names = names
        self.made = made

    def move(self, by=noisy(5), *, scale=noisy(1.5), key=lambda x: -x):
        self.value = key(self.value + by) * scale
        return self.value

    @staticmethod
    def plain(a, b=noisy("static")):
        return (a, b)

    @classmethod
    def make(cls, value=noisy(9)):
        return cls(value)


class Wide(Cell):
    def move(self, by=noisy(7), *, scale=noisy(2.5), key=lambda x: x):
        return super().move(by, scale=scale, key=key)


a, b = Cell(1), Cell(2)
a.names.append("c")
print(b.names, Cell.NAMES, a.names is b.names)
print(a.move(), a.move(1), b.move(key=abs), b.move(scale=2))
print(Cell.plain(1), Cell.make().value, Wide.make().move())
items = [Cell(3), Wide(4)]
for item in items:
    print(item.move(), type(item).__name__, item.made)
print(Cell.move.__defaults__ is not None, Cell.__init__.__defaults__)
run = getattr(Wide(1), "move")
print(run(scale=4))
print([c.value for c in map(Cell, range(3))])


class Stamp:
    def __init__(self, at=time.time() > 0):
        self.at = at


print(Stamp().at)
