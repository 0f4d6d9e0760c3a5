"""The order of attributes in the dictionaries of objects, and class attributes read through objects of derived classes."""


class Game:
    speed = 5

    def __init__(self, n):
        self.n = n
        self._setup()
        self.score = 0
        self.more()
        self.end = 3

    def _setup(self):
        self.board = [0] * self.n
        self.turn = 1

    def more(self):
        self.extra = self.score
        self.board.append(1)


class Timed(Game):
    def __init__(self, n):
        super().__init__(n)
        self.seconds = 1

    def faster(self):
        return self.speed + 1


class Conditional:
    def __init__(self, x):
        self.x = x
        if self.x:
            self.y = 2
        self.z = 3
        for i in range(2):
            self.w = i
        self.v = 4


class Guarded:
    def __init__(self):
        try:
            self.a = 1
        finally:
            self.b = 2
        self.c = 3


class Celsius:
    def __init__(self, degrees):
        self.celsius = degrees
        self.other = 1

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        self._celsius = value


class Computed:
    count = 0

    def __init__(self):
        self.count = 5
        self.name = "n"
        self.total = self.compute()
        self.z = 1

    def compute(self):
        self.cached = 3
        return self.cached


class Simple:
    def __init__(self, a, b=2):
        self.a = a
        self.b = b
        self.a = 4
        a, self.c = 1, 2
        if a:
            self.a = 9
        self.d = len([1])


for thing in (Game(2), Timed(1), Conditional(0), Conditional(1), Guarded(), Celsius(3), Computed(), Simple(1)):
    print(type(thing).__name__, vars(thing), list(thing.__dict__))
timed = Timed(1)
print(timed.speed, timed.faster(), Game(1).speed, Timed.speed, [t.speed for t in (Timed(1), Timed(2))])
