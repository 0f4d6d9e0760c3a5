"""Writes src/Lowering/Library/StarExports.txt: what `from module import *` takes from each module of the library.

Usage: python3.13 tests/record_exports.py
"""

import importlib
import pathlib
import sys
import warnings

assert sys.version_info[:2] == (3, 13), "the oracle is CPython 3.13"
warnings.simplefilter("ignore")
lines = []
for name in sorted(sys.stdlib_module_names | {"os.path", "collections.abc", "concurrent.futures", "unittest.mock", "urllib.parse", "xml.etree.ElementTree", "html.parser", "logging.handlers", "logging.config"}):
    if name.startswith("_") or name in ("antigravity", "this", "idlelib"):
        continue
    try:
        module = importlib.import_module(name)
    except Exception:
        continue
    names = getattr(module, "__all__", None) or [n for n in vars(module) if not n.startswith("_")]
    lines.append(" ".join([name, *names]))
target = pathlib.Path(__file__).resolve().parent.parent / "src/Lowering/Library/StarExports.txt"
target.write_text("\n".join(lines) + "\n")
print(len(lines), "modules")
