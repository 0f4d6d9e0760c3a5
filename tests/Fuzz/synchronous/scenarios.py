"""Programs as people write them, with random choices in them: `<<a || b>>` stands for one of its parts."""

import ast
import re

from .stories import STORIES
from .kinds import tried

CHOICE = re.compile(r"<<((?:(?!<<|>>).)*)>>", re.S)
HOLE = re.compile(r"%(int|small|str|bool|float|list\[int\]|list\[str\]|dict\[str, int\])%")


class Bare(ast.NodeTransformer):
    """Takes annotations away where they mean nothing."""

    def __init__(self, likelihood, random):
        self.likelihood, self.random = likelihood, random

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        if self.random.random() < self.likelihood:
            for argument in [*node.args.args, *node.args.posonlyargs, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]:
                if argument is not None:
                    argument.annotation = None
            node.returns = None
            node.body = [self.plain(statement) for statement in node.body]
        return node

    def plain(self, node):
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            return ast.copy_location(ast.Assign([node.target], node.value), node)
        for field in ("body", "orelse", "finalbody"):
            if isinstance(getattr(node, field, None), list) and not isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                setattr(node, field, [self.plain(inner) for inner in getattr(node, field)])
        return node


def chosen(w, text):
    """A text with its choices made, innermost first, and its holes filled."""
    while CHOICE.search(text):
        text = CHOICE.sub(lambda m: w.random.choice(m.group(1).split("||")).strip(" "), text)
    return HOLE.sub(lambda m: str(w.random.randint(0, 6)) if m.group(1) == "small" else w.expressions.literal(m.group(1)), text)


def laid(w, text, trials):
    """A text, annotated, bare or half so, and some of its trials: of the module, in a function, or one that may end the program."""
    w.raw(ast.unparse(ast.fix_missing_locations(Bare(1 - w.typing, w.random).visit(ast.parse(chosen(w, text))))))
    defined = set(re.findall(r"^(?:class|def) (\w+)", text, re.M))
    w.classes = [known for known in w.classes if known.name not in defined]
    w.functions = [known for known in w.functions if known.name not in defined]
    rows = [chosen(w, row.strip("\n")) for row in w.random.sample(trials, min(len(trials), w.random.randint(2, 4)))]
    if w.chance(0.3):
        name = w.fresh("function")
        with w.block(f"def {name}(){w.returns('None')}"):
            tried(w, *rows)
        w.line(f"{name}()")
    elif w.chance(0.1):
        w.raw(rows[0])
    else:
        tried(w, *rows)


def story(w):
    """One of the stories."""
    laid(w, *w.random.choice(STORIES))
