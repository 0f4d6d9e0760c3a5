"""Writes runtime/Library/Support/Signatures.txt: what `inspect.signature` says of the library's functions and of the methods of its
classes. A line has a name, a tab, and the parameters; or `-` where nothing is known of them, `?` where their text cannot be read.
Signatures with defaults that are no literals, and those with annotations, are left out.

Usage: python3.13 tests/record_signatures.py
"""

import importlib
import inspect
import pathlib
import sys
import types
import warnings

assert sys.version_info[:2] == (3, 13), "the oracle is CPython 3.13"
warnings.simplefilter("ignore")

MODULES = """array base64 binascii bisect builtins calendar cmath codecs collections colorsys contextlib contextvars copy csv datetime decimal difflib
fractions functools hashlib heapq hmac html io itertools json keyword math operator os.path pickle pprint queue random re reprlib secrets shlex shutil
statistics string struct textwrap threading time types unicodedata uuid weakref zlib""".split()
BUILTIN = (types.BuiltinFunctionType, types.WrapperDescriptorType, types.MethodDescriptorType, types.ClassMethodDescriptorType, types.MethodWrapperType)
lines = {}


def is_literal(value):
    if isinstance(value, tuple):
        return all(is_literal(v) for v in value)
    return value is None or isinstance(value, (bool, int, float)) or isinstance(value, str) and not set("\\'\",\n\t") & set(repr(value)[1:-1])


def add(name, function):
    if name in lines:
        return
    try:
        signature = inspect.signature(function)
    except ValueError as e:
        lines[name] = "?" if "invalid signature" in str(e) else "-"
        return
    except TypeError:
        return
    if signature.return_annotation is not inspect.Signature.empty:
        return
    for parameter in signature.parameters.values():
        if parameter.annotation is not parameter.empty or parameter.default is not parameter.empty and not is_literal(parameter.default):
            return
    lines[name] = str(signature)[1:-1]


def add_class(cls):
    name = f"{cls.__module__}.{cls.__qualname__}"
    if name in lines or cls.__module__.startswith("test"):
        return
    add(name, cls)
    for attribute, value in vars(cls).items():
        if isinstance(value, (staticmethod, classmethod)) or isinstance(value, types.BuiltinFunctionType):
            value = getattr(cls, attribute)
        if isinstance(value, BUILTIN) or isinstance(value, types.MethodType) or isinstance(value, types.FunctionType) and not attribute.startswith("__"):
            if attribute not in ("__init_subclass__", "__subclasshook__", "__class_getitem__", "__new__"):
                add(f"{name}.{attribute}", value)


for module in map(importlib.import_module, MODULES):
    for name, value in sorted(vars(module).items()):
        if name.startswith("_") and name not in ("__import__", "__build_class__"):
            continue
        if isinstance(value, type):
            add_class(value)
        elif isinstance(value, (types.BuiltinFunctionType, types.FunctionType)) and value.__module__:
            add(f"{value.__module__}.{value.__qualname__}", value)
for cls in (types.FunctionType, types.GeneratorType, types.CoroutineType, types.MappingProxyType, type({}.keys()), type({}.values()), type({}.items())):
    add_class(cls)
root = pathlib.Path(__file__).resolve().parent.parent
(root / "runtime/Library/Support/Signatures.txt").write_text("".join(f"{name}\t{text}\n" for name, text in sorted(lines.items())))
print(len(lines), "signatures")
