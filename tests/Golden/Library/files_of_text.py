"""Files of text, read and written."""
import json
import os
import sys
import tempfile
from pathlib import Path


class Log:
    def __init__(self, path: str) -> None:
        self.file = open(path, "a", encoding="utf-8")
        self.count = 0

    def write(self, text: str) -> None:
        self.count += self.file.write(text + "\n")

    def close(self) -> None:
        self.file.close()


def count_words(path: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    with open(path) as f:
        for line in f:
            for word in line.split():
                counts[word] = counts.get(word, 0) + 1
    return counts


def first_line(path: str) -> str:
    with open(path, encoding="utf-8") as f:
        return f.readline().rstrip("\n")


def numbered(path: str) -> list[str]:
    with open(path, "r") as f:
        return [f"{i}: {line.strip()}" for i, line in enumerate(f, 1) if line.strip()]


def copy(source: str, target: str) -> int:
    with open(source) as src, open(target, "w", newline="\n") as dst:
        total = 0
        for line in src:
            total += dst.write(line.upper())
    return total


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("a.txt", "w") as f:
            print(f.write("one two\n"), f.write("two\n\nthree é\n"))
            f.writelines(["x\n", "y\n"])
            print("printed", 1, file=f)
        print(count_words("a.txt"), first_line("a.txt"), numbered("a.txt"), copy("a.txt", "b.txt"))
        with open("b.txt") as f:
            lines = f.readlines()
            lines.append("more")
            print(lines, f.read() == "", f.closed)
        print(f.closed, f.name, f.mode)
        try:
            f.read()
        except ValueError as e:
            print(e)
        try:
            for line in f:
                print(line)
        except ValueError as e:
            print(e)
        with open("a.txt") as f:
            print(repr(f.read(3)), f.tell(), f.seek(0), next(f), [*f][:1])
        log = Log("log.txt")
        log.write("first")
        log.write("zweité")
        log.close()
        log.close()
        print(log.count, Path("log.txt").read_text(encoding="utf-8"))
        for name, mode in (("missing.txt", "r"), ("a.txt", "x")):
            try:
                open(name, mode)
            except OSError as e:
                print(type(e).__name__, e.filename)
        try:
            with open("none.txt") as f:
                print("never")
        except FileNotFoundError as e:
            print(e.strerror)
        try:
            with open("a.txt") as f:
                f.write("x")
        except OSError as e:
            print(type(e).__name__, e)
        try:
            with open("c.txt", "w") as f:
                f.write(3)
        except TypeError as e:
            print(e)
        with open("data.json", "w") as f:
            json.dump({"a": [1, 2]}, f)
        with open("data.json") as f:
            print(json.load(f), f.read())
        f = open("a.txt")
        try:
            print(sum(1 for _ in f), len(list(f)))
        finally:
            f.close()
        try:
            with f:
                pass
        except ValueError as e:
            print(e)
        with open("a.txt") as f:
            header, *rest = f
            print(repr(header), len(rest))
        with open("a.txt") as f:
            a, b = [line for line in f if line.strip()][:2]
            print(repr(a), repr(b))
        with open("a.txt") as f:
            print(dict(zip("abc", f)), max(f, key=len), sorted(f))
        with open("a.txt") as f, open("b.txt") as g:
            for x, y in zip(f, g):
                if x.upper() != y:
                    print("differ", repr(x), repr(y))
        with open("empty.txt", "w"):
            pass
        print(os.path.getsize("empty.txt"))
        with open("r.txt", mode="w+", errors="replace") as f:
            f.write("abc")
            f.seek(0)
            print(f.read())
        out = open("o.txt", "w") if len(sys.argv) > 5 else sys.stdout
        out.write("to out\n")
        with open("bin.dat", "wb") as raw:
            raw.write(b"\x00\x01")
        with open("bin.dat", "rb") as raw:
            print(raw.read())
        os.chdir("/")


main()
