"""Containers that may be None."""


class Done:
    def __init__(self, n, empty=False):
        self.cells = None if empty else [[0, 1, 2] for _ in range(n)]
        self.names = None
        self.text = None

    def fill(self):
        self.names = {"a": [1]}
        self.text = "text"

    def at(self, i):
        return self.cells[i]

    def put(self, i, v):
        self.cells[i] = v

    def each(self):
        return [len(c) for c in self.cells]

    def bump(self, i):
        self.cells[i][0] += 5
        self.cells[i] += [9]


d = Done(2)
e = Done(2, True)
d.fill()
d.put(0, [7])
d.bump(1)
print(d.at(0), d.at(1), d.each(), d.names["a"], d.text[1], d.text[1:], d.text.upper(), d.names.get("b"))
for act in (lambda o: o.at(0), lambda o: o.put(0, [1]), lambda o: o.each(), lambda o: o.bump(0), lambda o: o.names["a"],
            lambda o: o.text[0], lambda o: o.text.upper(), lambda o: o.names.get("x"), lambda o: list(o.text), lambda o: o.cells.append([1])):
    for o in (d, e):
        try:
            print(act(o))
        except (TypeError, AttributeError) as err:
            print(type(err).__name__, err)


def typed(o: Done):
    for x in o.cells:
        print(x)
    o.cells.append([3])
    o.cells[0].append(4)
    o.cells[1:] = []
    print(o.cells, o.cells[-1:])
    for k, v in o.names.items():
        print(k, v)
    for ch in o.text:
        print(ch, end=" ")
    print()
    a, b, c, x = o.text
    print(a, b, c, x)


typed(d)
for part in (0, 1, 2):
    try:
        if part == 0:
            typed(e)
        elif part == 1:
            e.cells.append([1])
        else:
            e.cells[0] = [1]
    except (TypeError, AttributeError) as err:
        print(type(err).__name__, err)
