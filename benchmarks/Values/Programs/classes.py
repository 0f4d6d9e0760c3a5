class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0.0

    def describe(self):
        return self.name + " " + str(round(self.area(), 2))


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    def area(self):
        return 3.14159 * self.r * self.r


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side


def work(n):
    v = Vector(0.0, 0.0)
    step = Vector(0.5, 0.25)
    for i in range(n):
        v = v + step * 2.0
    shapes = []
    for i in range(n // 10):
        shapes.append(Circle(i * 0.1) if i % 2 else Square(i * 0.2))
    total = 0.0
    for shape in shapes:
        total += shape.area()
    length = 0
    for shape in shapes[:20000]:
        length += len(shape.describe())
    return v.dot(step), total, length


print(*work(1000000))
