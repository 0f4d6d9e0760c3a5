import copy
import operator
import pickle


class Squares:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * index

    def __len__(self):
        return 4


def positive(x):
    return x > 0


iterators = [
    iter([1, 2, 3]), iter((1, 2, 3)), iter("a\xe9b"), iter("abc"), iter(b"ab"), iter(bytearray(b"ab")), iter({1, 2}), iter({"a": 1, "b": 2}),
    iter({"a": 1}.values()), iter({"a": 1, "b": 2}.items()), iter(range(1, 10, 3)), iter(range(2**70, 2**70 + 2)), reversed([1, 2, 3]), reversed((1, 2)),
    reversed({"a": 1, "b": 2}), enumerate("ab", 5), zip("ab", [1, 2]), zip("ab", (1,), strict=True), map(abs, [-1, -2]), filter(positive, [0, 1, 2]),
    iter(Squares()), iter(int, 0), iter(int, 1),
]
for it in iterators:
    print(type(it).__name__, operator.length_hint(it, -1), end=" ")
    first = next(it, "end")
    reduced = it.__reduce__()
    print(first, reduced[0].__name__, reduced[2:], operator.length_hint(it, -1))
    if it is not iterators[-1]:
        for protocol in range(6):
            again = pickle.loads(pickle.dumps(it, protocol))
            try:
                print(type(again).__name__, list(again), end=" ")
            except ValueError as error:
                print(error, end=" ")
        print(copy.copy(it) is it)
        try:
            list(it)
            print(next(it, "end"), it.__reduce__()[0].__name__)
        except ValueError as error:
            print(error)

it = iter([1, 2, 3])
it.__setstate__(2)
print(list(it))
it = iter(range(10))
it.__setstate__(8)
print(list(it))
for value in (iter(()).__reduce__, (i for i in ()).__class__):
    print(value is not None)


class Same:
    def __init__(self, inside):
        self.inside = inside

    def __eq__(self, other):
        self.inside.clear()
        return False

    def __hash__(self):
        return 1


inside = set()
for i in range(20):
    inside.add(i)
inside.add(Same(inside))
print(1 in inside, {1} in {frozenset([1])}, {frozenset([1])} - {1})
print(f"{(lambda x: x * 2)(4)!r:>5}|{[y for y in (lambda *a: a)(1, 2)]}")
