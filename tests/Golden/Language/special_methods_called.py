class V:
    def __init__(self, x: int, y: int):
        self.x = x
        self.y = y
    def __add__(self, o: "V") -> "V":
        return V(self.x + o.x, self.y + o.y)
    def __eq__(self, o: object) -> bool:
        return isinstance(o, V) and self.x == o.x and self.y == o.y
    def __hash__(self) -> int:
        return hash((self.x, self.y))
    def __lt__(self, o: "V") -> bool:
        return self.x < o.x
    def __repr__(self) -> str:
        return f"V({self.x}, {self.y})"
    def __len__(self) -> int:
        return 2
    def __getitem__(self, i: int) -> int:
        return self.x if i == 0 else self.y
    def __contains__(self, o: int) -> bool:
        return self.x == o or self.y == o
    def __iter__(self):
        yield self.x
        yield self.y
    def __bool__(self) -> bool:
        return self.x != 0
    def __neg__(self) -> "V":
        return V(-self.x, -self.y)
    def __mul__(self, k: int) -> "V":
        return V(self.x * k, self.y * k)
    def __call__(self, z: int) -> int:
        return self.x + z

a = V(1, 2)
b = V(3, 4)
print(a + b, a == b, a < b, len(a), a[0], 3 in a, list(a), bool(a), -a, a * 3, a(4))
for v in a:
    print(v)
x, y = a
print(x, y, sorted([b, a]), {a: 1}[V(1, 2)])


class Tree:
    """Delegates to itself."""

    def __init__(self, left: "Tree | None", value: int, right: "Tree | None"):
        self.left = left
        self.value = value
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def tree(items: list[int]) -> Tree | None:
    if not items:
        return None
    middle = len(items) // 2
    return Tree(tree(items[:middle]), items[middle], tree(items[middle + 1:]))


root = tree([1, 2, 3, 4, 5])
if root:
    print(list(root), sum(root), [v * 2 for v in root if v > 2], max(root), sorted(root, reverse=True))
    for i, v in enumerate(root):
        if v == 4:
            break
    print(i, v, 3 in root)


class Down:
    """Counts down by hand."""

    def __init__(self, n: int):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self) -> int:
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


down = Down(4)
for n in down:
    print(n, end=" ")
    if n == 2:
        break
print([n for n in down], list(zip(Down(2), Down(3))), dict(enumerate(Down(2))))


class Grid:
    def __init__(self, width: int):
        self.width = width
        self.cells: dict[tuple[int, int], str] = {}

    def __getitem__(self, at: tuple[int, int]) -> str:
        return self.cells.get(at, ".")

    def __setitem__(self, at: tuple[int, int], value: str) -> None:
        self.cells[at] = value

    def __delitem__(self, at: tuple[int, int]) -> None:
        del self.cells[at]

    def __len__(self) -> int:
        return len(self.cells)

    def __iter__(self):
        try:
            for at in self.cells:
                yield at
        finally:
            print("left the loop")


grid = Grid(3)
grid[1, 2] = "x"
grid[0, 0] = "o"
grid[0, 0] += "!"
print(grid[1, 2], grid[0, 0], grid[2, 2], len(grid), bool(grid), (1, 2) in grid)
del grid[1, 2]
for x, y in grid:
    print(x, y)
    break
print("after")


class Money:
    def __init__(self, cents: int):
        self.cents = cents

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other: "Money") -> bool:
        return self.cents < other.cents


class Rounded(Money):
    def __lt__(self, other: "Money") -> bool:
        return self.cents // 100 < other.cents // 100


print(Money(1) == Money(1), Money(1) != Money(2), Money(1) == 1, Money(1) < Rounded(99), Rounded(101) < Money(199), Money(1) > Money(0))
print(Money(3) != None, [Money(1)] == [Money(1)], Money(2) in [Money(2)])
