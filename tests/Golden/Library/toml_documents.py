import tomllib

DOC = '''
# a comment
title = "TOML \\u00e9 Example"
count = 1_000
hexa = 0xff
octa = 0o17
bina = 0b101
pi = 3.14
exp = 1e-3
neg = -17
pos = +5
inf = -inf
flag = true
off = false
raw = 'C:\\Users\\n'
multi = """
one
two \\
   joined"""
rawmulti = \'\'\'
first
second\'\'\'
odt = 1979-05-27T07:32:00Z
odt2 = 1979-05-27T00:32:00.999999-07:00
ldt = 1979-05-27 07:32:00
ld = 1979-05-27
lt = 07:32:00.5
array = [1, 2, [3, "x"], # c
  4,
]
inline = { a = 1, b.c = "d" }
"quoted key" = 1
a.b.c = 5

[owner]
name = "Tom"
[owner.more]
x = 1
[[products]]
name = "Hammer"
sku = 738594937
[[products]]
[[products]]
name = "Nail"
[products.dim]
h = 2
'''
d = tomllib.loads(DOC)
for k, v in d.items():
    print(k, repr(v))
print(tomllib.loads("x = 1.50", parse_float=str))
from decimal import Decimal
print(tomllib.loads("x = 1.50", parse_float=Decimal))
import io
print(tomllib.load(io.BytesIO(b"a = 1\n[b]\nc = [true, false]\n")))
for bad in ["a", "a =", "a = 1\na = 2", "[x]\n[x]", "a = 'x", "a = [1", "a = 1 b = 2", "a = 2021-13-01", "a = \"\\q\"", "[a\n", "x = 1__0", "a = {b = 1, b = 2}", "[[a]]\n[a]\n", "a.b = 1\n[a]\n", "= 1", "a = tru", "a = \"\n\"", "a = 01", "a\n= 1", "a = 1\x00"]:
    try:
        print(tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e:
        print(repr(bad), "->", e, type(e).__mro__[1].__name__)
try:
    tomllib.loads(b"a = 1")
except TypeError as e:
    print(e)
try:
    tomllib.load(io.StringIO("a = 1"))
except TypeError as e:
    print(e)
