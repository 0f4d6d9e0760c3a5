"""A module whose names are looked up as the program runs."""

NAME = "shapes"


def area(width, height):
    return width * height


class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return area(self.side, self.side)
