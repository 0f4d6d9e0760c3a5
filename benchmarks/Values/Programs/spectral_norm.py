def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, transposed):
    result = []
    for i in range(len(v)):
        total = 0.0
        for j in range(len(v)):
            total += (a(j, i) if transposed else a(i, j)) * v[j]
        result.append(total)
    return result


def norm(n):
    u = [1.0] * n
    v = u
    for _ in range(5):
        v = times(times(u, False), True)
        u = times(times(v, False), True)
    vbv = 0.0
    vv = 0.0
    for x, y in zip(u, v):
        vbv += x * y
        vv += y * y
    return (vbv / vv) ** 0.5


print(f"{norm(300):.9f}")
