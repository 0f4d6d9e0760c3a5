"""Images, sounds and records in bytes."""
import struct, array, io, binascii, base64, sys
# BMP writer, WAV writer, PNG chunks
import zlib, wave
def png(w, h, px):
    def chunk(t, d): return struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
    rows = b"".join(b"\0" + bytes(px(x, y) for x in range(w)) for y in range(h))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", w, h, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")
data = png(4, 3, lambda x, y: (x * 60 + y * 10) % 256)
print(len(data), data[:33].hex(" ", 4))
def chunks(f):
    assert f.read(8)[1:4] == b"PNG"
    while True:
        head = f.read(8)
        if not head: return
        n, t = struct.unpack(">I4s", head)
        body = f.read(n); (crc,) = struct.unpack(">I", f.read(4))
        yield t.decode(), n, crc == zlib.crc32(body, zlib.crc32(t))
print(*chunks(io.BytesIO(data)))
bmp = bytearray(struct.pack("<2sIHHI", b"BM", 0, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, 2, 2, 1, 24, 0, 16, 2835, 2835, 0, 0))
for y in range(2):
    row = bytearray()
    for x in range(2): row += bytes((x * 255, y * 255, 128))
    row += b"\0" * (-len(row) % 4); bmp += row
struct.pack_into("<I", bmp, 2, len(bmp)); print(bmp.hex())
m0 = memoryview(bmp); m = m0[54:]
print(m[0], m[-4:].tolist(), m.nbytes, m.readonly, m[::4].tobytes())
m[0:3] = b"\x01\x02\x03"; print(bmp[54:60])
try: bmp.append(0)
except BufferError as e: print(e)
m.release(); m0.release()

a = array.array("h", [1, -2, 300]); a.byteswap(); print(a, a.tobytes(), a.itemsize, array.array("d", [1.5]).tobytes().hex())
a.frombytes(b"\x01\x00"); a.insert(1, 7); print(a.tolist(), a.index(7), a.count(1), a[::-1], sys.byteorder)
buf = io.BytesIO()
with wave.open(buf, "wb") as w:
    w.setnchannels(1); w.setsampwidth(2); w.setframerate(8000); w.writeframes(array.array("h", range(-5, 5)).tobytes())
buf.seek(0)
with wave.open(buf) as w: print(w.getparams(), w.readframes(3).hex())
print(binascii.hexlify(b"\xde\xad", "-"), base64.b85encode(b"hello"), base64.b32hexencode(b"x"), binascii.crc_hqx(b"abc", 0), base64.a85encode(b"\0\0\0\0abc", adobe=True))
for fmt in ("<bBhHiIqQfd?", ">3s5p2x", "@iq", "=iq", "e", "n", "P", "10s", "2h0i"):
    print(fmt, struct.calcsize(fmt))
for bad in (("B", 256), ("b", -129), ("h", "x"), ("s", "x"), ("i", 1.5), ("?",), ("3z", 1), ("c", b"ab"), ("f", 1e40), ("Q", -1)):
    try: print(struct.pack(*bad))
    except (struct.error, OverflowError) as e: print(bad, type(e).__name__, e)
print(struct.unpack("<3sxh", b"abc\0\x01\x02"), list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.unpack_from(">I", b"\0" * 3 + b"\0\0\1\0", 3))
rec = struct.Struct("<Id8s")
out = io.BytesIO()
for i in range(3): out.write(rec.pack(i, i / 3, f"n{i}".encode()))
v = out.getbuffer()
print([(i, round(d, 3), s.rstrip(b"\0").decode()) for i, d, s in rec.iter_unpack(v)], len(v))
v.release()
print(int.from_bytes(b"\xff\xfe", "big", signed=True), (1000).to_bytes(4, "little"), bytes.fromhex("de ad BE ef"), b"\x01\x02".hex(":"))
