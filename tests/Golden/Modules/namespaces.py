import sys
def f(x, acc=list((1, 2)), *, k={"a": 1}):
    acc.append(x)
    return acc, k
g = f
print(g(3), f(4), g.__defaults__, g.__kwdefaults__)
def names():
    a = 1
    b = [2]
    def inner(): return a
    c: int
    if a > 3:
        d = 4
    return sorted(locals())
print(names())
print("f" in globals(), globals()["g"] is f)
globals()["dynamic"] = 42
print(dynamic)
for i in range(2):
    total = i * 2
print(total, sorted(k for k in globals() if not k.startswith("_"))[:4])
class K:
    x = 1
    y = sorted(k for k in locals() if not k.startswith("_"))
print(K.y)
m = sys.modules["__main__"]
print(m.total, getattr(m, "dynamic"))
m.total = 9
print(total)
