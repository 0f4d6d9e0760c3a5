# CPython's compiler makes the sets of displays of constants; where slots collide, that shows.
a = {69, -26, -22, -36, 50, 118, -2, 124, 94}
print(a, a.copy(), frozenset(a), set(list(a)))
print({"apple", "pear", "plum", "fig", "kiwi", "lime", "date", "nut", "cherry", "grape"})
n = 69
b = {n, -26, -22, -36, 50, 118, -2, 124, 94}
print(b, a == b)
rest = [-36, 50, 118]
print({69, -26, -22, *rest, -2, 124, 94})
print({8, 0, 16}, {n - 61, 0, 16}, {8, 0}, {0, 8})
for x in {1024, 512, 256, 0, 128}:
    print(x, end=" ")
print({(1, 2), (3, 4), 2**10, -1, None, True, "x"} == {None, "x", 1, 1024, -1, (3, 4), (1, 2)})


def typed(k: int) -> set[int]:
    return {k, k + 8, k + 16, k + 24, k + 32}


print(typed(0), typed(3), {0, 8, 16, 24, 32})


def words(w: str) -> set[str]:
    return {w, w + "a", w + "b", w + "c", w + "d", w + "e"}


print(words("k"), {"k", "ka", "kb", "kc", "kd", "ke"})

# Merged sets grow once.
print(a.union({2**61 - 1, 2.5, 2}, [1, 2]), a.difference([1], {50}))
c = {1, -18, 122, -34, 127}
c.intersection_update(c)
print(c)
