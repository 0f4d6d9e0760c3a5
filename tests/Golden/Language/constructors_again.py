"""Objects whose constructor runs again."""


class Counter:
    def __init__(self, start=1):
        self.count = start
        self.items = []

    def reset(self):
        self.__init__(5)


counter = Counter()
counter.items.append(1)
counter.reset()
print(counter.count, counter.items)


class Base:
    def __init__(self, x: int = 3, *, k=None):
        self.x = x
        self.k = k


class Derived(Base):
    def __init__(self, z):
        super().__init__(z + 1)
        self.z = z

    def again(self):
        super().__init__(7)
        return self


class Plain:
    def __init__(self):
        self.kept = 1

    def kind(self):
        return "plain"


class Empty:
    pass


base, derived = Base(1), Derived(3)
base.__init__(5, k=2)
derived.__init__(8)
print(base.x, base.k, derived.x, derived.z, derived.again().x)
print(Base.__init__.__qualname__, Derived.__init__.__name__, Base.__init__.__defaults__, Base.__init__.__kwdefaults__)
print(type(Plain.__init__), type(Empty.__init__), type(Plain().__init__), "__init__" in vars(Plain), "__init__" in vars(Empty))
again = Plain.__init__
plain = Plain()
plain.kept = 9
again(plain)
print(plain.kept, plain.kind())
try:
    base.__init__(1, 2)
except TypeError as e:
    print(e)
