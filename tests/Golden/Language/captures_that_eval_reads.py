"""Names that patterns with guards capture in a module whose names eval reads."""


class Circle:
    def __init__(self, r):
        self.r = r


for subject in (Circle(1), Circle(2), [1, 2], {"k": 3}):
    match subject:
        case Circle(r=x) if x > 1:
            print("circle", x, eval("x + 1"))
        case [first, *rest] if rest:
            print(eval("first, rest"))
        case {"k": v, **others} if v:
            print(eval("v, others"))
        case other:
            print(type(eval("other")).__name__)
