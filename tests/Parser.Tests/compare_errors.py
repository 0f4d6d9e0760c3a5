"""Compares the errors found in snippets with those of CPython.

Arguments: files. Of a file that ends in .json, a list of snippets; of a Python file, its texts with one or two lexemes
removed, doubled, swapped or replaced (--mutate COUNT of them, --seed N); with --fuzz COUNT, inputs that the fuzzer makes of
the files (--seed: the number of the first). With --compile CPython compiles the snippet rather than only parsing it, and
--only verdict or --only message leaves out differences of less weight.
"""
import argparse
import ast
import io
import json
import random
import re
import subprocess
import sys
import tokenize
import warnings
from pathlib import Path

KINDS = ["verdict", "message", "columns"]
HERE = Path(__file__).parent
TOOL = ["dotnet", str(HERE / "Tool/bin/Release/net10.0/DumpTool.dll")]
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


def difference(mine, theirs):
    """How our errors differ from CPython's: in the verdict, in the message or its line, or in the columns; None if in nothing."""
    if bool(mine) != (theirs is not None):
        return "verdict"
    if theirs is None or theirs[1] is None:
        return None
    message, line, column, end_line, end_column = theirs
    found = [error for error in mine if error[0] == message and error[1] == line]
    if not found:
        return "message"
    if column is None or column < 1 or "indent" in message:
        return None
    for error in found:
        at_line_end = [end_line, end_column] == [line, column + 1] and error[3:] in ([line + 1, 1], [line, column])
        no_end = end_column is None or end_column < 1 or end_line != line
        if error[2] == column and (at_line_end or no_end or error[1:] == theirs[1:] or end_column == column):
            return None
    return "columns"


def errors(snippets):
    """Our errors in each snippet."""
    answer = subprocess.run([*TOOL, "snippets"], input="\n".join(map(json.dumps, snippets)), capture_output=True, text=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


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
    parser.add_argument("--fuzz", type=int)
    parser.add_argument("--only", choices=KINDS, default=KINDS[-1])
    parser.add_argument("--show", type=int, default=30)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    snippets = []
    if options.fuzz:
        inputs = [*TOOL, "inputs", str(options.seed), str(options.fuzz)]
        answer = subprocess.run(inputs, input="\n".join(options.files), capture_output=True, text=True)
        snippets = list(map(json.loads, answer.stdout.splitlines()))
    for path in options.files if not options.fuzz else []:
        if path.endswith(".json"):
            snippets += json.loads(Path(path).read_text("utf-8"))
        else:
            snippets += mutations(path, options.mutate, rng)
    mine = errors(snippets)
    wrong = dict.fromkeys(KINDS, 0)
    shown = refused = extra = 0
    for text, ours in zip(snippets, mine, strict=True):
        theirs = expected(text, options.compile)
        refused += theirs is not None
        extra += len(ours) > 1
        kind = difference(ours, theirs)
        if kind is None:
            continue
        wrong[kind] += 1
        if shown < options.show and KINDS.index(kind) <= KINDS.index(options.only):
            shown += 1
            near = theirs or (ours and ours[0])
            lines = re.split("\r\n|\n|\r", text)
            line = near[1] if near and near[1] else 1
            print(kind, repr("\n".join(lines[max(0, line - 2):line + 1])) if len(lines) > 4 else repr(text))
            print("  ours:   ", ours[:3], "\n  CPython:", theirs)
    counts = ", ".join(f"{count} in the {kind}" for kind, count in wrong.items())
    print(f"{len(snippets)} snippets, {refused} refused by CPython; different: {counts}; {extra} with several errors")
    return 1 if any(wrong[kind] for kind in KINDS[:KINDS.index(options.only) + 1]) else 0


if __name__ == "__main__":
    sys.exit(main())
