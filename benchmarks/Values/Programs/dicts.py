def work(n):
    d = {}
    for i in range(n):
        d[i * 7 % 100003] = i
    hits = 0
    for i in range(n):
        if i in d:
            hits += d[i]
    for key in list(d.keys())[::3]:
        del d[key]
    total = 0
    for key, value in d.items():
        total += key ^ value
    groups = {}
    for i in range(n):
        groups.setdefault(i % 97, []).append(i)
    best = max(groups, key=lambda k: (len(groups[k]), k))
    missing = 0
    for i in range(n):
        try:
            missing += d[i]
        except KeyError:
            missing += 1
    names = {"a" + str(i % 1000): i for i in range(n)}
    return hits, total, best, missing, sum(names.values()), d.get(-1), len({**d})


print(*work(300000))
