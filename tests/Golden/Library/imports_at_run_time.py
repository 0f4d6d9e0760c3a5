"""Modules that a program writes, finds and loads while it runs."""

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import tempfile
import types


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def tried(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, "..."), getattr(error, "name", None))


class Virtual(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module that is no file."""

    def find_spec(self, name, path, target=None):
        if name == "virtual":
            return importlib.util.spec_from_loader(name, self, origin="nowhere")
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.answer = 42


with tempfile.TemporaryDirectory() as folder:
    write(folder + "/pack/__init__.py", "from . import first\nfrom .first import value as again\n__all__ = ['second', 'again']\nprint('runs', __name__, __package__)\n")
    write(folder + "/pack/first.py", "value = 1\ndef deep():\n    from .inner import leaf\n    return leaf.both()\n")
    write(folder + "/pack/second.py", "import pack\nwhole = pack.again + 1\n")
    write(folder + "/pack/inner/__init__.py", "")
    write(folder + "/pack/inner/leaf.py", "import sys\nfrom ..first import value\ndef both():\n    x = value + 10\n    return x, sorted(sys._getframe().f_locals), sys._getframe().f_code.co_name\n")
    write(folder + "/round1.py", "from round2 import b\na = 1\n")
    write(folder + "/round2.py", "from round1 import a\nb = 1\n")
    write(folder + "/wrong.py", "def f(:\n    pass\n")
    write(folder + "/fails.py", "x = 1\nraise KeyError('no')\n")
    write(folder + "/space/part.py", "here = 'in a namespace package'\n")
    sys.path.insert(0, folder)
    pack = importlib.import_module("pack")
    print(pack.first.deep(), pack.again, sorted(n for n in sys.modules if n.startswith("pack")))
    names = {}
    exec("from pack import *", names)
    print(sorted(n for n in names if not n.startswith("_")), names["second"].whole)
    for name in ("round1", "wrong", "fails", "pack.none", "pack.first.none", "none.first"):
        tried(lambda: importlib.import_module(name))
    print("round1" in sys.modules, "fails" in sys.modules)
    print(importlib.import_module("space.part").here, importlib.import_module("space").__file__ if hasattr(sys.modules["space"], "__file__") else "no file")
    write(folder + "/pack/first.py", "value = 'anew'\n")
    importlib.invalidate_caches()
    print(importlib.reload(pack.first).value, pack.again)

    spec = importlib.util.spec_from_file_location("by_path", folder + "/pack/second.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    print(spec.name, spec.parent, spec.has_location, type(spec.loader).__name__, module.whole, "by_path" in sys.modules)
    lazy = importlib.util.find_spec("fails")
    lazy.loader = importlib.util.LazyLoader(lazy.loader)
    module = importlib.util.module_from_spec(lazy)
    lazy.loader.exec_module(module)
    tried(lambda: module.x)
    sys.path.remove(folder)

sys.meta_path.insert(0, Virtual())
import virtual

print(virtual.answer, virtual, virtual.__spec__.origin)
sys.modules["blocked"] = None
tried(lambda: importlib.import_module("blocked"))
made = types.ModuleType("made", "Its documentation.")
sys.modules["made"] = made
tried(lambda: importlib.import_module("made").__doc__)
tried(lambda: importlib.reload(made))
tried(lambda: __import__("os.path").__name__)
tried(lambda: __import__("os.path", fromlist=["join"]).__name__)
tried(lambda: __import__("os", level=-1))
tried(lambda: __import__(""))
tried(lambda: __import__(3))
tried(lambda: importlib.util.resolve_name("..x", "a.b"))
tried(lambda: importlib.util.resolve_name("...x", "a.b"))
tried(lambda: importlib.import_module(".x"))
tried(lambda: importlib.util.find_spec("none.x"))
print(importlib.util.find_spec("json").name, importlib.util.find_spec("nowhere_at_all"))
print(importlib.machinery.ModuleSpec("a", None, origin="b", is_package=True))
print(importlib.util.cache_from_source("/a/b.py"), importlib.util.source_from_cache("/a/__pycache__/b.cpython-313.pyc"))
print(importlib.util.decode_source(b"# coding: latin-1\r\nx = '\xe9'"), importlib.util.source_hash(b"abc"))
