"""A module whose names are looked up as the program runs."""

NAME = "shapes"


def area(width, height):
    return width * height


class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return area(self.side, self.side)


class Edge:
    def __init__(self, start: str, weight: int) -> None:
        self.start = start
        self.weight = weight


def lightest(edges: list[Edge]) -> str:
    edges.sort(key=lambda edge: edge.weight)
    return edges[0].start
