def work(n):
    total = 0
    for round in range(20):
        xs = [i * 2 for i in range(n)]
        ys = [x + round for x in xs if x % 3 == 0]
        xs.extend(ys)
        xs.reverse()
        while len(xs) > n:
            xs.pop()
        xs.insert(0, round)
        zs = xs[10:200] + ys[::7]
        total += len(zs) + zs[5] + xs.index(xs[300]) + ys.count(6)
        for i, x in enumerate(xs):
            if i & 1:
                xs[i] = -x
        total += sum(xs) + max(xs) - min(xs)
    return total


print(work(100000))
