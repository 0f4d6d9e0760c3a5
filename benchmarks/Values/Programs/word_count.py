def make_text(words, seed):
    names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu"]
    parts = []
    for _ in range(words):
        seed = (seed * 1103515245 + 12345) % 2147483648
        parts.append(names[seed % len(names)] + str(seed // 65536 % 50))
    return " ".join(parts)


def count(text):
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


text = make_text(200000, 42)
for _ in range(5):
    counts = count(text)
for word, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:5]:
    print(word, n)
print(len(counts), sum(counts.values()))
