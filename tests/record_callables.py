"""Writes runtime/Library/Support/Callables.txt: how CPython has the functions, methods and classes of the library that the runtime has.

Usage: python3.13 tests/record_callables.py

A line `@module kind` opens a module; kind is c where CPython writes its functions and classes in C, p where it writes them in Python.
A line `name, kind, signature, documentation`, parted by tabs, tells of one of them, or of a member of a class, where it is not
what the line above it says: c and C are functions and classes in C, M is a class in C that takes new attributes, p and P are in Python,
d is an attribute of a class in C, and = has the module in which the function of this name is really defined. Of functions in Python there are the parameters; of things in C the signature
that they tell of (`-` where they tell of none) and the documentation that `__doc__` gives, with `\\n` for ends of lines. Members named `*.name` are those of every class.
"""

import collections
import importlib
import inspect
import pathlib
import re
import sys
import types
import warnings

assert sys.version_info[:2] == (3, 13), "the oracle is CPython 3.13"
warnings.simplefilter("ignore")
ROOT = pathlib.Path(__file__).resolve().parent.parent
KNOWN = {name for file in (ROOT / "src/Lowering/Library").glob("KnownModules*.cs") for name in re.findall(r'"([\w.]+)"', file.read_text())}
IMMUTABLE_TYPE, HEAP_TYPE = 1 << 8, 1 << 9
WRITTEN = {"c": "c", "C": "c", "M": "c", "p": "p", "P": "p"}
IN_C = (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.ClassMethodDescriptorType)
DEFAULT = type("Default", (), {"__repr__": lambda self: ""})()
modules = collections.defaultdict(dict)


def text(documentation):
    return documentation.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t") if isinstance(documentation, str) else ""


def in_c(kind, o):
    return kind, " ".join((getattr(o, "__text_signature__", None) or "-").split()), text(o.__doc__)


def parameters(function):
    """The names of a function's parameters, without the values of its defaults."""
    signature = inspect.signature(function)
    bare = [p.replace(annotation=p.empty, default=p.empty if p.default is p.empty else DEFAULT) for p in signature.parameters.values()]
    return str(signature.replace(parameters=bare, return_annotation=signature.empty))


def is_in_c(cls):
    """Whether C code made a class, rather than a class statement or functions of Python."""
    members = vars(cls)
    return not cls.__flags__ & HEAP_TYPE or not ("__static_attributes__" in members or any(isinstance(getattr(m, "__func__", m), types.FunctionType) for m in members.values()))


def record_class(cls):
    entries = modules[cls.__module__]
    if cls.__qualname__ in entries:
        return
    kind = "C" if cls.__flags__ & IMMUTABLE_TYPE or not cls.__flags__ & HEAP_TYPE else "M"
    entries[cls.__qualname__] = in_c(kind, cls) if is_in_c(cls) else ("P", "", "")
    # What a class in Python has of a private one in C stands among its own methods.
    inherited = {name: member for base in cls.__mro__[:0:-1] if base.__module__.startswith("_") and is_in_c(base) and not is_in_c(cls) for name, member in vars(base).items()}
    for name, member in {**inherited, **vars(cls)}.items():
        target = member.__func__ if isinstance(member, (staticmethod, classmethod)) else member
        name = f"{cls.__qualname__}.{name}"
        if isinstance(target, types.FunctionType):
            entries[name] = "p", "", ""
        elif isinstance(target, IN_C):
            entries[name] = in_c("c", target)
        elif isinstance(target, (types.GetSetDescriptorType, types.MemberDescriptorType)) and target.__doc__ and entries[cls.__qualname__][0] in "CM":
            entries[name] = "d", "", text(target.__doc__)


def record_module(name):
    for member, value in list(vars(importlib.import_module(name)).items()):
        home = getattr(value, "__module__", None)
        if home not in KNOWN and str(home).partition(".")[0] not in sys.stdlib_module_names:
            continue
        if isinstance(value, type):
            record_class(value)
        elif isinstance(value, types.FunctionType):
            modules[home][value.__qualname__] = "p", parameters(value), ""
        elif isinstance(value, types.BuiltinFunctionType):
            modules[home][value.__qualname__] = in_c("c", value)
        else:
            continue
        if home != name and value.__qualname__ == member and not isinstance(value, type):
            modules[name].setdefault(member, ("=", home, ""))


def common():
    """What most classes say of their special methods alike."""
    counts = collections.defaultdict(collections.Counter)
    for entries in modules.values():
        for name, entry in entries.items():
            if "." in name and entry[0] == "c":
                counts[name.rpartition(".")[2]][entry] += 1
    return {name: found.most_common(1)[0][0] for name, found in counts.items() if found.most_common(1)[0][1] > 2}


for known in sorted(KNOWN):
    try:
        record_module(known)
    except ImportError:
        pass
shared = common()
lines = ["@* c", *("\t".join((f"*.{name}", *entry)).rstrip() for name, entry in sorted(shared.items()))]
for module, entries in sorted(modules.items()):
    kinds = collections.Counter(WRITTEN.get(entry[0]) for entry in entries.values())
    default = "c" if kinds["c"] > kinds["p"] else "p"
    section = []
    for name, entry in sorted(entries.items()):
        owner, _, member = name.rpartition(".")
        usual = WRITTEN[entries[owner][0]] if owner in entries else default
        if WRITTEN.get(entry[0]) != usual or entry[0] == "M" or member == "__new__" or (entry[1:] != ("", "") and entry != shared.get(member)):
            section.append("\t".join((name, *entry)).rstrip())
    lines += [f"@{module} {default}", *section]
path = ROOT / "runtime/Library/Support/Callables.txt"
path.write_text("\n".join(lines) + "\n")
print(len(modules), "modules,", len(lines), "lines,", path.stat().st_size, "bytes")
