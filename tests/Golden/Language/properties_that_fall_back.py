"""Properties whose getter raises AttributeError are looked for by __getattr__ too."""


class Settings:
    def __init__(self, values):
        self.values = values
        self.reads = 0

    @property
    def size(self) -> int:
        return len(self.values)

    @property
    def count(self):
        return self.reads

    @property
    def name(self):
        self.reads += 1
        return self.missing_name

    @property
    def strict(self) -> int:
        if not self.values:
            raise AttributeError("no values")
        return self.values[0]

    def __getattr__(self, attribute):
        if attribute.startswith("missing"):
            return "default of " + attribute
        raise AttributeError(f"nothing called {attribute}")

    def both(self):
        return self.name, self.count, self.size


empty, full = Settings([]), Settings([4, 5])
print(full.both(), full.strict + 1)
try:
    print(empty.strict)
except AttributeError as e:
    print(e)
print(getattr(empty, "strict", "none"), hasattr(full, "strict"))


class Shape:
    @property
    def area(self) -> float:
        return self.width * self.height

    def text(self):
        return f"{self.area}"


class Late(Shape):
    def __getattr__(self, attribute):
        print("asked for", attribute)
        if attribute == "area":
            return -1.0
        raise AttributeError(attribute)


class Square(Shape):
    def __init__(self, side):
        self.width = self.height = side


for shape in (Square(3), Late()):
    print(shape.text())


class Kept:
    """A getter of the object's own attributes needs no detour."""

    def __init__(self):
        self.x, self.y = 3, 4

    @property
    def total(self):
        return self.x + self.y

    def __getattr__(self, attribute):
        return 0


print(Kept().total, Kept().other, sum(k.total for k in [Kept(), Kept()]))
