"""What eval and literal_eval say of texts that are no expressions."""
import ast
for s in ["x = 1", "k=None&1.0=None&2=None", "-1=%D9", "f()=1", "x: int = 3", "1: int", "del x", "import a", "a = 1 = 2", "1 = 2", "(a, b) = 3", "[1, 2] = 3", "x += 1", "1 += 2", "f() += 1", "x if y = 3", "print 1", "lambda: x = 1", "a, b = 1", "*a = 1", "a b = 1", "x = ", "for x in y: pass", "return 1", "yield = 1", "None = 1", "a.b = None = 3", "f(a=1)=2", "f(1=2)", "(x=1)", "{a=1}", "[x=1]", "x == 1 = 2","x;y","x\ny","if","a=1;b","pass", "a ? b", "f'{x}' = 1", "x is 1 = 3", "1 if 2 else 3 = 4", "await x = 1", "f(x for x in y = 1)", "a[1] = 2", "print(1", ")", "k=1.0="]:
    for name, call in (("eval", lambda: eval(s)), ("literal", lambda: ast.literal_eval(s))):
        try:
            call(); print(repr(s), name, "fine")
        except SyntaxError as e:
            print(repr(s), name, e.msg, e.lineno, e.offset, e.end_offset, e.text)
        except Exception as e:
            print(repr(s), name, type(e).__name__)
for s in ['\x7fline1\nline2\r\nline3', '0x1fline1\nline2\r\nline3', '½line1\nline2', 'it\'s "q"line1\nline2', 'a\nb', 'a\n\n', '  a', '(a\n', '(a\nb)', 'a\n b', '"""x', 'a # c', '# c', 'a \\\n + b', '\n', ' ', '\t', 'a;', 'é é', '$', '1_', '0777', '1.e', "b'é'", "f'{'", 'a\n)']:
    for name, call in (("eval", lambda: eval(s)), ("literal", lambda: ast.literal_eval(s))):
        try:
            call(); print(repr(s), name, "fine")
        except SyntaxError as e:
            print(repr(s), name, type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
        except Exception as e:
            print(repr(s), name, type(e).__name__)
