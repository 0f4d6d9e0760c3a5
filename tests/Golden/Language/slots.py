"""Classes with __slots__: no other attributes, no instance dictionary, copies."""
import copy
import pickle


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x: int, y: int = 0):
        self.x = x
        self.y = y

    def moved(self, by: int) -> "Point":
        return Point(self.x + by, self.y + by)


class Named(Point):
    __slots__ = ["name"]

    def __init__(self, name: str):
        super().__init__(1, 2)
        self.name = name


class Open(Point):
    def __init__(self):
        super().__init__(3)
        self.extra = "more"


point = Point(1).moved(2)
print(point.x, point.y, Point.__slots__, hasattr(point, "__dict__"))
try:
    print(vars(point))
except TypeError as error:
    print(error)
for action in (lambda: setattr(point, "z", 1), lambda: point.z):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
named = Named("n")
named.x = 10
print(named.x, named.y, named.name, Point.x, Named.name)
try:
    named.other = 1
except AttributeError as error:
    print(error)
free = Open()
free.z = 5
print(vars(free), free.x, free.z)
twin = copy.copy(named)
twin.name = "twin"
print(named.name, twin.name, twin.x, pickle.loads(pickle.dumps(point)).x, named.__getstate__())
