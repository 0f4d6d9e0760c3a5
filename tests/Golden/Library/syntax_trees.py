"""ast: trees of source text, their classes, visitors, text again, and literals."""
import ast
import warnings

src = '''
"""doc"""
import os as o, sys
from . import x
async def f(a, /, b: int=1, *c, d=2, **e) -> None:
    """d"""
    async with a as b, c: pass
    async for i in x: await y
    return [i for i in range(3) if i if not i]
class A(B, metaclass=M):
    x: int = 1
    (y): str
    def g[T: int, *Ts, **P](self): yield from self
@dec
def h():
    try: pass
    except* (A, B) as e: raise X from e
    else: pass
    finally: pass
    match x:
        case [1, *rest]: pass
        case {"a": 1, **kw} if kw: pass
        case P(1, x=2) | None: pass
        case (1 | 2) as z: pass
        case _: pass
    print(f"a{x!r:>{w}}b{{}} {y=}", 'it\\'s', b"x", 1.5, 3j, -1 ** 2, (-1) ** 2, not a, a if b else c, lambda: 0, lambda x, *y: x)
    x = y = {**a, 1: 2, 'b': {1, 2}}
    a[1:2, ::3] += (yield)
    del a, b[0]
    assert a, "m"
    global q
    if (n := 3) > 2: pass
    elif z: pass
    else: pass
    while 1: break
    else: continue
    type X[T] = int
    return (1).real, a and (b and c) or d, (a, b), 5 .bit, x @ y // z, "é\\n\\t"
'''
t = ast.parse(src)
print(ast.dump(t, indent=2))
print(ast.dump(t, include_attributes=True))
print(ast.unparse(t))
print(ast.dump(ast.parse(ast.unparse(t))) == ast.dump(t))
print(ast.get_docstring(t), ast.get_docstring(t.body[3]))
class V(ast.NodeVisitor):
    def visit_Name(self, n): print(n.id, end=' ')
V().visit(t); print()
class T(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.Subscript(value=ast.Name(id='data', ctx=ast.Load()), slice=ast.Constant(value=node.id), ctx=node.ctx)
print(ast.unparse(ast.fix_missing_locations(T().visit(ast.parse("a+b*c")))))
print(ast.get_source_segment(src, t.body[3])[:20])
for n in ast.walk(ast.parse("x=1; y=[2,3]")): print(type(n).__name__, end=' ')
print()
print(ast.literal_eval("{'a': [1,2,(3,)], 'b': {1}, 'c': -1+2j}"), ast.literal_eval(ast.parse("[1, 'a']", mode='eval')))
try: ast.parse("a b")
except SyntaxError as e: print(e, e.args)
try: ast.parse("x = (")
except SyntaxError as e: print(e, e.args)
try: ast.parse("def f():\nx")
except SyntaxError as e: print(type(e), e.args)
for n in dir(ast):
    c = getattr(ast, n) if n[0] != '_' else None
    if isinstance(c, type) and issubclass(c, ast.AST) and n not in ('Num','Str','Bytes','NameConstant','Ellipsis'):
        print(n, c.__doc__, c._fields, c._attributes, getattr(c, '_field_types', None), c.__mro__, c.__match_args__)
print(ast.Name('x', ast.Load()).__dict__.keys(), ast.Constant(1).kind, ast.FunctionDef('f').body if 0 else '')
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    ast.Name(); ast.FunctionDef(name='x'); ast.Name(id='x', foo=1)
    for x in w: print(x.message)
try: ast.Name('a','b','c')
except TypeError as e: print(e)
try: ast.Name('a',id='c')
except TypeError as e: print(e)
warnings.simplefilter('ignore')
x = ast.Str('42')
print(ast.dump(x), isinstance(x, ast.Str), isinstance(x, ast.Num), isinstance(ast.Constant(1), ast.Num))
for t in ["1", "+1", "++1", "2+3", "2+3j", "-1.5", "{1:2}", "{**{}}", "f()", "set()", "a", "[a]", "'\\U'", "1 if 2 else 3", "\n1", " 1", "1\n", "1 2", "", "(", "b'a' b'c'", "'a' 'b'", "True", "...", "-True", "10**3", "0x1F", "1_000", "{1, 2}", "(1,)", "\t\t-1", "3+-6j", "3+(0+6j)"]:
    try: print(repr(t), ast.literal_eval(t))
    except (ValueError, SyntaxError) as e: print(repr(t), type(e).__name__, str(e).split(' at 0x')[0], getattr(e, 'args', ())[1:])
print(ast.dump(ast.parse("(int, *str, **Any) -> List[int]", mode="func_type"), include_attributes=True))
print(ast.dump(ast.parse("x = 1 # type: int\ndef f(a, # type: str\n b):\n  # type: (...) -> None\n  pass\nx = [] # type: ignore[foo]\n", type_comments=True)))
