"""Classes that are derived from while the program runs."""

class Dog:
    def __init__(self, name):
        self.name = name
    def hi(self):
        return "hi " + self.name
def make(base):
    class Sub(base):
        def hi(self):
            return super().hi() + "!"
    return Sub
print(make(Dog)("rex").hi())


class Cat:
    def __init__(self, name, lives=9):
        self.name = name
        self.lives = lives


class Bird:
    """Nobody derives from this one: it stays a C# class."""

    def __init__(self, wings: int) -> None:
        self.wings = wings


Tom = type("Tom", (Cat,), {"loud": True, "speak": lambda self: self.name * 2})
tom = Tom("to", lives=8)
print(tom.speak(), tom.lives, tom.loud, isinstance(tom, Cat), Bird(2).wings)
