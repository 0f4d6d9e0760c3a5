class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x; self.y = y
class Q(P):
    pass
class R:
    @property
    def x(self):
        print("asked"); return 5
def f(o):
    match o:
        case Q(1, y) if y > 1: return f"Q1 {y}"
        case P(x, y) as p: return f"P {x} {y} {p is o}"
        case R(x=v): return f"R {v}"
        case [P(a, _), *rest] if (n := len(rest)) > 0: return f"list {a} {n}"
        case (1 | 2 | 3) as d, "x" | "y" as e: return f"{d}{e}"
        case -1 | 2.5 | 1+2j | b"z": return "lit"
        case {"a": [x, {"b": y}], **kw}: return f"deep {x} {y} {kw}"
        case str() | bytes(): return "text"
        case (int(a), int(b)) | [int(a), int(b), _]: return f"ints {a} {b}"
    return None
print([f(o) for o in [Q(1, 2), Q(1, 1), P(3, 4), R(), [P(1, 2), 3], [P(1, 2)], (1, "y"), -1, 2.5, 1+2j, b"z", {"a": [1, {"b": 2}], "c": 3}, "s", b"q", (4, 5), [4, 5, "k"], (True, 2), 7]])
def g(words: list[str], n: int, t: tuple[str, int]):
    match words:
        case [x] | [_, x]: r = x
        case [first, *middle, last]: r = f"{first}{middle}{last}"
        case _: r = "none"
    match n:
        case 0: s = "zero"
        case int(k) if k < 0: s = f"neg {k}"
        case 1 | 2: s = "small"
        case k: s = f"big {k}"
    match t:
        case ("a", n2): u = n2
        case (name, 0 | 1 as bit): u = f"{name}{bit}"
        case _: u = t
    return r, s, u
print(g(["a"], 0, ("a", 3)), g(["a", "b"], -4, ("b", 1)), g(["a", "b", "c", "d"], 2, ("b", 5)), g([], 9, ("q", 0)))
def h(x):
    match x:
        case y:
            pass
    return y
print(h(3))
class Box:
    def __init__(self): self.v = None
    def set(self, m):
        match m:
            case {"v": self.v2}: pass
            case {"w": w}: self.v = w
b = Box(); b.v2 = 1; b.set({"w": 4}); print(b.v)
for i in range(3):
    match i:
        case 0: continue
        case 2: break
    print("i", i)
def k(cmd):
    match cmd.split():
        case ["load", name] if name.endswith(".txt"): return lambda: name
        case ["add", *nums]: return sum(int(v) for v in nums)
        case [op, a, b]:
            def inner(): return (op, a, b)
            return inner
print(k("load a.txt")(), k("add 1 2"), k("x y z")())
def late(v):
    match v:
        case [z]: pass
    try:
        return z
    except UnboundLocalError as e:
        return str(e)
print(late([1]), late(2))
