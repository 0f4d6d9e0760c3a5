"""Sums of ones are counts."""


def f(xs: list[int], d: dict[str, int], s: set[str]) -> float:
    n = sum(1 for x in xs if x > 1)
    m = sum(1 for k in d if d[k]) + sum(1 for c in "hello" if c == "l") + sum(1 for _ in range(9) if _ % 2)
    return n / 2 + m + sum(1 for x in s if x in d)
print(f([1, 2, 3], {"a": 0, "b": 2}, {"a", "z"}), sum(1 for x in [1, 2, 3, 4] if x % 2 if x > 1), sum((1 for x in (5, 6) if x > 5), 10))
xs = [3, 1, 2]
print(sum(1 for x in xs if xs.pop() or True), xs)
