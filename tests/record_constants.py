"""Writes runtime/Library/Support/Constants.txt: numbers that modules of CPython name as Linux has them, a line a module.

Usage: python3.13 tests/record_constants.py
"""

import importlib
import pathlib
import sys

assert sys.version_info[:2] == (3, 13) and sys.platform == "linux", "the oracle is CPython 3.13 on Linux"
lines = []
for name in ("fcntl", "resource", "signal", "socket", "stat", "termios"):
    module = importlib.import_module(name)
    constants = [f"{n}={int(v)}" for n, v in sorted(vars(module).items()) if n.isupper() and not n.startswith("IOCTL_") and isinstance(v, int) and not n.startswith("_")]
    lines.append(" ".join([name, *constants]))
root = pathlib.Path(__file__).resolve().parent.parent
(root / "runtime/Library/Support/Constants.txt").write_text("\n".join(lines) + "\n")
print(sum(line.count("=") for line in lines), "constants")
