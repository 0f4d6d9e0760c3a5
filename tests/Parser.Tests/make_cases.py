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


def trees(name, type_comments):
    """Writes the trees of the snippets of a file; gives how many there are."""
    cases = []
    for group, text in blocks(name + ".txt"):
        try:
            tree = ast.parse(text, type_comments=type_comments)
        except SyntaxError as problem:
            sys.exit(f"{text!r}: {problem}")
        cases.append({"group": group, "text": text, "expected": ast.dump(tree, include_attributes=True)})
    write(name + ".json", cases)
    return len(cases)


def main():
    assert sys.version_info[:2] == (3, 13), sys.version
    count = trees("productions", False) + trees("type_comments", True)
    errors = []
    for group, text in blocks("errors.txt"):
        found = error(text)
        if found is None:
            sys.exit(f"no error: {text!r}")
        errors.append({"group": group, "text": text, "expected": found})
    write("errors.json", errors)
    print(count, "trees,", len(errors), "errors")


if __name__ == "__main__":
    main()
