# Patterns and matches whose groups are known, and those of which less is known.
import re
from collections import Counter
from re import findall

ENTRY = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<level>[A-Z]+)(?: \[(?P<thread>\w+)\])?: (?P<text>.*)")
PAIR = re.compile(r"(\w+)=(\w+)")
NUMBER = re.compile(r"-?\d+(?:\.(\d+))?")
VERBOSE = re.compile(r"""
    (\d+)   # hours (two digits)
    :
    (\d+)   # minutes
    (am|pm)?
""", re.VERBOSE | re.IGNORECASE)
LINES = ["2024-01-05 INFO: started", "2024-01-06 WARN [main]: low=1 high=22", "garbage", "2024-01-07 INFO [w1]: done"]


class Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self.last: re.Match[str] | None = None

    def feed(self, text: str) -> bool:
        self.last = self.pattern.search(text)
        return self.last is not None

    def whole(self) -> str:
        return self.last.group() if self.last else "nothing"


def parse(line: str):
    m = ENTRY.match(line)
    if m is None:
        return None
    return m.group("date"), m["level"], m.group("thread"), m.group(4)


def shout(m: re.Match) -> str:
    return m.group(1).upper() + "!"


def kind(token: str) -> str:
    if re.fullmatch(r"\d+", token):
        return "number"
    if m := re.match(r"([a-z]+)(\d*)$", token, re.I):
        return "name " + m.group(1) + "/" + m.group(2)
    return "other"


def dynamic(pattern, text):
    m = re.search(pattern, text)
    return m and (m.group(), m.groups(), re.findall(pattern, text), re.split(pattern, text))


def entries() -> None:
    levels: Counter[str] = Counter()
    for line in LINES:
        entry = parse(line)
        if entry is None:
            print("skipped", line)
            continue
        date, level, thread, text = entry
        levels[level] += 1
        print(date.replace("-", "/"), level.lower(), thread, len(text))
        if thread:
            print(thread.upper())
    for level, n in levels.most_common():
        print(level, n + 1)


def searching() -> None:
    if found := PAIR.search("a=1 bb=22"):
        key, value = found.groups()
        print(key.upper(), int(value) + 1, found.span(), found.start(2), found.end(), found.string, found[0], found[1])
        print(found.group(1, 2), found.group("no") if False else found.group(0))
    for m in PAIR.finditer("a=1 bb=22"):
        print(m.group(1) + ":" + m.group(2), m.start() + 1, m.expand(r"\2=\1"))
    for m in re.finditer(r"\d+", "1 22 333"):
        print(int(m.group()) * 2)
    print(PAIR.findall("a=1 bb=22"), [k + v for k, v in PAIR.findall("a=1 bb=22")])
    print(sum(len(w) for w in re.findall(r"\w+", "some words here")), findall("[aeiou]", "vowels"))
    print(NUMBER.findall("1 2.5 -3.25"), [m.group(1) for m in NUMBER.finditer("1 2.5")])
    print(re.sub(r"\d", "#", "a1b2"), re.sub(r"(\w+)", shout, "hey you"), re.sub("(?P<x>a)", lambda m: m["x"] * 2, "banana", count=2))
    print(PAIR.sub(r"\2=\1", "a=1"), PAIR.subn("", "a=1 b=2"), re.split(r"\s*,\s*", "a , b,c"), re.split(r"(-)", "1-2-3", maxsplit=1))
    print(VERBOSE.match("10:45PM").groups(), VERBOSE.match("10:45").group(3), VERBOSE.pattern.count("#"), VERBOSE.groups)
    print(ENTRY.match(LINES[1]).groupdict(), PAIR.match("k=v").groupdict())
    named = re.match(r"(?P<a>x)(?P<b>y)", "xy")
    if named:
        print({k: v.upper() for k, v in named.groupdict().items()}, named.lastgroup, named.re.pattern, named.pos, named.endpos)
    print([kind(t) for t in ["12", "Ab3", "x", "?"]])
    alternatives = re.search(r"(a)|(b)", "zb")
    if alternatives:
        print(alternatives.group(1), alternatives.group(2), alternatives.groups())


def failing() -> None:
    m = re.match("(a)", "b")
    try:
        print(m.group(1))
    except AttributeError as error:
        print(error)
    try:
        print(m["a"])
    except TypeError as error:
        print(error)
    m = re.match("(a)", "a")
    try:
        print(m.group(2))
    except IndexError as error:
        print(error)
    try:
        print(m["no"])
    except IndexError as error:
        print(error)
    try:
        re.compile("(")
    except re.error as error:
        print(error)
    try:
        print(re.search("a", 5))
    except TypeError as error:
        print(error)
    try:
        print(PAIR.findall(b"a=1"))
    except TypeError as error:
        print(error)


def less() -> None:
    print(dynamic(r"(\d)(\w)?", "x1y2"), dynamic("q", "x"), dynamic(b"\\d", b"a1"))
    parser = Parser(r"(\d+)-(\d+)")
    print(parser.feed("from 10-20"), parser.whole(), parser.last.group(1) if parser.last else None)
    print(parser.feed("none"), parser.whole(), parser.last)
    words = re.compile(f"({'|'.join(['red', 'blue'])})s?")
    print([m.group(1).upper() for m in words.finditer("reds and blue")], words.findall("red blues"), words.split("xredy"))
    patterns = [re.compile("a(b)"), re.compile("(c)(d)?")]
    for text in ("ab", "c"):
        for pattern in patterns:
            if m := pattern.match(text):
                print(text, m.group(1), m.groups())
    data = re.match(rb"(\w)", b"xyz")
    print(data.group(1) if data else None)
    print(repr(ENTRY)[:30], repr(re.match("a", "abc")), bool(re.match("", "")))


entries()
searching()
failing()
less()
