"""tokenize and token: source text as tokens, faults, encodings, and text again."""
import io
import token
import tokenize

TEXTS = [
    "def f(a, *b):\n    # note\n\n    return a + 0x1F * 1_000.5e-3j  # end\n\n\nx = f(1,\n  2)\n",
    "if x:\n  a\n  if y:\n    b\nc",
    "f'a{x!r:>{w}}b{{c}}' f'''{\nx\n}''' rb'x' Rf'{x}'\n",
    "f'{a:{b}c{d:e}}f' f'{x:{{}}}' f'{lambda x: 1}' f'a\\N{DASH}b{c}'",
    "x = 1 \\\n + 2; y = '''a\nb''' + 'c\\\nd'\n",
    "->:=...**=//=>>=!=<> @ $ ? a€b 𝔘 = '😀' + ü\r\n",
    "   # only\n\n", "", "  x", "\tif x:\n        y\n", "def f():\n    x\n  y\n", "'abc", "'''abc", "(", "f'{x", "f'{'", "f'abc", "0x", "1__0", "0b12", "a\\ b", "\\", "x\\\n",
]


def show(text):
    print(repr(text))
    try:
        for found in tokenize.generate_tokens(io.StringIO(text).readline):
            print("   ", token.tok_name[found.type], repr(found.string), found.start, found.end, repr(found.line), token.tok_name[found.exact_type])
    except (tokenize.TokenError, SyntaxError) as error:
        print("   ", type(error).__name__, error.args)


def back(text):
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return
    print(tokenize.untokenize(tokens) == text, repr(tokenize.untokenize(t[:2] for t in tokens)))


for text in TEXTS:
    show(text)
    back(text)
tokens = list(tokenize.tokenize(io.BytesIO(b'# -*- coding: latin-1 -*-\nx = "\xe9"\n').readline))
print(tokens[0], tokens[-2], tokenize.untokenize(tokens))
for start in b"", b"\xef\xbb\xbfx", b"#!/x\n# vim: set coding=utf_8 :\n", b"# coding: nope\n", b"\xff\n", b"\xef\xbb\xbf# coding: latin-1\n", b"x\n# coding: latin-1\n":
    try:
        print(tokenize.detect_encoding(io.BytesIO(start).readline))
    except SyntaxError as error:
        print(error)
print(token.ISEOF(0), token.EXACT_TOKEN_TYPES["->"], len(token.tok_name), token.ISTERMINAL(300))
