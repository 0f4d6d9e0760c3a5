import io
import os
import tarfile
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "x.tar.gz")
os.mkdir(os.path.join(folder, "src"))
with open(os.path.join(folder, "src", "a.txt"), "w") as f:
    f.write("aaa\n")
with tarfile.open(path, "w:gz") as t:
    t.add(os.path.join(folder, "src"), arcname="src")
    info = tarfile.TarInfo("mem.txt")
    data = b"in memory"
    info.size = len(data)
    info.mtime = 1234567890
    info.mode = 0o600
    t.addfile(info, io.BytesIO(data))
    t.addfile(tarfile.TarInfo("long/" + "n" * 120 + ".txt"))
    link = tarfile.TarInfo("link")
    link.type = tarfile.SYMTYPE
    link.linkname = "mem.txt"
    t.addfile(link)
print(tarfile.is_tarfile(path))
with tarfile.open(path) as t:
    print(sorted(t.getnames()))
    for m in t.getmembers():
        print(m.name[:20], m.size, m.isfile(), m.isdir(), m.issym(), m.type, m.linkname)
    m = t.getmember("mem.txt")
    print(m.mtime, oct(m.mode), m.uid, m.uname, m.isreg())
    print(t.extractfile("mem.txt").read(), t.extractfile("link").read(), t.extractfile(t.getmember("src/a.txt")).readlines(), t.extractfile("src"))
    try:
        t.getmember("zz")
    except KeyError as e:
        print(e)
    out = os.path.join(folder, "out")
    t.extractall(out, filter="data")
    print(sorted(os.listdir(out)), open(os.path.join(out, "src", "a.txt")).read())
buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode="w") as t:
    info = tarfile.TarInfo("ä")
    info.size = 3
    t.addfile(info, io.BytesIO(b"abc"))
print(len(buffer.getvalue()), buffer.getvalue()[:1600].hex())
buffer.seek(0)
with tarfile.open(fileobj=buffer, mode="r:") as t:
    for m in t:
        print(m.name, t.extractfile(m).read(), m.pax_headers)
for bad in (b"junk" * 200, b""):
    try:
        tarfile.open(fileobj=io.BytesIO(bad))
    except tarfile.ReadError as e:
        print(e)
buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode="w") as t:
    t.addfile(tarfile.TarInfo("../evil"))
buffer.seek(0)
with tarfile.open(fileobj=buffer) as t:
    try:
        t.extractall(out, filter="data")
    except tarfile.OutsideDestinationError as e:
        print(type(e).__name__)
