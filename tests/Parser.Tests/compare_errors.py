"""Compares the errors found in snippets with those of CPython.

Arguments: files. Of a file that ends in .json, a list of snippets; of a Python file, its texts with one or two lexemes
removed, doubled, swapped or replaced (--mutate COUNT of them, --seed N). With --compile CPython compiles the snippet
rather than only parsing it.
"""
import argparse
import ast
import io
import json
import random
import subprocess
import sys
import tokenize
import warnings
from pathlib import Path

HERE = Path(__file__).parent
warnings.simplefilter("ignore")


def expected(text, compiles):
    """CPython's error: message, line, column, end line, end column; None if there is none."""
    try:
        compile(text, "f", "exec") if compiles else ast.parse(text)
    except SyntaxError as error:
        return [error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset]
    except (ValueError, MemoryError, RecursionError) as error:
        return [f"{type(error).__name__}: {error}", None, None, None, None]
    return None


def agrees(mine, theirs):
    """Whether our errors hold CPython's."""
    if theirs is None:
        return not mine
    message, line, column, end_line, end_column = theirs
    if line is None:
        return bool(mine)
    for error in mine:
        if error[0] != message or error[1] != line:
            continue
        at_line_end = [end_line, end_column] == [line, (column or 0) + 1] and error[3:] in ([line + 1, 1], [line, column])
        if column is None or column < 1 or end_column is None or end_column < 1 or error[1:] == theirs[1:] or at_line_end or end_line != line:
            if column is None or column < 1 or error[2] == column or "indent" in message:
                return True
    return False


def pieces(text):
    """The text as lexemes with the white space before them."""
    result, position = [], 0
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        start, end = starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1]
        if end > start and start >= position:
            result.append(text[position:end])
            position = end
    return result + [text[position:]]


def mutations(path, count, rng):
    """Damaged versions of a statement of a file, and of what surrounds it."""
    text = Path(path).read_text("utf-8")
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError):
        return
    lines = text.splitlines(keepends=True)
    words = ["(", ")", "[", "]", "{", "}", ",", ":", "=", "==", ":=", "*", "**", ".", "if", "else", "for", "in", "not", "lambda", "x", "1",
             "'s'", "f'{x}'", "def", "class", "return", "yield", "await", "async", "import", "from", "as", "with", "try", "except", "\n", "    ",
             "pass", "print", ";", "@", "->", "+", "-", "is", "and", "None", "!", "$", "\\", '"', "match", "case", "type", "del", "global"]
    for _ in range(count):
        if not body:
            return
        statement = rng.choice(body)
        piece = "".join(lines[statement.lineno - 1:statement.end_lineno])
        if len(piece) > 4000:
            continue
        try:
            parts = pieces(piece)
        except (tokenize.TokenError, IndentationError, SyntaxError):
            continue
        for _ in range(rng.choice((1, 1, 1, 2))):
            index = rng.randrange(len(parts))
            action = rng.randrange(4)
            if action == 0:
                parts[index] = ""
            elif action == 1:
                parts[index] = parts[index] * 2
            elif action == 2:
                parts.insert(index, " " + rng.choice(words))
            else:
                parts[index] = " " + rng.choice(words)
        yield "".join(parts)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--mutate", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--show", type=int, default=30)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    snippets = []
    for path in options.files:
        if path.endswith(".json"):
            snippets += json.loads(Path(path).read_text("utf-8"))
        else:
            snippets += mutations(path, options.mutate, rng)
    tool = ["dotnet", str(HERE / "Tool/bin/Release/net10.0/DumpTool.dll"), "snippets"]
    answer = subprocess.run(tool, input="\n".join(map(json.dumps, snippets)), capture_output=True, text=True)
    mine = [json.loads(line) for line in answer.stdout.splitlines()]
    wrong = shown = refused = extra = 0
    for text, ours in zip(snippets, mine, strict=True):
        theirs = expected(text, options.compile)
        refused += theirs is not None
        extra += len(ours) > 1
        if agrees(ours, theirs):
            continue
        wrong += 1
        if shown < options.show:
            shown += 1
            near = theirs or (ours and ours[0])
            lines = text.splitlines()
            line = near[1] if near and near[1] else 1
            print(repr("\n".join(lines[max(0, line - 2):line + 1])) if len(lines) > 4 else repr(text))
            print("  ours:   ", ours[:3], "\n  CPython:", theirs)
    print(f"{len(snippets)} snippets, {refused} refused by CPython, {wrong} differ, {extra} with several errors")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
