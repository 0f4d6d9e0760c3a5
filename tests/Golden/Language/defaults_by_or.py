"""What `or` passes on is not None: defaults of strings, numbers, containers and objects."""
from dataclasses import dataclass
class Box:
    def __init__(self, n: int) -> None: self.n = n
    def __len__(self) -> int: return self.n
class Plain: pass
@dataclass
class Note:
    text: str | None = None
    count: int | None = None
    tags: list[str] | None = None
    @property
    def shown(self) -> str:
        return f"{self.text or 'no text'}/{self.count or 7}/{self.tags or ['none']}"
class Holder:
    def __init__(self, items: list[int] | None = None, names: dict[str, int] | None = None, box: Box | None = None, plain: Plain | None = None) -> None:
        self.items = items or []
        self.names = names or {"d": 1}
        self.box = box or Box(9)
        self.plain = plain or Plain()
    def add(self, x: int) -> int:
        self.items.append(x)
        return len(self.items) + len(self.names) + self.box.n
def pick(a: str | None, b: str | None, c: str) -> str:
    return a or b or c
def opt(a: str | None, b: str | None) -> str | None:
    return a or b
def num(a: float | None, b: int | None) -> float:
    return a or float(b or 3)
def both(a: str | None) -> str | None:
    return a and a.upper()
mine = [1]
h = Holder(mine)
print(h.add(2), mine, Holder().add(1), Holder([], {}, Box(0)).add(4), Holder(box=Box(2)).box.n)
print(pick(None, "", "c"), pick("", "b", "c"), pick("a", None, ""), opt(None, ""), opt("", None), num(None, None), num(0.0, 5), num(2.5, 0), both(None), both(""), both("q"))
print(Note().shown, Note("", 0, []).shown, Note("t", 2, ["x"]).shown)
def nothing(x: int) -> None:
    print("nothing", x)
print(None or "d", nothing(1) or "e", None or None or 3, (None or []) + [1], nothing(2) or nothing(3), None or nothing(4))
x: str | None = None
y = x or None
print(y, x or nothing(5) or "z")
