"""Class methods: other ways to make an object, classes that are passed on, errors."""


class Point:
    count = 0

    def __init__(self, x: int, y: int):
        self.x = x
        self.y = y
        Point.count += 1

    @classmethod
    def parse(cls, text: str) -> "Point":
        """Makes a point of its text."""
        x, y = text.split(",")
        return cls(int(x), int(y))

    @classmethod
    def origin(cls):
        return cls.parse("0,0")

    @classmethod
    def named(cls):
        return f"{cls.__name__} made {cls.count} times"

    @classmethod
    def all_of(cls, *texts, scale=1):
        return [cls(p.x * scale, p.y * scale) for p in map(cls.parse, texts)]

    def copy(self):
        return self.parse(f"{self.x},{self.y}")

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


print(Point.parse("1,2"), Point.origin(), Point.parse("3,4").copy(), Point.all_of("1,2", "3,4", scale=10))
print(Point.named(), Point(0, 0).named())
make = Point.parse
print(make("5,6"), make.__name__, make.__func__.__qualname__, make.__self__ is Point)
print(getattr(Point, "par" + "se")("7,8"), isinstance(Point.origin(), Point))
try:
    Point.parse()
except TypeError as error:
    print(error)


class Shape:
    made = []

    def __init__(self, name="shape"):
        self.name = name
        self.made.append(name)

    @classmethod
    def create(cls, *args):
        print("creating", cls.__name__)
        return cls(*args)

    def another(self):
        return self.create(self.name + "'")

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Circle(Shape):
    @classmethod
    def unit(cls):
        return cls.create("unit")


print(Shape.create(), Circle.create("c"), Circle.unit(), Circle.unit().another(), Shape.made)
for kind in (Shape, Circle):
    print(kind.create("k"))
