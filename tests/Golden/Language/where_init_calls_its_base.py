"""Where an __init__ calls its base's: late, twice, never, with self."""


class Shape:
    def __init__(self, name):
        self.name = name
        self.sides = 0
        self.describe()

    def describe(self):
        print("shape", self.name)


class Square(Shape):
    def __init__(self, size):
        self.size = size
        super().__init__("square")
        self.sides = 4

    def describe(self):
        print("square of", self.size, self.name)


class Silent(Shape):
    """Does not call its base."""

    def __init__(self, tag):
        self.tag = tag
        self.name = "silent " + tag
        self.sides = 1


class Half(Shape):
    def __init__(self, tag):
        self.tag = tag


class Twice(Shape):
    def __init__(self):
        super().__init__("one")
        super().__init__("two")


class Maybe(Shape):
    def __init__(self, deep):
        if deep:
            Shape.__init__(self, "deep")
        else:
            self.name = "flat"
            self.sides = 9


class Deep(Square):
    def __init__(self, size, extra):
        print("deep before")
        self.extra = extra
        super().__init__(size * 2)
        print("deep after", self.extra)


class Labelled(Shape):
    def __init__(self):
        super().__init__(self.label())

    def label(self):
        return "label of " + type(self).__name__


class AppError(Exception):
    def __init__(self, code, message):
        self.code = code
        self.message = message
        super().__init__(f"[{self.code}] {self.message}")


class DeepError(AppError):
    def __init__(self, code):
        self.extra = code * 2
        print("making", self.extra)
        super().__init__(code, f"extra {self.extra}")


class QuietError(AppError):
    def __init__(self, code):
        self.code = code


class Early:
    def __init__(self):
        try:
            print(self.value)
        except AttributeError as e:
            print("early:", e)
        self.value = 3
        self.ready = hasattr(self, "later")
        self.later = 1


def main():
    for made in (Shape("plain"), Square(3), Silent("x"), Twice(), Maybe(True), Maybe(False), Deep(2, "e"), Labelled()):
        print(type(made).__name__, made.name, made.sides)
    half = Half("h")
    print(half.tag)
    try:
        print(half.name)
    except AttributeError as e:
        print(e)
    half.name = "set"
    print(half.name)
    for kind, args in ((AppError, (1, "m")), (DeepError, (7,)), (QuietError, (5,))):
        try:
            raise kind(*args)
        except AppError as e:
            print(type(e).__name__, e, e.args, e.code)
    try:
        raise DeepError(4)
    except Exception as e:
        print(repr(e), getattr(e, "message", None))
    early = Early()
    print(early.value, early.ready)
    Deep("s", None)


main()


class Broken(Shape):
    def __init__(self):
        self.value = 1
        super().__init__(1 / 0)


Broken()
