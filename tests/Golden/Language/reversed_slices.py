"""Slices that become themselves backwards."""
def flips(n: int) -> int:
    perm = list(range(n))
    for i in range(-3, n + 2):
        for j in range(-3, n + 2):
            a = perm[:]
            b = perm[:]
            a[i:j] = reversed(a[i:j])
            b[i:j + 1] = b[i:j + 1][::-1]
            print(i, j, a, b)
    perm[:3] = reversed(perm[:3])
    perm[2:] = perm[2:][::-1]
    perm[:] = reversed(perm[:])
    print(perm)
    words = ["a", "b", "c"]
    words[:2] = reversed(words[:2])
    words[0:1] = reversed(words[1:2])
    print(words)
    return len(perm)
print(flips(5))
