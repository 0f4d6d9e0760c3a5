"""Makes Cases/*.json with CPython 3.13: run it with that Python after changing Cases/*.txt or the list of errors."""
import ast
import json
import sys
import warnings
from pathlib import Path

CASES = Path(__file__).parent / "Cases"
warnings.simplefilter("ignore")


def blocks(name):
    """Groups and snippets of a file: `## ` starts a group, `---` parts snippets, `# ` at the top is a remark."""
    group, lines, result = "", [], []

    def flush():
        if group and lines:
            result.append((group, "\n".join(lines) + "\n"))
        lines.clear()

    for line in (CASES / name).read_text("utf-8").splitlines():
        if line.startswith("## "):
            flush()
            group = line[3:]
        elif line == "---":
            flush()
        elif group:
            lines.append(line)
    flush()
    return result


def error(text):
    """CPython's error, when it parses or when it compiles."""
    try:
        compile(text, "f", "exec")
    except SyntaxError as found:
        return [found.msg, found.lineno, found.offset]
    return None


def write(name, cases):
    (CASES / name).write_text("[\n" + ",\n".join(json.dumps(case, ensure_ascii=True) for case in cases) + "\n]\n", "utf-8")


def main():
    assert sys.version_info[:2] == (3, 13), sys.version
    trees = []
    for group, text in blocks("productions.txt"):
        try:
            trees.append({"group": group, "text": text, "expected": ast.dump(ast.parse(text), include_attributes=True)})
        except SyntaxError as problem:
            sys.exit(f"{text!r}: {problem}")
    write("productions.json", trees)
    errors = []
    for group, text in blocks("errors.txt"):
        found = error(text)
        if found is None:
            sys.exit(f"no error: {text!r}")
        errors.append({"group": group, "text": text, "expected": found})
    write("errors.json", errors)
    print(len(trees), "trees,", len(errors), "errors")


if __name__ == "__main__":
    main()
