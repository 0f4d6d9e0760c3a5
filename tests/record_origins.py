"""Writes runtime/Library/Support/Origins.txt: where CPython has the modules of its library, a line each: the name, the kind of its
loader (b built in, z frozen, f a file, x an extension), `/` where it is a package, and its file below the library's folder.

Usage: python3.13 tests/record_origins.py
"""

import importlib.util
import os
import pathlib
import re
import sys
import warnings

assert sys.version_info[:2] == (3, 13), "the oracle is CPython 3.13"
warnings.simplefilter("ignore")
root = pathlib.Path(__file__).resolve().parent.parent
library = os.path.dirname(os.__file__)
names = {name for file in (root / "src/Lowering/Library").glob("KnownModules*.cs") for name in re.findall(r'"([a-z_][\w.]*)"', file.read_text())}
lines = []
for name in sorted(names | {"asyncio." + file.stem for file in pathlib.Path(library, "asyncio").glob("[a-z]*.py")} | {"importlib.abc", "importlib.machinery", "importlib.resources"}):
    try:
        spec = importlib.util.find_spec(name)
    except ImportError:
        continue
    if spec is None:
        continue
    loader = getattr(spec.loader, "__name__", type(spec.loader).__name__)
    kind = {"BuiltinImporter": "b", "FrozenImporter": "z", "SourceFileLoader": "f", "ExtensionFileLoader": "x"}[loader]
    file = getattr(spec.loader_state, "filename", None) or (spec.origin if spec.has_location else None)
    lines.append(" ".join([name, kind + ("/" if spec.submodule_search_locations is not None else ""), *([os.path.relpath(file, library)] if file else [])]))
(root / "runtime/Library/Support/Origins.txt").write_text("\n".join(lines) + "\n")
print(len(lines), "modules")
