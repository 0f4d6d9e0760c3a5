def collatz(limit):
    best = 0
    best_start = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n % 2 == 0:
                n //= 2
            else:
                n = 3 * n + 1
            steps += 1
        if steps > best:
            best = steps
            best_start = start
    return best_start, best


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def lcg(n):
    x = 1
    total = 0
    for i in range(n):
        x = (x * 1103515245 + 12345) & 0x7fffffff
        total = (total ^ x) + (x >> 16)
    return total


print(*collatz(60000))
print(sum(gcd(a, 360360) for a in range(1, 100000)))
print(lcg(1000000))
