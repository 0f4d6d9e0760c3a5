import bz2
import io
import os
import tarfile
import tempfile
import zipfile

data = b"hello world " * 500 + bytes(range(256)) + b"a" * 1000
packed = bz2.compress(data)
print(packed[:60].hex(), len(packed), bz2.decompress(packed) == data)
for text in (b"", b"a", b"banana", b"aaaaaaaa" * 40, bytes(i * i % 251 for i in range(3000)), b"the quick brown fox jumps over the lazy dog\n" * 30 + b"x"):
    for level in (1, 9):
        packed_text = bz2.compress(text, level)
        print(len(text), len(packed_text), packed_text[:40].hex(), bz2.decompress(packed_text) == text)
path = os.path.join(tempfile.mkdtemp(), "f")
with bz2.open(path, "wt") as f:
    f.write("line1\nline2\n")
with bz2.open(path, "rt") as f:
    print(f.readlines())
with bz2.BZ2File(path) as f:
    print(f.readline(), f.read(2), f.tell(), f.seek(0), f.read())
unpacker = bz2.BZ2Decompressor()
print(unpacker.decompress(packed[:50]), unpacker.eof, unpacker.needs_input)
print(unpacker.decompress(packed[50:] + b"rest") == data, unpacker.eof, unpacker.unused_data)
packer = bz2.BZ2Compressor()
print(bz2.decompress(packer.compress(data[:100]) + packer.compress(data[100:]) + packer.flush()) == data)
for bad in (b"junkjunk", packed[:30]):
    try:
        bz2.decompress(bad)
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
print(bz2.decompress(packed + packed) == data * 2, bz2.decompress(b""))
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as z:
    z.writestr(zipfile.ZipInfo("stored"), b"x")
    z.writestr("packed", data)
with zipfile.ZipFile(buffer) as z:
    print(z.read("packed") == data, z.getinfo("packed").compress_size, z.getinfo("packed").extract_version)
buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode="w:bz2") as t:
    info = tarfile.TarInfo("a")
    info.size = 3
    t.addfile(info, io.BytesIO(b"abc"))
buffer.seek(0)
with tarfile.open(fileobj=buffer) as t:
    print(t.getnames(), t.extractfile("a").read())
