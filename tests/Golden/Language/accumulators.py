"""Texts that grow in loops, lookups that may miss, and counting in dicts."""


def grow(n):
    text = "<"
    for i in range(n):
        text += str(i)
        if i == 7:
            break
    text += ">"
    lines = ""
    i = 0
    while i < n:
        for word in ("a", "b"):
            lines += word
        lines += f"{i}\n"
        i += 1
    seen = ""
    for i in range(n):
        seen += "x"
        if len(seen) > 3:
            return text, lines, seen
    return text, lines, ""


def guarded(parts):
    text = ""
    try:
        for part in parts:
            text += part
            if part == "stop":
                raise ValueError(part)
    except ValueError as e:
        print(e, text)
    for part in parts:
        try:
            text += part
        finally:
            part = "y"
    return text


def captured(parts):
    text = ""

    def show():
        return text + "|"

    for part in parts:
        text += part
    return show()


def generate(parts):
    text = ""
    for part in parts:
        text += part
        yield part
    yield text


def lookups(n):
    squares = {i: i * i for i in range(0, n, 2)}
    total = 0
    for i in range(n):
        try:
            total += squares[i]
        except KeyError:
            total -= 1
    names = {"a": "x"}
    for key in ("a", "b"):
        try:
            name = names[key] + "!"
        except KeyError:
            name = "none"
        else:
            name += "?"
        print(key, name)
    return total


def find(table, key):
    try:
        return table[key]
    except KeyError:
        return -1


class Fallback(dict):
    def __missing__(self, key):
        return key * 100


def context(table, key):
    try:
        value = table[key]
    except KeyError:
        raise ValueError("no such key")
    return value


def counts(words):
    seen = {}
    for word in words:
        seen[word] = seen.get(word, 0) + 1
    weights = {}
    for i, word in enumerate(words):
        weights[word] = weights.get(word, 0.0) + i * 0.5
        weights["all"] = weights.get("all", 0.0) - 1.0
    for word in seen:
        print(word, seen[word], weights[word], end="; ")
    return weights["all"]


print(grow(5), grow(12))
print(guarded(["a", "b", "stop", "c"]), captured(["p", "q"]), list(generate(["m", "n"])))
print(lookups(9), find({1: 2}, 1), find({1: 2}, 5), find(Fallback(), 3))
try:
    context({1: 2}, 3)
except ValueError as e:
    print(e)
print(counts("the cat the dog the end".split()))
print(sorted([3, 10 ** 30, -5, 3, 10 ** 18, -10 ** 30]), sorted(["b", "", "ab", "a", "B", "\U0001f600", "\uffff", "é"]))
print(sorted([2.5, -0.0, 0.0, 1e300, -1.5], reverse=True), sorted([True, False, True]), sorted([(2, "b"), (1, "z"), (2, "a")], reverse=True))
pairs = [(i * 7 % 5, i) for i in range(40)]
pairs.sort(key=lambda p: p[0], reverse=True)
print(pairs)
print("{}:{:>5}|{!r}|{a}".format(1, "x", "y", a=2), "{0} {0:05.1f} {1[0]}".format(3.25, [9]), ["%s/%d" % ("q", 3), "a b\x1cc\x85d e".split(), "\x1f x\u3000".strip()])
for bad in ("{", "}", "{0} {", "{} {0}"):
    for _ in range(2):
        try:
            print(bad.format(1))
        except ValueError as e:
            print(e)
print(f"{5:06d}|{-5:06d}|{1234567:,}|{2.5:.2f}|{-0.4:.0f}|{3.14159:+.3f}|{2 ** 70}|{2.0}|{7:<4}|{7:^5}|{'ab':>4}|{1e22:.1f}|{12345.678:,.1f}|{1.5:08.2f}")
