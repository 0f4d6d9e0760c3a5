import io
import os
import tempfile
import zipfile
from zipfile import BadZipFile, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

folder = tempfile.mkdtemp()
path = os.path.join(folder, "x.zip")
source = os.path.join(folder, "src.txt")
with open(source, "w") as f:
    f.write("from file\n")
with ZipFile(path, "w", ZIP_DEFLATED) as z:
    z.writestr("hello.txt", "hello world " * 100)
    z.writestr("dir/b.bin", b"\x00\x01\x02", compress_type=ZIP_STORED)
    info = ZipInfo("dated.txt", date_time=(2020, 1, 2, 3, 4, 6))
    info.comment = b"c"
    z.writestr(info, "dated")
    z.write(source, arcname="sub/src.txt")
    z.mkdir("made")
    with z.open("streamed.txt", "w") as s:
        s.write(b"part1 ")
        s.write(b"part2")
    z.comment = b"archive comment"
print(zipfile.is_zipfile(path), zipfile.is_zipfile(source))
with ZipFile(path) as z:
    print(z.namelist(), z.comment, z.testzip(), z.mode)
    for i in z.infolist():
        print(i.filename, i.file_size, i.compress_size, i.is_dir(), i.compress_type, hex(i.CRC))
    print(z.read("hello.txt")[:11], z.getinfo("dated.txt").date_time, z.getinfo("dated.txt").comment)
    with z.open("hello.txt") as s:
        print(s.read(5), s.readline()[:10], s.readable())
    with z.open("sub/src.txt") as s:
        for line in io.TextIOWrapper(s, encoding="utf-8"):
            print(repr(line))
    try:
        z.read("nope")
    except KeyError as e:
        print(e)
    out = os.path.join(folder, "out")
    z.extractall(out)
    print(sorted(os.listdir(out)), open(os.path.join(out, "sub", "src.txt")).read())
    print(repr(z.getinfo("dated.txt")), z.getinfo("dir/b.bin"))
with ZipFile(path, "a") as z:
    z.writestr("later.txt", "x")
print(ZipFile(path).namelist())
buffer = io.BytesIO()
with ZipFile(buffer, mode="w") as z:
    z.writestr(ZipInfo("a"), "1")
print(buffer.getvalue())
for bad in (b"", b"not a zip"):
    try:
        ZipFile(io.BytesIO(bad))
    except BadZipFile as e:
        print(e)
try:
    ZipFile(path, "q")
except ValueError as e:
    print(e)
closed = ZipFile(path)
closed.close()
try:
    closed.read("a")
except ValueError as e:
    print(e)
inside = zipfile.Path(ZipFile(path), "dir/")
print([x.name for x in inside.iterdir()], (inside / "b.bin").read_bytes(), inside.is_dir(), (inside / "zz").exists())
