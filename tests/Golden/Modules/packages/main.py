import config
import pkg.sub.deep as deep
from pkg import greet, Shape
from pkg.shapes import Circle, total_area as area, DEFAULTS
from helpers import *
import pkg.util
import sys

class Square(Shape):
    def __init__(self, side: float) -> None:
        super().__init__("square")
        self.side = side
    def area(self) -> float:
        return self.side * self.side

def main() -> None:
    print(greet("world"), config.DEBUG)
    config.DEBUG = True
    config.counter += 2
    print(config.DEBUG, config.counter, config.show())
    shapes = [Circle(1.0), Square(2.0)]
    print(area(shapes), [s.describe() for s in shapes])
    print(deep.value(), deep.__name__, DEFAULTS)
    print(helper_one(3), HELPER_TWO)
    print(pkg.util.twice(4), pkg.util.CACHE)
    try:
        print(_hidden)
    except NameError as e:
        print(e)
    m = pkg.util
    print(m.twice(2), m.__name__, hasattr(m, "nothing"))
    print(sorted(n for n in dir(m) if not n.startswith("__")))
    try:
        import nothing_here
    except ImportError as e:
        print(type(e).__name__, e)

if __name__ == "__main__":
    main()
