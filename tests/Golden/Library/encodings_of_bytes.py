"""Base 64 of files and lines, base 85 of ZeroMQ, pages of calendars, rows with too many fields."""
import array
import base64
import calendar
import csv
import io


def attempt(label, action):
    try:
        print(label, repr(action()))
    except Exception as e:
        print(label, type(e).__name__, e)


data = bytes(range(256))
for size in (0, 1, 4, 6, 86, 256):
    packed = base64.z85encode(data[:size])
    print(size, packed, base64.z85decode(packed) == data[:size], base64.z85decode(packed.decode()) == data[:size])
for wrong in (b"a;b", b"\xff", b"%nSc0%", b"%%%%%", b"#####", "é", 3):
    attempt(f"z85decode {wrong!r}", lambda: base64.z85decode(wrong))
attempt("z85encode", lambda: base64.z85encode("text"))

lines = io.BytesIO()
base64.encode(io.BytesIO(data), lines)
print(lines.getvalue().decode())
lines.seek(0)
back = io.BytesIO()
base64.decode(lines, back)
print(back.getvalue() == data)
attempt("text", lambda: base64.encode(io.StringIO("text"), lines))

for value in ("text", array.array("I", [1, 2]), memoryview(b"abcd").cast("B"), array.array("B", b"xyz"), bytearray(b"ab"), 5, []):
    attempt(f"encodebytes {type(value).__name__}", lambda: base64.encodebytes(value))
attempt("decodebytes", lambda: base64.decodebytes("YWJj"))
attempt("altchars", lambda: base64.b64encode(b"abc", altchars="-_"))
attempt("altchars", lambda: base64.b64encode(b"abc", altchars=b"-_"))

page = calendar.HTMLCalendar(6).formatyearpage(2024, 4)
print(len(page), page[:420].decode(), page[-30:])
print(calendar.HTMLCalendar().formatyearpage(1999, css=None, encoding="ascii")[:330])

attempt("row", lambda: csv.DictWriter(io.StringIO(), ["a"], extrasaction="RAISE").writerow({"a": 1, "b": 2}))
attempt("row", lambda: csv.DictWriter(io.StringIO(), ["a"], extrasaction="Ignore").writerow({"a": 1, "b": 2}))
attempt("row", lambda: csv.DictWriter(io.StringIO(), ["a"], extrasaction="Drop"))

import binascii, encodings, encodings.aliases
for data in b"", b"hello world", bytes(range(45)):
    for backtick in False, True:
        line = binascii.b2a_uu(data, backtick=backtick)
        print(line, binascii.a2b_uu(line) == data)
for data in b"a=b_c. \t", b"line \r\nnext\t\n.", "é ü".encode() * 20, b"x" * 80, bytes([0, 127, 200]):
    for options in {}, {"quotetabs": True}, {"istext": False}, {"header": True}:
        text = binascii.b2a_qp(data, **options)
        print(text, binascii.a2b_qp(text, header=options.get("header", False)) == data)
for bad in (lambda: binascii.b2a_uu(bytes(46)), lambda: binascii.a2b_uu(b"!\x7f"), lambda: binascii.a2b_uu(b"!a  x"), lambda: binascii.a2b_qp(b"=3D=\nx==y=zz=")):
    try: print(bad())
    except binascii.Error as e: print(e)
print(encodings.normalize_encoding("  utf 8--x.1 "), encodings.aliases.aliases["latin1"], encodings.search_function("no such"))
