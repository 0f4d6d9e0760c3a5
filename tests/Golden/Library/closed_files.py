"""What every operation says of every kind of closed file."""
import io, os, tempfile, gzip, bz2, lzma
name = os.path.join(tempfile.mkdtemp(), "f")
open(name, "wb").write(b"abc\ndef\n")
makers = {
 "FileIO": lambda: open(name, "rb", buffering=0), "FileIO w": lambda: open(name, "r+b", buffering=0),
 "BufferedReader": lambda: open(name, "rb"), "BufferedWriter": lambda: open(name, "ab"), "BufferedRandom": lambda: open(name, "r+b"),
 "TextIOWrapper": lambda: open(name), "TextIOWrapper w": lambda: open(name, "a"), "TextIOWrapper rw": lambda: open(name, "r+"),
 "BytesIO": lambda: io.BytesIO(b"ab"), "StringIO": lambda: io.StringIO("ab"),
 "Reader over BytesIO": lambda: io.BufferedReader(io.BytesIO(b"x")), "Text over BytesIO": lambda: io.TextIOWrapper(io.BytesIO(b"x")),
}
calls = {
 "read": lambda f: f.read(), "read5": lambda f: f.read(5), "readline": lambda f: f.readline(), "readlines": lambda f: f.readlines(), "readinto": lambda f: f.readinto(bytearray(2)),
 "readall": lambda f: f.readall(), "next": lambda f: next(f), "iter": lambda f: iter(f), "write": lambda f: f.write("x" if isinstance(f, io.TextIOBase) else b"x"),
 "writelines": lambda f: f.writelines(["x" if isinstance(f, io.TextIOBase) else b"x"]), "writelines0": lambda f: f.writelines([]), "flush": lambda f: f.flush(), "seek": lambda f: f.seek(0), "tell": lambda f: f.tell(), "truncate": lambda f: f.truncate(),
 "enter": lambda f: f.__enter__(), "exit": lambda f: f.__exit__(None, None, None), "detach": lambda f: f.detach(), "getvalue": lambda f: f.getvalue(), "getbuffer": lambda f: f.getbuffer(), "mode": lambda f: f.mode, "close": lambda f: f.close(), "closed": lambda f: f.closed,
}
for m, make in makers.items():
    for c, call in calls.items():
        f = make(); f.close()
        try: r = call(f); r = type(r).__name__ if c in ("iter", "detach") else r
        except AttributeError as e: continue
        except Exception as e: r = f"{type(e).__name__}: {e}"
        print(m, c, r)
