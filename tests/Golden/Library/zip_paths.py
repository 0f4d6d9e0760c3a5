import io, zipfile, pathlib
data = io.BytesIO()
zf = zipfile.ZipFile(data, "w")
zf.writestr("a.txt", "content of a"); zf.writestr("b/c.txt", "content of c"); zf.writestr("b/d/e.txt", "content of e"); zf.writestr("g/h/i.tar.gz", b"zz")
zf.filename = "mem/abcde.zip"
path = zipfile.Path(zf)
print(list(path.iterdir()), path, repr(path), path.name, path.stem, path.suffix, path.filename, path.parent)
b = path / "b"
print(b, b.name, b.is_dir(), b.exists(), (b / "missing.txt").exists(), b.joinpath("d", "e.txt").read_text(encoding="utf-8"), (b / "c.txt").read_bytes())
print(list(path.glob("*.txt")), list(path.rglob("*.txt")), list(path.glob("**/*.gz")), list(b.glob("?.txt")), list(path.glob("*/")))
print((path / "a.txt").match("*.txt"), (path / "g/h/i.tar.gz").suffixes, (b / "c.txt").parent, b.parent, (path / "a.txt").is_symlink())
print((b / "c.txt").relative_to(path), (b / "d" / "e.txt").relative_to(path, "b"))
for f in (lambda: path.glob(""), lambda: list(path.glob("**foo")), lambda: list((path / "a.txt").iterdir()), lambda: b.open(), lambda: (path / "zz").open(), lambda: (path / "a.txt").open("rb", "utf-8"), lambda: (b / "nope.txt").read_bytes()):
    try: print(f())
    except (ValueError, OSError) as e: print(type(e).__name__, e)
print(path == zipfile.Path(zf), path == "foo", hash(path / "a.txt") == hash(zipfile.Path(zf, "a.txt")))
with (path / "new.txt").open("w", encoding="latin-1") as f: f.write("x")
print((path / "new.txt").read_text("latin-1"))
class Sub(zipfile.Path): pass
print(repr(Sub(zf) / "b" / "c.txt"))
zf.filename = None
for name in ("name", "filename", "parent", "suffix", "stem"):
    try: print(getattr(path, name))
    except TypeError as e: print("TypeError")
print((path / "a.txt").name)
