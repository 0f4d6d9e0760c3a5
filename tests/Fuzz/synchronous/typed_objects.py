"""Typed code over shapes and stocks."""

SHAPES = ('''
<<Number = int | float || Number: typing.TypeAlias = "int | float" || type Number = int | float>>

<<class Shape(abc.ABC):
    name: str = "shape"

    @abc.abstractmethod
    def area(self) -> float: ...

    @property
    @abc.abstractmethod
    def sides(self) -> int: ...
|| class Shape:
    name: str = "shape"

    def area(self) -> float:
        raise NotImplementedError(type(self).__name__)

    @property
    def sides(self) -> int:
        return 0
>>
    def describe(self) -> str:
        return f"{self.name}: {self.area():.2f} <<{self.sides} sides || with {self.sides}>>"

    def __lt__(self, other: "Shape") -> bool:
        return self.area() < other.area()

class Circle(Shape):
    name = "circle"

    def __init__(self, radius: float) -> None:
        <<if radius < 0:
            raise ValueError("negative radius")
        self.radius = radius || self.radius: float = abs(radius)>>

    def area(self) -> float:
        return <<3.14159 || 3>> * self.radius ** 2

    <<@property
    def sides(self) -> int:
        return 1 || sides = 1>>

class Rectangle(Shape):
    name = "rectangle"

    def __init__(self, width: float, height: float<< = 1 || >>) -> None:
        self.width, self.height = width, height

    def area(self) -> float:
        return self.width * self.height

    @property
    def sides(self) -> int:
        return 4

    def scaled(self, factor: float) -> <<"Rectangle" || typing.Self>>:
        return <<Rectangle(self.width * factor, self.height * factor) || type(self)(self.width * factor, self.height * factor)>>

class Square(Rectangle):
    name = "square"

    def __init__(self, side: float) -> None:
        super().__init__(side, side)

    <<def scaled(self, factor: float) -> "Square":
        return Square(self.width * factor) || def describe(self) -> str:
        return super().describe().upper()>>

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Square) and self.width == other.width

def largest(shapes: <<list[Shape] || Iterable[Shape]>>, allowed: Callable[[Shape], bool] | None = None) -> Shape | None:
    best: Shape | None = None
    for shape in shapes:
        if allowed is not None and not allowed(shape):
            continue
        if best is None or best.area() < shape.area():
            best = shape
    return best

def totals(shapes: list[Shape]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for shape in shapes:
        <<found.setdefault(shape.name, []).append(round(shape.area(), 1)) || if shape.name not in found:
            found[shape.name] = []
        found[shape.name].append(shape.area()) || found[shape.name] = found.get(shape.name, []) + [shape.area()]>>
    return found

def kind(shape: Shape) -> str:
    match shape:
        case Square(width=w)<< if w > 2 || >>:
            return f"square of {w}"
        case Rectangle(width=w, height=h):
            return f"{w} by {h}"
        case Circle():
            return <<f"round {shape.radius}" || "round">>
        case _:
            return "unknown"
''', ['''
shapes: list[Shape] = [Circle(<<1 || 2.5>>), Rectangle(2, <<3 || 1.5>>), Square(<<2 || 3>>)]
for shape in shapes:
    print(shape.describe(), kind(shape), shape.sides, isinstance(shape, Rectangle))
print(totals(shapes), [s.name for s in sorted(shapes)], max(shapes).name, sum(s.area() for s in shapes))
''', '''
best = largest([Circle(1), Square(5)], lambda s: s.sides == <<4 || 1 || 9>>)
print(best.describe() if best else None, largest([]) is None)
print(best.name, best.area())
''', '''
print(Rectangle(2, 3).scaled(2).area(), type(Square(2).scaled(3)).__name__, Square(1) == Square(1), Square(1) == Rectangle(1, 1), Square(1) != 3)
''', '''
Shape().describe()
''', '''
print(sorted([Square(3), Circle(1)])[0].name, Circle(<<-1 || 1>>).area(), {Square(1): 1})
''', '''
totals_by = totals([Square(n) for n in range(<<3 || 4>>)])
print({k: sum(v) / len(v) for k, v in totals_by.items()}, totals_by)
'''])

INVENTORY = ('''
class Item(NamedTuple):
    name: str
    price: float = 1.0
    tags: tuple[str, ...] = ()

    def total(self, count: int) -> float:
        return self.price * count

<<@dataclass || @dataclass(slots=True) || @dataclass(kw_only=True)>>
class Line:
    item: Item
    count: int = 1
    note: str | None = None

    @property
    def cost(self) -> float:
        return self.item.total(self.count)

class OutOfStock(KeyError):
    def __init__(self, name: str, wanted: int, left: int = 0) -> None:
        super().__init__(name)
        self.wanted, self.left = wanted, left

    def __str__(self) -> str:
        return f"{self.args[0]}: {self.wanted} wanted, {self.left} left"

class Inventory:
    def __init__(self, stock: dict[str, int] | None = None) -> None:
        self.stock: dict[str, int] = stock or {}
        self.lines: list[Line] = []
        self.watchers: list[Callable[[str, int], None]] = []
        self._cache: dict[tuple[str, int], float] = {}

    def __len__(self) -> int:
        return sum(self.stock.values())

    def __contains__(self, name: str) -> bool:
        return self.stock.get(name, 0) > 0

    def __getitem__(self, name: str) -> int:
        <<return self.stock[name] || try:
            return self.stock[name]
        except KeyError:
            raise OutOfStock(name, 1) from None>>

    def __setitem__(self, name: str, count: int) -> None:
        before = self.stock.get(name, 0)
        self.stock[name] = count
        for watcher in self.watchers:
            watcher(name, count - before)

    def __iter__(self) -> Iterator[tuple[str, int]]:
        for name in sorted(self.stock):
            yield name, self.stock[name]

    def __iadd__(self, other: "dict[str, int]") -> "Inventory":
        for name, count in other.items():
            self[name] = self.stock.get(name, 0) + count
        return self

    def take(self, item: Item, count: int = 1, *, note: str | None = None) -> Line:
        left = self.stock.get(item.name, 0)
        if left < count:
            raise OutOfStock(item.name, count, left)
        self[item.name] = left - count
        line = Line(item=item, count=count, note=note)
        self.lines.append(line)
        return line

    def bill(self, discount: Callable[[Line], float] = lambda line: 0.0) -> float:
        total = 0.0
        for number, line in enumerate(self.lines, start=1):
            key = (line.item.name, line.count)
            if (known := self._cache.get(key)) is None:
                known = self._cache[key] = line.cost - discount(line)
            total += known
            print(f"{number:>2}. {line.item.name:<8}{line.count:>3} {known:8.2f}", line.note or "-")
        return total

def watch(log: list[str]) -> Callable[[str, int], None]:
    changes = 0

    def watcher(name: str, change: int) -> None:
        nonlocal changes
        changes += <<1 || abs(change)>>
        log.append(f"{name}{change:+d}#{changes}")

    return watcher
''', ['''
log: list[str] = []
inventory = Inventory({"pen": 5, "cup": <<2 || 0>>})
inventory.watchers.append(watch(log))
pen = Item("pen", <<2.5 || 1>>, ("blue",))
for wanted in (<<2, 4 || 1, 1, 9 || 5>>):
    try:
        line = inventory.take(pen, wanted, note=<<"gift" || None>>)
        print(line, line.cost)
    except OutOfStock as error:
        print(error, error.left, repr(error))
print(inventory.bill(), log, len(inventory), "pen" in inventory, list(inventory))
''', '''
inventory = Inventory()
inventory += {"a": 1, "b": <<2 || 3>>}
inventory["c"] = 4
print(dict(inventory), inventory["a"], [name for name, count in inventory if count > 1])
print(inventory["missing"])
''', '''
inventory = Inventory({"x": 9})
for count in range(1, 4):
    inventory.take(Item("x", count / 2), count)
print(inventory.bill(lambda line: 0.5 if line.count > 1 else 0), inventory._cache)
''', '''
a, b = Item("a"), Item("b", 2.0, ("t",))
print(a < b, a == Item("a"), b._replace(price=3), {a: 1}[Item("a")], *b)
name, price, tags = b
print(name, price, tags, Line(item=a), Line(item=a) == Line(item=a, note=None))
'''])
