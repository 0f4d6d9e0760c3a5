"""Writes src/Lowering/Library/StarExports.txt: what `from module import *` takes from each module of the library; and
runtime/Library/Support/Exports.txt: what the modules say of that themselves, in `__all__`.

Usage: python3.13 tests/record_exports.py
"""

import importlib
import pathlib
import sys
import warnings

assert sys.version_info[:2] == (3, 13), "the oracle is CPython 3.13"
warnings.simplefilter("ignore")
lines, said = [], []
for name in sorted(sys.stdlib_module_names | {"os.path", "collections.abc", "concurrent.futures", "unittest.mock", "urllib.parse", "json.decoder", "json.encoder", "json.scanner", "logging.config", "logging.handlers", "urllib.request", "html.entities", "importlib.resources", "importlib.resources.abc", "importlib.util", "xml.etree.ElementTree", "xml.dom", "xml.dom.minidom", "xml.sax", "xml.sax.handler", "xml.sax.saxutils", "xml.sax.xmlreader", "xml.parsers.expat", "multiprocessing.dummy", "multiprocessing.pool", "html.parser", "http.client", "http.cookies", "http.server", "urllib.error", "urllib.response", "email.charset", "email.encoders", "email.errors", "email.generator", "email.header", "email.headerregistry", "email.message", "email.mime.text", "email.mime.multipart", "email.parser", "email.policy", "email.utils"}):
    if name.startswith("_") or name in ("antigravity", "this", "idlelib"):
        continue
    try:
        module = importlib.import_module(name)
    except Exception:
        continue
    names = getattr(module, "__all__", None) or [n for n in vars(module) if not n.startswith("_")]
    lines.append(" ".join([name, *names]))
    if hasattr(module, "__all__"):
        said.append(lines[-1])
root = pathlib.Path(__file__).resolve().parent.parent
(root / "src/Lowering/Library/StarExports.txt").write_text("\n".join(lines) + "\n")
(root / "runtime/Library/Support/Exports.txt").write_text("\n".join(said) + "\n")
print(len(lines), "modules")
