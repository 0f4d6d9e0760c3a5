"""Runs random asynchronous programs under CPython and as C#, in both tiers, and compares what they print.

    python3.13 fuzz.py FIRST COUNT [--batch N] [--keep FOLDER]

The seeds are FIRST to FIRST+COUNT-1. A program that differs is kept in a folder, alone, with both outputs;
the exit code is 1 if there was one. Build the tool first: dotnet build src/Cli.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import generate

HERE = pathlib.Path(__file__).resolve().parent
TOOL = pathlib.Path(os.environ.get("PYTOCS", HERE.parent.parent / "src/Cli/bin/Debug/net10.0/pytocs.dll"))
TIERS = ("auto", "exact")


def sections(text):
    """What each program printed, by its number."""
    parts = re.split(r"^=== (\d+)\n", text, flags=re.M)
    return dict(zip(map(int, parts[1::2]), parts[2::2]))


def run(command, limit, **environment):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, env={**os.environ, "PYTHONHASHSEED": "0", **environment})
        return done.stdout, done.stderr
    except subprocess.TimeoutExpired as error:
        return (error.stdout or b"").decode(), "took too long"


def cpython(path):
    return run([sys.executable, str(HERE / "virtual_clock.py"), str(path)], 120)


def csharp(path, tier):
    return run(["dotnet", str(TOOL), "run", str(path), "--tier", tier], 600, PYTOCS_VIRTUAL_CLOCK="1")


def compare(seeds, keep):
    """The seeds whose programs differ."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "programs.py"
        path.write_text(generate.module(seeds))
        expected, _ = cpython(path)
        wanted = sections(expected)
        bad = {}
        for tier in TIERS:
            output, errors = csharp(path, tier)
            got = sections(output)
            if not got and len(seeds) > 1:
                half = len(seeds) // 2
                return compare(seeds[:half], keep) | compare(seeds[half:], keep)
            for seed in seeds:
                if got.get(seed) != wanted.get(seed):
                    bad.setdefault(seed, (tier, wanted.get(seed, ""), got.get(seed, "") + (errors if seed not in got else "")))
        for seed, (tier, want, have) in bad.items():
            (keep / f"{seed}.py").write_text(generate.module([seed]))
            (keep / f"{seed}.expected").write_text(want)
            (keep / f"{seed}.{tier}").write_text(have)
        return set(bad)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("first", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--batch", type=int, default=800)
    parser.add_argument("--keep", type=pathlib.Path, default=pathlib.Path("fuzz-differences"))
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    seeds = list(range(options.first, options.first + options.count))
    bad = set()
    start = time.time()
    for at in range(0, len(seeds), options.batch):
        found = compare(seeds[at:at + options.batch], options.keep)
        bad |= found
        print(f"{min(at + options.batch, len(seeds))} programs, {len(bad)} differ, {time.time() - start:.0f} s", sorted(found)[:10], flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
