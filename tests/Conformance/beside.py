"""What else of CPython's tests a file of them needs: other files that it imports from or names, and files of data."""

import ast
import re


def _said(source):
    """The dotted names of test modules that a file imports, those that it names in a string, and its other strings."""
    imported, named, texts = set(), set(), set()
    for node in ast.walk(ast.parse(source.read_bytes())):
        if isinstance(node, ast.Import):
            imported.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            imported.update([node.module, *(node.module + "." + alias.name for alias in node.names)])
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 100:
            texts.add(node.value)
            if re.fullmatch(r"test\.\w+(\.\w+)*", node.value):
                named.add(node.value)
    return {name for name in imported if name.startswith("test.")}, named, texts


def _first(names):
    return {name.split(".")[1] for name in names} - {"support"}


def beside(tests, name):
    """Other test modules of a file, those among them that it only names in a string, and its files and folders of data."""
    modules, by_name, data = set(), set(), set()
    source = tests / name
    waiting = sorted(source.rglob("*.py")) if source.is_dir() else [source.with_suffix(".py")]
    while waiting:
        imported, named, texts = _said(waiting.pop())
        said = _first(named)
        named = {n for n in said if (tests / (n + ".py")).exists()}
        by_name |= named
        for other in sorted((_first(imported) | said) - modules - {name.split("/")[0]}):
            file, folder = tests / (other + ".py"), tests / other
            if file.exists() or folder.is_dir():
                modules.add(other)
            if file.exists():
                waiting.append(file)
        for text in texts:
            part = text.split("/")[0]
            if re.fullmatch(r"[\w.]*\w", part) and not part.endswith(".py") and part not in ("support", "test", "data", "crashers", "leakers"):
                path = tests / part
                if path.is_file() or path.is_dir() and not (path / "__init__.py").exists() and part != "__pycache__":
                    data.add(part)
    return modules, by_name, data
