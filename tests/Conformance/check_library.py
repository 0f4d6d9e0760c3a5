"""Counts how many Python files convert to C# that compiles, and ranks the reasons of the others.

Usage: python3.13 tests/Conformance/check_library.py [--list] [--dll PYTOCS.DLL] FILE_OR_FOLDER ...

Files that CPython itself does not compile are left out.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tokenize

root = pathlib.Path(__file__).resolve().parent.parent.parent
arguments = argparse.ArgumentParser()
arguments.add_argument("paths", nargs="+", type=pathlib.Path)
arguments.add_argument("--dll", default=root / "src/Cli/bin/Debug/net10.0/pytocs.dll")
arguments.add_argument("--list", action="store_true", help="also print each file that fails, with its first reason")
arguments.add_argument("--batch", type=int, default=40, help="files a process")
arguments.add_argument("--timeout", type=int, default=60, help="seconds a file, on the average of a batch")
options = arguments.parse_args()


def is_python(path):
    """Whether CPython compiles the file."""
    try:
        with tokenize.open(path) as file:
            compile(file.read(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, UnicodeError):
        return False
    return True


def check(files):
    """Maps each file to the lines that pytocs says of it."""
    command = ["dotnet", options.dll, "check", *files]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=options.timeout * len(files))
    except subprocess.TimeoutExpired:
        done = None
    said = {file: [] for file in files}
    for line in (done.stdout + done.stderr).splitlines() if done else []:
        file = next((f for f in files if line.startswith(str(f)) and line[len(str(f))] in ":("), None)
        if file:
            said[file].append(line[len(str(file)):])
    silent = [f for f in files if not said[f]]
    if silent and len(files) > 1:
        # One file that ends the process takes its batch along, so the others are checked alone.
        for file in silent:
            said.update(check([file]))
    elif silent:
        said[files[0]] = [": error PTC9000: " + ("the process ended without a word" if done else "it took too long")]
    return said


def reason(line):
    """The kind of a message: without its place and the names in it."""
    text = re.sub(r"^.*?(error|warning) ", "", re.sub(r" at \d+,\d+$", "", line))
    text = re.sub(r"the emitted C# .*?, which is a defect of pytocs: ", "", text)
    return re.sub(r"'[^']*'", "'...'", text)


files = []
for path in options.paths:
    files += sorted(path.rglob("*.py")) if path.is_dir() else [path]
files = [f for f in files if is_python(f)]
converted = compiled = clean = 0
reasons = collections.Counter()
warnings = collections.Counter()
failing = []
for start in range(0, len(files), options.batch):
    for file, lines in check(files[start:start + options.batch]).items():
        errors = [line for line in lines if "error " in line]
        converted += not errors or all("does not compile" in line for line in errors)
        compiled += not errors
        warned = [line for line in lines if "warning PTC9" in line]
        clean += not errors and not warned
        warnings.update({reason(line) for line in warned})
        reasons.update({reason(line) for line in errors})
        if errors:
            failing.append((file, errors[0]))
print(f"{len(files)} files, {converted} converted, {compiled} compiled, {clean} of them without warnings")
for text, count in reasons.most_common():
    print(f"{count:6} {text}")
for text, count in warnings.most_common():
    print(f"{count:6} warning {text}")
if options.list:
    for file, line in failing:
        print(f"{file}{line}")
sys.exit(compiled != len(files))
