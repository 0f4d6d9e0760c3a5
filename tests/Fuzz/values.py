"""Does random things to random values of the built-in types under CPython and as C#, and compares what they print.

    python3.13 values.py FIRST COUNT [--chunk N] [--keep FOLDER] [--program COMMAND]

The seeds are FIRST to FIRST+COUNT-1. One program does it all, so that it is converted and compiled once: it holds every expression of
value_rows.py twice, on values of unknown type and on parameters with annotations, and picks values and expressions by its own random
numbers. Each sequence makes some values and does four to nine things to them; what a step gives or raises is printed, and what the
values are afterwards. A sequence that differs is kept with both outputs; the exit code is 1 if there was one.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from value_rows import ROWS

HERE = pathlib.Path(__file__).resolve().parent
TOOL = pathlib.Path(os.environ.get("PYTOCS", HERE.parent.parent / "src/Cli/bin/Debug/net10.0/pytocs.dll"))
ANNOTATIONS = {"int": "int", "small": "int", "float": "float", "complex": "complex", "bool": "bool", "str": "str", "fmt": "str", "pct": "str", "bytes": "bytes", "bytearray": "bytearray", "list": "list", "tuple": "tuple", "dict": "dict", "set": "set", "range": "range", "slice": "slice"}

HEAD = '''import array, ast, base64, binascii, bisect, cmath, collections, collections.abc, copy, decimal, fractions, functools, hashlib, heapq, html
import itertools, json, math, numbers, operator, pickle, pprint, re, statistics, string, struct, sys, textwrap, unicodedata, urllib.parse, zlib


class Dice:
    """Random numbers that are the same everywhere."""

    def __init__(self, seed: int):
        self.state = (seed * 2654435761 + 12345) % 4294967296
        for _ in range(4):
            self.below(7)

    def below(self, n: int) -> int:
        self.state = (self.state * 1664525 + 1013904223) % 4294967296
        return (self.state >> 8) % n

    def pick(self, items):
        return items[self.below(len(items))]


INTS = [0, 1, -1, 2, 3, 5, 7, 10, 12, -7, 97, 100, 127, 128, 255, 256, -256, 1000, 1023, 65535, 65536, 99999, 123456789, -987654321, 2**31 - 1, 2**31, -2**31, 2**32, 2**53, 2**53 + 1, 2**62, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**64, 10**20, -10**25, 2**100 + 1]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 0.1, 0.2, 0.3, 3.14159, 1e-5, 1e16, 1e15, 123456.789, 1e100, -1e-100, 1e308, 5e-324, float("inf"), float("-inf"), float("nan"), 2.675, 1.005, 1234567.891, 9007199254740993.0, 0.1 + 0.2, 1 / 3, 1e22, 100.0, 65504.0, 7e-10]
COMPLEX = [0j, 1j, -1j, 1 + 2j, -0.5 + 0.25j, 3 + 0j, complex(0.0, -0.0), 1e10 - 1e-10j, complex(float("inf"), 1), complex(2, float("nan")), 2.5j]
STRS = ["", "a", "b", "ab", "abc", "Hello, World", "aaa", "banana", "  pad  ", "12", "-7", "3.5", "1e5", "0x1f", "1_000", "\\t", "a\\tb\\n", "line1\\nline2\\r\\nline3", "ä", "Straße", "ÀÉ", "\\u0130", "ǆ", "日本", "\\U0001f600", "a\\U0001f600b", "\\xa0x", "\\x00", "\\x7f", "'", '"', "it's \\"q\\"", "{}", "{0}", "%s", "%d%%", "[1, 2]", "{'a': 1}", "None", "True", "k", "x=1", "ﬁ", "٣", "½", "\\ud800", "camelCase words", "A-b_c.d", "a,b,,c", "__x__", "nan", "inf", "1+2j", "e\\u0301", "\\u2028z"]
BYTES = [b"", b"a", b"abc", b"Hello", b"\\x00\\x01", b"\\xff\\xfe", b"12", b" pad ", b"a,b,c", b"\\xc3\\xa4", b"aaaa", b"YWJj", b"'\\"", b"\\n\\t", b"ab" * 5, b"\\x80", b"3.5", bytes(range(20)), b"[1]"]
FORMATS = ["", "d", "5", "<8", ">8", "^9", "*^9", "05", "+", " ", ",", "_", "x", "#x", "#o", "b", "08b", "c", "n", "f", ".2f", "10.3f", "e", ".1e", "g", ".3g", "G", "%", ".1%", "s", "10s", ".2", ".2s", "=+8", "<05", "-10", ",.2f", "_d", "#.3g", "z.1f", "+,d", "010,.1f", "é>5", "X", "q", "10.", "{}", "0=8", ">", ",x", "_b", "020,d", "<10.4", "r"]
PERCENTS = ["%s", "%r", "%a", "%d", "%i", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%#o", "%e", "%.2e", "%f", "%.1f", "%10.3f", "%g", "%.3g", "%#g", "%c", "%5s|", "%-5s|", "%.2s", "%%", "%s%%", "%(k)s", "%d %s", "%*d", "%.*f", "%q", "%", "%u", "%5.1f%%", "%+.2e", "%08.3f", "%-08d|", "%5r", "%#.3o", "plain"]
KEYS = ["a", "b", "k", 1, 2, 0, True, 1.0, None, (1, 2), "", b"a", -1, 2.5, "ab", 2**61 - 1, frozenset([1])]


def value(dice: Dice, kind: str, depth: int = 0):
    if kind == "any":
        kind = dice.pick(["int", "int", "float", "complex", "bool", "str", "str", "bytes", "bytearray", "list", "tuple", "dict", "set", "range", "slice", "none", "deque", "counter"])
    if kind == "int":
        n = dice.pick(INTS)
        return n if dice.below(3) else n + dice.below(2000) - 1000
    if kind == "small":
        return dice.below(25) - 4
    if kind == "float":
        x = dice.pick(FLOATS)
        return x if dice.below(3) else dice.below(100000) / dice.pick([1, 3, 7, 10, 100, 1000, 4096])
    if kind == "complex":
        return dice.pick(COMPLEX)
    if kind == "bool":
        return dice.below(2) == 1
    if kind == "str":
        s = dice.pick(STRS)
        return s if dice.below(3) else s + dice.pick(STRS)
    if kind == "fmt":
        return dice.pick(FORMATS)
    if kind == "pct":
        return dice.pick(PERCENTS)
    if kind == "bytes":
        return dice.pick(BYTES)
    if kind == "bytearray":
        return bytearray(dice.pick(BYTES))
    if kind == "none":
        return None
    if kind == "range":
        return range(dice.below(20) - 5, dice.below(40) - 10, dice.pick([1, 1, 2, 3, -1, -2, 7]))
    if kind == "slice":
        return slice(dice.pick([None, 0, 1, -1, 3, -4, 10]), dice.pick([None, 0, 2, -1, 5, 100]), dice.pick([None, None, 1, 2, -1, -3, 0]))
    inner = dice.pick(["int", "int", "str", "float", "any" if depth < 1 else "bool", "none"])
    count = dice.pick([0, 1, 2, 2, 3, 3, 4, 5, 7, 10])
    if kind == "list":
        return [value(dice, inner, depth + 1) for _ in range(count)]
    if kind == "tuple":
        return tuple([value(dice, inner, depth + 1) for _ in range(min(count, 4))])
    if kind == "deque":
        return collections.deque([value(dice, inner, depth + 1) for _ in range(count)], dice.pick([None, None, 3, 0, 5]))
    if kind == "dict":
        return {dice.pick(KEYS): value(dice, inner, depth + 1) for _ in range(count)}
    if kind == "counter":
        return collections.Counter({dice.pick(["a", "b", "c", 1, 2, None]): dice.below(7) - 2 for _ in range(min(count, 5))})
    if inner == "int":
        return {dice.below(200) - 50 for _ in range(count)}
    return {dice.pick(KEYS) for _ in range(count)}


def del_item(a, i):
    del a[i]


def is_huge(x) -> bool:
    return isinstance(x, int) and abs(x) > 200


def times(a, b):
    return 0 if is_huge(a) or is_huge(b) else a * b


def power(a, b):
    return 0 if is_huge(b) else a ** b


def shift(a, b):
    return 0 if is_huge(b) else a << b


def made(kind, a):
    return 0 if is_huge(a) else kind(a)


def shown(x) -> str:
    text = repr(x)
    text = re.sub(r"0x[0-9a-f]{8,}|id=[0-9]{8,}", "0x", text)
    # What is not a number stands in a set where its address says.
    if "nan" in text and "{" in text:
        text = "".join(sorted(text))
    return text if len(text) <= 300 else text[:150] + "..." + str(len(text))


def is_small(x) -> bool:
    if type(x) is int:
        return abs(x) < 10**40
    if isinstance(x, (str, bytes, bytearray, list, tuple, dict, set, frozenset, collections.deque)):
        return len(x) <= 60
    if isinstance(x, range):
        return abs(x.stop - x.start) < 1000
    return x is None or isinstance(x, (bool, float, complex, slice))


def name_of(x) -> str:
    if x is None:
        return "none"
    name = type(x).__name__
    return {"Counter": "counter", "frozenset": "set"}.get(name, name)


def run(seed: int) -> None:
    dice = Dice(seed)
    pool = [value(dice, "any") for _ in range(3)]
    print("===", seed, flush=True)
    for _ in range(4 + dice.below(6)):
        at = dice.below(len(ROWS))
        types, text, plain, typed = ROWS[at]
        args = []
        for kind in types:
            known = [x for x in pool if name_of(x) == kind or kind == "any"]
            args.append(dice.pick(known) if known and dice.below(2) else value(dice, kind))
        exact = typed is not None and dice.below(2) == 0
        if not exact and dice.below(8) == 0:
            args[dice.below(len(args))] = value(dice, "any")
        before = ", ".join([shown(x) for x in args])
        # The hash of what is not a number is an address, a copy of it is another one, and whether two are one object is not kept.
        if any(part in text for part in ("hash(", "pickle", "set(", "count(", "index(")) and re.search("nan|<class", repr(args)):
            continue
        # Nor is the order of a set that holds one.
        if any(isinstance(x, (set, frozenset)) and "nan" in repr(x) for x in args):
            continue
        try:
            result = typed(*args) if exact else plain(*args)
            print(text, "|", before, "->", shown(result), type(result).__name__)
        except RecursionError:
            print(text, "|", before, "-> too deep")
            continue
        except Exception as error:
            print(text, "|", before, "-> !", type(error).__name__, re.sub(r"0x[0-9a-f]{8,}", "0x", str(error))[:200])
            continue
        after = ", ".join([shown(x) for x in args])
        if after != before:
            print("   now", after)
        if is_small(result):
            pool.append(result)


'''

TAIL = '''

first, count = int(sys.argv[1]), int(sys.argv[2])
for seed in range(first, first + count):
    run(seed)
'''


def program():
    typed, rows = [], []
    for number, (types, expression) in enumerate(ROWS):
        names = "abc"[:len(types)]
        plain = f"lambda {', '.join(names)}: {expression}"
        if all(kind in ANNOTATIONS for kind in types):
            parameters = ", ".join(f"{name}: {ANNOTATIONS[kind]}" for name, kind in zip(names, types))
            typed.append(f"def typed_{number}({parameters}):\n    return {expression}\n\n\n")
        rows.append(f"    ({types!r}, {expression!r}, {plain}, {f'typed_{number}' if all(kind in ANNOTATIONS for kind in types) else None}),\n")
    return HEAD + "".join(typed) + "ROWS = [\n" + "".join(rows) + "]\n" + TAIL


def sections(text):
    parts = re.split(r"^=== (\d+)\n", text, flags=re.M)
    return dict(zip(map(int, parts[1::2]), parts[2::2]))


def run(command, first, count):
    """What each sequence printed; one that ends the process shows how, and the next goes on."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8:backslashreplace"}
    found, last = {}, first + count
    while first < last:
        try:
            done = subprocess.run(command + [str(first), str(last - first)], capture_output=True, env=environment, timeout=60 + (last - first) / 20)
            output, errors = done.stdout, done.stderr
        except subprocess.TimeoutExpired as error:
            output, errors = error.stdout or b"", b"takes too long"
        got = sections(output.decode("utf-8", "replace"))
        found.update(got)
        if first + len(got) < last or errors == b"takes too long":
            ended = max(got, default=first)
            found[ended] = found.get(ended, "") + "ENDS " + errors.decode("utf-8", "replace")[:700].replace("\n", " ") + "\n"
            first = ended
        else:
            break
        first += 1
    return found


def is_beyond(wanted, actual):
    """Whether what differs first is a value of more items than docs/DIFFERENCES.md allows."""
    for expected, found in zip(wanted.splitlines(), actual.splitlines()):
        if expected != found:
            size = re.search(r"\.\.\.(\d+) \w+$", expected)
            return size is not None and int(size[1]) > 2**30 and found.endswith("-> ! MemoryError ")
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("first", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--chunk", type=int, default=5000)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--program", help="the converted program, where it was built before")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        script = folder / "values_program.py"
        script.write_text(program(), encoding="utf-8")
        differing = 0
        for first in range(options.first, options.first + options.count, options.chunk):
            count = min(options.chunk, options.first + options.count - first)
            expected = run([sys.executable, str(script)], first, count)
            got = run(options.program.split() if options.program else ["dotnet", str(TOOL), "run", str(script)], first, count)
            # What CPython itself does not finish (a text of 2**62 characters, as many items of a Counter) says nothing.
            endless = [seed for seed in expected if "ENDS " in expected[seed]]
            bad = [seed for seed in expected if expected[seed] != got.get(seed) and seed not in endless and not is_beyond(expected[seed], got.get(seed, ""))]
            differing += len(bad)
            print(f"{first}+{count}: {len(bad)} differ" + (f", {len(endless)} without an end" if endless else ""), flush=True)
            with open(folder / "differences.txt", "a", encoding="utf-8") as report:
                for seed in bad:
                    wanted, actual = expected[seed].splitlines(), got.get(seed, "").splitlines()
                    at = next((i for i, (w, a) in enumerate(zip(wanted, actual)) if w != a), min(len(wanted), len(actual)))
                    report.write(f"{seed}\n  - {wanted[at] if at < len(wanted) else ''}\n  + {actual[at] if at < len(actual) else ''}\n")
        print(f"{options.count} sequences, {differing} differ")
        sys.exit(differing > 0)


main()
