"""Runs random synchronous programs under CPython and as C#, and compares what they print.

    python3.13 programs.py FIRST COUNT [--batch N] [--keep FOLDER] [--alone] [--only SECTION]

The seeds are FIRST to FIRST+COUNT-1. A batch is one program of many modules, each a random program that a driver imports; with
`--alone` each is a script of its own instead, and standard error and exit code are compared as well. A program that differs is kept in a
folder, with both outputs; the exit code is 1 if there was one. Build the tool first: dotnet build src/Cli.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import synchronous

HERE = pathlib.Path(__file__).resolve().parent
TOOL = pathlib.Path(os.environ.get("PYTOCS", HERE.parent.parent / "src/Cli/bin/Debug/net10.0/pytocs.dll"))
DRIVER = '''import sys
import traceback

{imports}

for number, run in {table}:
    print(f"\\n=== {{number}}")
    try:
        run()
    except BaseException:
        traceback.print_exc(file=sys.stdout)
'''
MOST_OUTPUT = 64_000_000
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
LIBRARY = re.compile(r'^  File "(?:[^"]*/python3[^"]*|<string>)".*\n(?:    .*\n)*', re.M)


def run(command, limit=900):
    """What a command prints, and its exit code: -1 of one that does not end, or prints more than any program has to say."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=output, stderr=errors, env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"})
        end = time.time() + limit
        while process.poll() is None and time.time() < end and os.fstat(output.fileno()).st_size < MOST_OUTPUT:
            time.sleep(0.05)
        code = process.poll()
        if code is None:
            process.kill()
            process.wait()
            code = -1
        texts = []
        for stream in (output, errors):
            stream.seek(0)
            texts.append(stream.read(MOST_OUTPUT).decode(errors="replace"))
        return texts[0], "took too long" if code == -1 else texts[1], code


def cpython(path):
    return run([sys.executable, "-u", "-W", "ignore", str(path)], 60)


def csharp(path):
    return run(["dotnet", str(TOOL), "run", str(path)])


def plain(text):
    """A text without what differs by design: addresses and the frames of CPython's library."""
    return LIBRARY.sub("", ADDRESS.sub("0x", text))


def sections(text):
    """What each program printed, by its number."""
    parts = re.split(r"^=== (\d+)\n", plain(text), flags=re.M)
    return dict(zip(map(int, parts[1::2]), parts[2::2]))


def write(folder, seeds, texts):
    for seed in seeds:
        (folder / f"p{seed}.py").write_text(texts[seed])
    imports = "\n\n".join(f"def run_{seed}():\n    import p{seed}" for seed in seeds)
    (folder / "main.py").write_text(DRIVER.format(imports=imports, table="(" + "".join(f"({seed}, run_{seed}), " for seed in seeds) + ")"))
    return folder / "main.py"


def compare(seeds, texts, keep):
    """The seeds whose programs differ."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(pathlib.Path(folder), seeds, texts)
        output, errors, code = cpython(path)
        if code == -1:
            endless = list(sections(output))[-1]
            print("CPython does not end:", endless, flush=True)
            return compare([seed for seed in seeds if seed != endless], texts, keep)
        wanted = sections(output)
        output, errors, _ = csharp(path)
        got = sections(output)
    bad = set()
    # What the batch never came to, for a program ended the process or did not compile, is run again in halves.
    missing = [seed for seed in seeds if seed not in got]
    if missing and len(seeds) > 1:
        half = (len(missing) + 1) // 2
        for part in (missing[:half], missing[half:]):
            if part:
                bad |= compare(part, texts, keep)
        seeds = [seed for seed in seeds if seed in got]
    different = {seed for seed in seeds if got.get(seed) != wanted.get(seed)}
    report(keep, different, texts, wanted, {seed: got.get(seed, errors) for seed in different})
    return bad | different


def report(keep, bad, texts, wanted, got):
    for seed in bad:
        (keep / f"p{seed}.py").write_text(texts[seed])
        (keep / f"p{seed}.expected").write_text(wanted.get(seed, ""))
        (keep / f"p{seed}.got").write_text(got[seed])


def alone(seed, texts, keep):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "main.py"
        path.write_text(texts[seed])
        expected, got = ([plain(part) if isinstance(part, str) else part for part in each(path)] for each in (cpython, csharp))
    if expected == got:
        return set()
    report(keep, [seed], texts, {seed: "".join(map(str, expected))}, {seed: "".join(map(str, got))})
    return {seed}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("first", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--keep", type=pathlib.Path, default=pathlib.Path("fuzz-differences"))
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--only", help="the name of the only kind of section")
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    seeds = list(range(options.first, options.first + options.count))
    bad, start, size = set(), time.time(), 1 if options.alone else options.batch
    for at in range(0, len(seeds), size):
        part = seeds[at:at + size]
        texts = {seed: synchronous.program(seed, options.only) for seed in part}
        found = alone(part[0], texts, options.keep) if options.alone else compare(part, texts, options.keep)
        bad |= found
        print(f"{min(at + size, len(seeds))} programs, {len(bad)} differ, {time.time() - start:.0f} s", sorted(found), flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
