"""An __init__ that sets attributes of its own before it calls its base's."""
class ShapeError(Exception):
    """Tells what is wrong."""

    def __init__(self, code, message="bad shape"):
        self.code = code
        self.message = message
        super().__init__(self.message)

    def __str__(self):
        return f"[{self.code}] {self.message}"


class Animal:
    def __init__(self, name: str, legs: int):
        self.name = name
        self.legs = legs

    def describe(self) -> str:
        return f"{self.name} with {self.legs} legs"


class Dog(Animal):
    def __init__(self, name: str, tricks: list[str]):
        self.tricks = tricks
        self.count = 0
        super().__init__(name, legs=4)
        self.loud = True

    def describe(self) -> str:
        return super().describe() + f" and {len(self.tricks)} tricks"


class Watcher(Animal):
    def __init__(self, name: str):
        self.log: list[str] = []
        Animal.__init__(self, name, 0)


class Eager:
    def __init__(self):
        self.setup()

    def setup(self):
        self.size = 1


class Later(Eager):
    def __init__(self, size):
        self.wanted = size
        super().__init__()

    def setup(self):
        self.size = self.wanted


try:
    raise ShapeError(3)
except ShapeError as e:
    print(e, e.args, e.code, repr(e))
d = Dog("Rex", ["sit"])
print(d.describe(), d.loud, d.count, Watcher("w").describe(), Watcher("w").log)
print(Later(5).size)


class Config(dict):
    def __init__(self, path, **values):
        self.path = path
        super().__init__(values)


class Base:
    def __init__(self, a, b=2):
        self.a = a
        self.b = b


class Overwritten(Base):
    def __init__(self, a):
        self.a = "mine"
        super().__init__(a)


class Defaulted(Base):
    def __init__(self, items, label="x"):
        self.items = items
        self.label = label
        self.seen = {}
        super().__init__(len(items))
        self.b += 1


print(Config("p", x=1), Config("p").path)
print(Overwritten(1).a, Defaulted([1, 2]).a, Defaulted([]).b, Defaulted([], label="y").label, Defaulted([1]).seen)
