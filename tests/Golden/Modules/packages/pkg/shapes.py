from __future__ import annotations
import math
DEFAULTS: dict[str, int] = {"sides": 4}
class Shape:
    def __init__(self, name: str) -> None:
        self.name = name
    def area(self) -> float:
        return 0.0
    def describe(self) -> str:
        return f"{self.name} {self.area():.2f}"
class Circle(Shape):
    def __init__(self, r: float) -> None:
        super().__init__("circle")
        self.r = r
    def area(self) -> float:
        return math.pi * self.r ** 2
def total_area(shapes: list[Shape]) -> float:
    return sum(s.area() for s in shapes)
