# Packing with lzma: in memory, step by step and in files.
import io
import lzma
import os
import tempfile

data = b"some text that repeats, " * 200
packed = lzma.compress(data)
print(packed[:6], len(packed) < 200, lzma.decompress(packed) == data, lzma.decompress(packed + lzma.compress(b"more"))[-4:])
alone = lzma.compress(data, format=lzma.FORMAT_ALONE, preset=1)
print(alone[:1], lzma.decompress(alone) == data, lzma.decompress(alone, format=lzma.FORMAT_ALONE) == data)
for check in (lzma.CHECK_NONE, lzma.CHECK_CRC32, lzma.CHECK_SHA256):
    decompressor = lzma.LZMADecompressor()
    print(decompressor.decompress(lzma.compress(b"x" * 100, check=check, preset=9 | lzma.PRESET_EXTREME)) == b"x" * 100, decompressor.check, decompressor.eof)
compressor = lzma.LZMACompressor()
parts = [compressor.compress(data[i:i + 1000]) for i in range(0, len(data), 1000)] + [compressor.flush()]
decompressor = lzma.LZMADecompressor()
print(sum(len(decompressor.decompress(part)) for part in parts) == len(data), decompressor.eof, decompressor.unused_data)
decompressor = lzma.LZMADecompressor()
print(decompressor.decompress(packed + b"rest", 10), decompressor.eof, decompressor.needs_input, len(decompressor.decompress(b"")), decompressor.unused_data)
for call in (lambda: lzma.decompress(b"nothing"), lambda: lzma.decompress(packed[:-10]), lambda: decompressor.decompress(b"x"), lambda: compressor.flush(), lambda: compressor.compress(b""), lambda: lzma.compress(b"", format=7),
             lambda: lzma.LZMAFile(3), lambda: lzma.open(io.BytesIO(), "rt", encoding="x"), lambda: lzma.open("x", "q")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
path = os.path.join(tempfile.mkdtemp(), "file.xz")
with lzma.open(path, "wt", encoding="utf-8") as file:
    file.write("first line\nzweite Zeile: ä\n")
with lzma.open(path, "ab") as file:
    print(file.write(b"third\n"), file.tell(), file.writable(), file.readable())
with lzma.open(path, "rt", encoding="utf-8") as file:
    print(file.readlines())
with lzma.LZMAFile(path) as file:
    print(file.read(5), file.readline(), file.tell(), file.seek(0), file.peek()[:5], list(file), file.closed)
print(file.closed, lzma.is_check_supported(lzma.CHECK_CRC64))
buffer = io.BytesIO()
with lzma.LZMAFile(buffer, "w", preset=0) as file:
    file.write(b"in memory")
print(lzma.LZMAFile(io.BytesIO(buffer.getvalue())).read())
