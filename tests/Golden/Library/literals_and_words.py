import ast, shlex
for s in ('1', ' -5', '1_000', '0x_ff', '0b11', '0o17', '1.5e3', '.5', '1j', '1+2j', '-1-2.5j', '"a\\n\\x41\\u00e9"', "'a' 'b'", 'b"x\\x00"', 'r"\\d"', '"""a\nb"""', '()', '(1,)', '(1)', '1, 2', '[1, [2, (3,)], ]', '{"a": 1, "b": {2, 3}}', '{1}', 'set()', '{}', 'None', 'True', '...', '[\n1, # c\n2]', '99999999999999999999', "'it''s'", '-(1)', '+1'):
    try: print(repr(s), ast.literal_eval(s))
    except Exception as e: print(repr(s), type(e).__name__, str(e)[:40])
for s in ('foo', 'f(1)', '1+1', '', '[1', '"abc', 'a.b', '1 2', '[1)', '{1:2, 3}', '__import__("os")', '1 if x else 2', '-"a"', ')', '01', 'x = 1', 'f"a"', '2**3', '[x for x in y]', 'lambda: 1'):
    try: print(repr(s), ast.literal_eval(s))
    except Exception as e: print(repr(s), type(e).__name__, str(e).split(' object')[0])
try: ast.literal_eval(5)
except ValueError as e: print(e)
for s in ('a b c', 'a "b c" d', "a 'b \"c' d", 'a\\ b', '"a\\"b"', "'a\\b'", 'a#b c # d', '', '  ', 'a""b', "''", 'x=1;y', 'foo "bar" baz\'q\'', 'a\nb', 'é "ü ß"', '--opt="a b" -x'):
    for kw in ({}, {'comments': True}, {'posix': False}):
        try: print(repr(s), kw, shlex.split(s, **kw))
        except ValueError as e: print(repr(s), kw, 'ValueError', e)
for s in ('"abc', "a\\", 'a "b'):
    try: print(shlex.split(s))
    except ValueError as e: print('ValueError', e)
print(shlex.quote('a b'), shlex.quote(''), shlex.quote("it's"), shlex.quote('safe/x.y'), shlex.join(['a', 'b c', '$x']))
print(list(shlex.shlex('a=1 && b > c; "q r" # comment\nnext')), list(shlex.shlex('a && b || c; d >>e (f)', punctuation_chars=True)), list(shlex.shlex('a "b c" d\'e f\'', posix=True)))
x = shlex.shlex('a.b c,d'); x.whitespace += ','; x.wordchars += '.'; print(list(x), x.lineno); x = shlex.shlex('one two'); t = x.get_token(); x.push_token(t); print(x.get_token(), x.get_token(), repr(x.get_token()), x.error_leader('f', 3))
