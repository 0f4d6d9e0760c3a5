import io, os, tempfile
d = tempfile.mkdtemp()
p = os.path.join(d, "x")
for enc in ("utf-8", "utf-16", "utf-8-sig", "latin-1", "utf-32-be", "utf-16-le"):
    with open(p, "w", encoding=enc) as f:
        f.write("aé\nb\r\nc"); f.write("ddd\n"); pos = f.tell()
    with open(p, "a", encoding=enc) as f:
        f.write("more é\n")
    print(enc, open(p, "rb").read(), pos)
    for nl in (None, "", "\n", "\r", "\r\n"):
        with open(p, encoding=enc, newline=nl) as f:
            out = [f.read(2)]
            c = f.tell(); out.append(f.readline()); out.append(f.tell()); rest = f.read(); f.seek(c); out.append(f.readline()); out.append(rest == f.read()[-len(rest):] if rest else None)
            out.append(f.newlines)
            f.seek(0); out.append(f.readlines()); f.seek(0); out.append([f.read(1) for _ in range(5)])
            print(nl, out)
b = io.BytesIO()
t = io.TextIOWrapper(b, encoding="ascii", newline="\r\n")
t.write("a\nb"); print(b.getvalue()); t.flush(); print(b.getvalue())
t.reconfigure(encoding="utf-8", line_buffering=True); t.write("é\n"); print(b.getvalue(), t.encoding, t.errors, t.line_buffering, t)
class S(io.TextIOWrapper):
    def __init__(self, x): super().__init__(io.BytesIO(x), encoding="utf-8"); self.extra = 1
s = S(b"x\ny\n"); print(list(s), s.extra, s.closed)
with io.TextIOWrapper(io.BytesIO(b"1\n2\n")) as q: print([int(x) for x in q])
print(q.closed)
try: q.read()
except ValueError as e: print(e)
for bad in (lambda: io.TextIOWrapper(b, encoding="hex"), lambda: io.TextIOWrapper(b, encoding="nope"), lambda: io.TextIOWrapper(b, newline="x"), lambda: io.TextIOWrapper(b, encoding=4), lambda: io.TextIOWrapper()):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
f = open(p, "w+"); print(f.name == p, f.mode, f.encoding)
f.write("abc\ndéf\n"); f.seek(0)
for line in f:
    try: f.tell()
    except OSError as e: print(e)
    break
print(f.readline()); f.seek(0, 2); f.write("z"); f.seek(3); f.truncate(); f.seek(0); print(f.read())
r = io.TextIOWrapper(io.BytesIO("x\u20ac\U0001F600y\n".encode()*3)); print(r.read(3), r.tell(), r.read(2), r.tell(), r.readline(2), r.tell()); det = r.detach(); print(det.tell())
try: r.read()
except ValueError as e: print(e)

import pickle
for newline in None, "", "\n", "\r", "\r\n":
    s = io.StringIO("a\nb\r\nc\rd", newline=newline)
    print(repr(newline), repr(s.getvalue()), s.readlines(), s.newlines, s.write("x\ny"), repr(s.getvalue()), s.__getstate__()[1:3])
s = io.StringIO("a😀b"); print(s.read(2), s.tell(), s.seek(1), s.write("é"), s.getvalue(), s.seek(2), s.truncate(), s.getvalue())
s.seek(5); s.write(""); print(repr(s.getvalue())); s.extra = 1
again = pickle.loads(pickle.dumps(s)); print(again.tell(), again.getvalue(), again.extra)
b = io.BytesIO(b"abc"); b.read(1); c = pickle.loads(pickle.dumps(b)); print(c.read(), b.__getstate__())
for bad in (lambda: io.StringIO(newline="x"), lambda: io.StringIO("", newline=b""), lambda: s.__setstate__(("a", "\n", -1, None)), lambda: b.__setstate__((1,))):
    try: bad()
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
