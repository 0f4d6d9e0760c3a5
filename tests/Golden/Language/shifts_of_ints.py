"""Shifts, alone and inside other operations, of values whose types are known and of others."""


def mix(state: int, n: int) -> int:
    return (state >> 8) % n


def halves(n: int) -> list[int]:
    found = []
    while n:
        found.append(n)
        n >>= 1
    return found


def unknown(a, b):
    c = a >> b
    c <<= 2
    c >>= 1
    return a << b, a >> b, c, (a >> b) + 1


print(mix(123456789, 1000), halves(37), unknown(1000, 3))
print(1 << 70 >> 68, -17 >> 2, True << 3, [x >> 1 for x in range(6)], 255 >> 4 & 7 | 8)
