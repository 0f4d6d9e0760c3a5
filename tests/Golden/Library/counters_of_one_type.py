# Counters of things of one type, and counters of which less is known.
import collections
from collections import Counter, defaultdict
from dataclasses import dataclass, field

TEXT = "the quick brown fox jumps over the lazy dog the dog sleeps and the fox runs"


@dataclass
class Page:
    title: str
    words: Counter[str] = field(default_factory=Counter)

    def read(self, text: str) -> None:
        self.words.update(text.split())


class Tally:
    def __init__(self) -> None:
        self.votes: Counter = Counter()
        self.by_day: defaultdict[int, Counter[str]] = defaultdict(Counter)

    def vote(self, name: str, day: int) -> None:
        self.votes[name] += 1
        self.by_day[day][name] += 1

    def winner(self) -> str:
        return self.votes.most_common(1)[0][0]


def count_words(text: str) -> Counter[str]:
    return Counter(text.split())


def top(counts: Counter, n: int) -> list[str]:
    return [word for word, _ in counts.most_common(n)]


def as_dict(counts: dict[str, int]) -> int:
    return counts["the"] + len(counts)


def anything(things):
    counts = Counter(things)
    return counts.most_common(2), counts


def words() -> None:
    counts = count_words(TEXT)
    for word, n in counts.most_common(3):
        print(f"{word:<6}{n * 2}")
    print(top(counts, 2), counts.total(), sum(counts.values()), max(counts.values()))
    print(counts["the"] + counts["nothing"], "nothing" in counts, len(counts))
    print(counts)
    print(as_dict(dict(counts)), dict(counts)["dog"] + 1)
    letters = Counter()
    for ch in "abracadabra":
        letters[ch] += 1
    print(letters, letters.most_common(), letters.get("z"), letters.get("a", 0))
    print(sorted(letters.elements()), sorted(letters.items(), key=lambda p: (-p[1], p[0])))
    lengths = collections.Counter(len(w) for w in TEXT.split())
    for length in sorted(lengths):
        print(length, "#" * lengths[length])
    del letters["a"]
    del letters["not there"]
    print(letters, bool(letters), letters == Counter("bbrrcd"), letters != Counter("b"))
    pairs = Counter((a, b) for a, b in zip("aab", "xxy"))
    print(pairs, pairs[("a", "x")], pairs.most_common(1)[0][1] + 1)
    for most in (-1, 0, 100):
        print(len(pairs.most_common(most)))
    print(max(letters, key=letters.get), max(lengths, key=lambda n: lengths[n]))
    try:
        print(letters["missing"])
    except KeyError:
        print("never")


def arithmetic() -> None:
    a = Counter("aabbbc")
    b = Counter("abd")
    print(a + b, a - b, a | b, a & b, +a, -a)
    a.subtract(b)
    print(a, -a, a.total())
    a.update("zz")
    a.update({"z": 5, "q": -1})
    print(a, +a)
    total = Counter()
    for text in ["x y", "y z", "z z"]:
        total += Counter(text.split())
    print(total)
    same = total
    same -= Counter(["z"])
    same |= Counter({"w": 4})
    print(total, same is total)
    same &= Counter({"w": 1, "x": 9})
    print(total, Counter({"a": 1, "b": 0}) == Counter({"a": 1}), Counter({"a": 1, "b": 0}) == {"a": 1})
    print(a.copy() == a, type(a.copy()).__name__, isinstance(a, dict), isinstance(a, Counter))
    print(Counter("ab") <= Counter("aab"), Counter("ab") > Counter("a"))
    a.clear()
    print(a, a.pop("a", 0), a.setdefault("k", 3) + 1, a.popitem())


def dynamic() -> None:
    print(anything("hello"))
    print(anything([1, "a", 1]))
    halves = Counter(a=1, b=2)
    halves["a"] += 0.5
    print(halves, halves.total())
    mixed = Counter(["a", 1, None])
    mixed[2.5] = 7
    print(mixed.most_common(1), mixed)
    plain = {"a": 1}
    counted = Counter(plain)
    counted["b"] += 1
    print(plain, counted)
    either = Counter("ab") if plain else {"x": 1}
    print(either["a"])
    nothing: Counter[str] = Counter(None)
    print(nothing)
    numbers = Counter([1, 2, 2])
    print(numbers[2.0], numbers[True], 1.0 in numbers)


def held() -> None:
    page = Page("t")
    page.read("a b a")
    page.read("b c")
    print(page, page.words.most_common(1))
    tally = Tally()
    for i, name in enumerate(["ann", "bob", "ann", "cy"]):
        tally.vote(name, i % 2)
    print(tally.winner().upper(), dict(tally.by_day), tally.by_day[0]["ann"] + 1)
    several = [Counter(w) for w in ("ab", "bc")]
    print(sum(several, Counter()), [c.most_common(1) for c in several])


words()
arithmetic()
dynamic()
held()
