"""Compressed data and files, byte for byte: zlib, gzip and io's buffered streams."""

import gzip
import io
import zlib


def rows(count: int) -> bytes:
    return b"".join(b"%d,row %d,%d\n" % (i, i % 7, i * i) for i in range(count))


class Chunks(io.RawIOBase):
    """A raw stream that gives a few bytes at a time."""

    def __init__(self, data: bytes):
        self.data = data

    def readable(self):
        return True

    def readinto(self, buffer):
        part, self.data = self.data[:5], self.data[5:]
        buffer[:len(part)] = part
        return len(part)


data = rows(3000)
for level in range(-1, 10):
    packed = zlib.compress(data, level)
    print(level, len(packed), hex(zlib.crc32(packed)), zlib.decompress(packed) == data)
for wbits, strategy in (-15, zlib.Z_FILTERED), (31, zlib.Z_RLE), (15, zlib.Z_HUFFMAN_ONLY), (9, zlib.Z_FIXED):
    packer = zlib.compressobj(6, wbits=wbits, strategy=strategy)
    parts = [packer.compress(data[i:i + 10000]) for i in range(0, len(data), 10000)] + [packer.flush(zlib.Z_SYNC_FLUSH), packer.flush()]
    print(wbits, [len(part) for part in parts], hex(zlib.adler32(b"".join(parts))))

reader = zlib.decompressobj()
packed = zlib.compress(data) + b"after"
head = reader.decompress(packed, 40)
print(head, len(reader.unconsumed_tail), reader.eof)
rest = reader.decompress(reader.unconsumed_tail)
print(head + rest == data, reader.unused_data, reader.eof)
for bad in b"nonsense", packed[:20], b"x\x9c\x07":
    try:
        zlib.decompress(bad)
    except zlib.error as e:
        print(e)

file = io.BytesIO()
with gzip.GzipFile("table.csv", "wb", fileobj=file, mtime=1700000000) as out:
    out.write(data)
with gzip.GzipFile(fileobj=file, mode="ab", mtime=0) as out:
    out.write("fin: äöü\n".encode())
print(len(file.getvalue()), file.getvalue()[:22])
file.seek(0)
with gzip.open(file, "rt", encoding="utf-8") as text:
    lines = text.readlines()
print(len(lines), lines[0], lines[-1], sep="|")
try:
    gzip.decompress(file.getvalue()[:-2])
except EOFError as e:
    print(e)

buffered = io.BufferedReader(Chunks(b"first\nsecond line\nthird"), 16)
print(buffered.peek(), buffered.readline(), buffered.read(3), buffered.readlines())
target = io.BytesIO()
writer = io.BufferedWriter(target, 8)
writer.write(b"abc")
print(target.getvalue())
writer.write(b"defghij")
writer.flush()
view = target.getbuffer()
view[0] = ord("Z")
try:
    target.write(b"more")
except BufferError as e:
    print(e)
print(target.getvalue())
