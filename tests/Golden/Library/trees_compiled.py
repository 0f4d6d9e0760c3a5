"""Syntax trees that a program changes, compiles and runs."""

import ast
import traceback

SOURCE = '''
import math


def f(x, y=2, *rest, k=3, **named):
    """What it does."""
    if x > 1:
        return x + y
    return [i for i in range(x + 1)]


class C:
    z = 1

    @property
    def p(self):
        return self.z + 1


async def co():
    return 5
print(f(3), f(1), C().p, f.__doc__, f.__code__.co_firstlineno)
'''


class Multiply(ast.NodeTransformer):
    """Makes sums products."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        return ast.copy_location(ast.BinOp(node.left, ast.Mult(), node.right), node) if isinstance(node.op, ast.Add) else node


def tried(tree, mode="exec"):
    try:
        print(type(compile(ast.fix_missing_locations(tree), "<tree>", mode)).__name__)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" object at")[0])


exec(compile(ast.parse(SOURCE), "<before>", "exec"))
exec(compile(Multiply().visit(ast.parse(SOURCE)), "<after>", "exec"))
print(eval(compile(ast.fix_missing_locations(ast.Expression(ast.BinOp(ast.Constant(2), ast.Pow(), ast.Constant(10)))), "<made>", "eval")))
exec(compile(ast.Interactive(ast.parse("1 + 1\n'a'").body), "<shown>", "single"))
try:
    exec(compile(ast.parse("\n\n\ndef g():\n\n    x = 1\n    return x / 0\n\n\ng()"), "<lines>", "exec"))
except ZeroDivisionError as error:
    print([(f.lineno, f.name) for f in traceback.extract_tb(error.__traceback__) if f.filename == "<lines>"])
x, stored, one = ast.Name("x", ast.Load()), ast.Name("x", ast.Store()), ast.Constant(1)
for tree in (
    ast.Module([ast.Expr(stored)], []), ast.Module([ast.Delete([])], []), ast.Module([ast.Assign([x], one)], []), ast.Module([ast.Assign([one], one)], []),
    ast.Module([ast.FunctionDef("f", ast.arguments(), [])], []), ast.Module([ast.Try([ast.Pass()], [], [], [])], []), ast.Module([ast.Raise(None, one)], []),
    ast.Module([ast.Expr(ast.BoolOp(ast.And(), [one]))], []), ast.Module([ast.Expr(ast.Compare(x, [ast.In()], []))], []), ast.Module([ast.Expr(ast.Dict([one], []))], []),
    ast.Module([ast.Expr(ast.ListComp(x, []))], []), ast.Module([ast.ImportFrom("os", [ast.alias("path")], -1)], []), ast.Module([ast.Expr(ast.Name("True", ast.Load()))], []),
    ast.Module([ast.Expr(ast.Constant([1]))], []), ast.Module([ast.Match(x, [ast.match_case(ast.MatchOr([]), None, [ast.Pass()])])], []),
    ast.Module([ast.Match(x, [ast.match_case(ast.MatchStar("y"), None, [ast.Pass()])])], []), ast.Expression(one), ast.Module([ast.Global(["a"])], []),
):
    tried(tree)
tried(ast.Module([], []), "eval")
try:
    compile(ast.Module([ast.Pass()], []), "<tree>", "exec")
except TypeError as error:
    print(error)
