import codecs, io
e = codecs.getincrementalencoder("utf-8-sig")(); print(e.encode("a"), e.encode("b"), e.getstate(), e.reset(), e.encode("c"))
d = codecs.getincrementaldecoder("utf-8")("replace"); print(d.decode(b"\xc3"), d.decode(b"\xa4x"), d.decode(b"\xff", True), d.getstate())
r = codecs.getreader("utf-8")(io.BytesIO("häl\nlo\nx".encode())); print(r.readline(), r.read(1), r.readlines())
w = io.BytesIO(); s = codecs.getwriter("latin-1")(w); s.write("ä"); s.writelines(["b", "c"]); print(w.getvalue(), s.getvalue())
print(codecs.lookup("utf8").name, codecs.encode("abc", "rot13"), codecs.decode(b"6162", "hex"), codecs.BOM_UTF8, list(codecs.iterencode(["a", "ä"], "utf-8")), list(codecs.iterdecode([b"a", b"\xc3", b"\xa4"], "utf-8")))
import os, tempfile; os.chdir(tempfile.mkdtemp())
with codecs.open("cod.txt", "w", "utf-8") as f: f.write("ä\nb\n")

with codecs.open("cod.txt", encoding="utf-8") as f: print(f.readlines())
print(codecs.getencoder("utf-8")("ä"), codecs.getdecoder("ascii")(b"a"), codecs.escape_decode(b"a\\n"))
import time
print(isinstance(time.clock_gettime(time.CLOCK_MONOTONIC), float), isinstance(time.clock_gettime_ns(time.CLOCK_REALTIME), int), time.clock_getres(time.CLOCK_REALTIME) > 0)
