def work(n):
    a = set()
    for i in range(n):
        a.add(i * 31 % 65537)
    b = {i for i in range(0, n, 3)}
    both = a & b
    either = a | b
    only = a - b
    total = 0
    for x in range(n):
        if x in a and x not in b:
            total += x
    a.discard(5)
    a.update([1, 2, 3])
    return len(both), len(either), len(only), total, len(a ^ b), both <= a


for _ in range(5):
    result = work(200000)
print(*result)
