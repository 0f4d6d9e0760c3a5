class Item:
    def __init__(self, name, weight):
        self.name = name
        self.weight = weight


def work(n):
    seed = 12345
    numbers = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        numbers.append(seed)
    ordered = sorted(numbers)
    down = sorted(numbers, reverse=True)
    words = [str(x) for x in numbers]
    words.sort()
    by_last = sorted(words, key=lambda w: w[-3:])
    items = [Item(w, x % 1000) for w, x in zip(words, numbers)]
    items.sort(key=lambda item: item.weight)
    pairs = sorted((x % 100, w) for x, w in zip(numbers, words))
    floats = sorted(x / 3 for x in numbers)
    return ordered[0], down[0], words[1], by_last[2], items[0].name, pairs[5], floats[n // 2]


print(*work(150000))
