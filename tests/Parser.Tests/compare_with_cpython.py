"""Compares the parser's trees with CPython's on files and folders (CPython's own library unless given; --type-comments: those too)."""
import ast
import hashlib
import os
import re
import subprocess
import sys
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
TYPE_COMMENTS = "--type-comments" in sys.argv
OPTIONS = ["--type-comments"] if TYPE_COMMENTS else []
warnings.simplefilter("ignore")


def expected(path):
    """The hash of CPython's dump, or "error", the line and the message where CPython refuses the file."""
    sys.setrecursionlimit(100_000)
    try:
        source = Path(path).read_bytes()
        tree = ast.parse(source, path, type_comments=TYPE_COMMENTS)
        compile(source, path, "exec", dont_inherit=True)
        text = ast.dump(tree, include_attributes=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return f"error {getattr(error, 'lineno', 1) or 1} {getattr(error, 'msg', error)}"
    return hashlib.sha256(text.encode("utf-16-le", "surrogatepass")).hexdigest()


def same_error(mine, theirs):
    """Whether our first error has CPython's message and stands on its line. A file without an encoding has no lines to CPython; ours is the first."""
    found = re.match(r"error .*?\((\d+),\d+,\d+,\d+\): error PTC\d+: (.*)", mine)
    return bool(found) and f"error {found[1]} {found[2]}" == theirs


def difference(path, tool):
    """Where the two dumps part."""
    sys.setrecursionlimit(100_000)
    ours = subprocess.run([*tool, "dump", path, *OPTIONS], capture_output=True).stdout.decode("utf-8", "replace").rstrip("\n")
    theirs = ast.dump(ast.parse(Path(path).read_bytes(), path, type_comments=TYPE_COMMENTS), include_attributes=True)
    theirs = theirs.encode("utf-8", "replace").decode("utf-8")
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    start = max(0, at - 150)
    return f"  ours:    {ours[start:at + 150]}\n  CPython: {theirs[start:at + 150]}"


def main(arguments):
    dll = HERE / "Tool/bin/Release/net10.0/DumpTool.dll"
    if not dll.exists():
        subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", str(HERE / "Tool")], check=True)
    tool = ["dotnet", str(dll)]
    roots = arguments or [os.path.dirname(os.__file__)]
    paths = [p for root in roots for p in ([root] if os.path.isfile(root) else sorted(map(str, Path(root).rglob("*.py"))))]
    ours = subprocess.run([*tool, "hash", *OPTIONS], input="\n".join(paths), capture_output=True, text=True).stdout.splitlines()
    with ProcessPoolExecutor() as pool:
        theirs = list(pool.map(expected, paths, chunksize=8))
    equal = refused = shown = same = 0
    for path, mine, theirs_one in zip(paths, ours, theirs, strict=True):
        if mine == theirs_one:
            equal += 1
        elif mine.startswith("error") and theirs_one.startswith("error"):
            refused += 1
            if same_error(mine, theirs_one):
                same += 1
            else:
                print(path, "\n  ours:   ", mine[:600], "\n  CPython:", theirs_one[:200])
        else:
            shown += 1
            if shown > 40:
                continue
            print(path)
            if mine.startswith(("error", "exception")) or theirs_one.startswith("error"):
                print("  ours:   ", mine[:600], "\n  CPython:", theirs_one[:200])
            else:
                print(difference(path, tool))
    print(f"{len(paths)} files: {equal} equal, {refused} refused by both, {same} of them with the same message and line, {shown} differ")
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main([a for a in sys.argv[1:] if a not in OPTIONS]))
