"""A tiny archive format: header, index, zlib blocks, crc."""
import io, os, struct, sys, tempfile, zlib, hashlib, gzip, bz2, lzma
from dataclasses import dataclass, field
from pathlib import Path

MAGIC = b"PARC\x01"
HEADER = struct.Struct("<5sHIQ")
ENTRY = struct.Struct("!HQII")

@dataclass(order=True)
class Entry:
    name: str
    offset: int = 0
    size: int = 0
    crc: int = field(default=0, compare=False)

    def pack(self) -> bytes:
        raw = self.name.encode("utf-8")
        return ENTRY.pack(len(raw), self.offset, self.size, self.crc) + raw

    @classmethod
    def unpack(cls, view: memoryview) -> tuple["Entry", int]:
        n, offset, size, crc = ENTRY.unpack_from(view)
        end = ENTRY.size + n
        return cls(bytes(view[ENTRY.size:end]).decode(), offset, size, crc), end

class Archive:
    def __init__(self, path, mode="r"):
        self.path = Path(path)
        self.mode = mode
        self.entries: list[Entry] = []
        self._f = open(self.path, {"r": "rb", "w": "w+b", "a": "r+b"}[mode])
        if mode == "w":
            self._f.write(HEADER.pack(MAGIC, 1, 0, 0))
        else:
            self._load()
    def _load(self):
        magic, version, count, index = HEADER.unpack(self._f.read(HEADER.size))
        if magic != MAGIC:
            raise ValueError(f"bad magic {magic!r}")
        self._f.seek(index)
        view = memoryview(self._f.read())
        while view:
            e, used = Entry.unpack(view)
            self.entries.append(e)
            view = view[used:]
        assert len(self.entries) == count, (len(self.entries), count)
        self._end = index
    def add(self, name, data):
        if self.mode == "a":
            self._f.seek(self._end)
        packed = zlib.compress(data, 9)
        e = Entry(name, self._f.tell(), len(packed), zlib.crc32(data))
        self._f.write(packed)
        self._end = self._f.tell()
        self.entries.append(e)
    def read(self, name):
        for e in self.entries:
            if e.name == name:
                self._f.seek(e.offset, os.SEEK_SET)
                data = zlib.decompress(self._f.read(e.size))
                if zlib.crc32(data) != e.crc:
                    raise OSError("crc")
                return data
        raise KeyError(name)
    def close(self):
        if self.mode != "r":
            self._f.seek(self._end)
            for e in self.entries:
                self._f.write(e.pack())
            self._f.truncate()
            self._f.seek(0)
            self._f.write(HEADER.pack(MAGIC, 1, len(self.entries), self._end))
        self._f.close()
    def __enter__(self): return self
    def __exit__(self, *exc): self.close()

with tempfile.TemporaryDirectory() as d:
    p = Path(d) / "x.parc"
    with Archive(p, "w") as a:
        a.add("hello.txt", b"hello " * 100)
        a.add("naïve.bin", bytes(range(256)) * 4)
    with Archive(p, "a") as a:
        a.add("more", b"")
    with Archive(p) as a:
        for e in sorted(a.entries):
            print(e.name, e.offset, e.size, hex(e.crc), hashlib.sha256(a.read(e.name)).hexdigest()[:16])
        try:
            a.read("none")
        except KeyError as e:
            print("missing", e)
    raw = bytearray(p.read_bytes())
    raw[30] ^= 0xFF
    p.write_bytes(raw)
    with Archive(p) as a:
        try:
            print(len(a.read("hello.txt")))
        except zlib.error as e:
            print("zlib.error", e)
    print(p.stat().st_size, len(raw))
    raw[0:1] = b"Q"
    p.write_bytes(raw)
    try:
        Archive(p)
    except ValueError as e:
        print(e)
    g = Path(d) / "t.gz"
    with gzip.open(g, "wt", encoding="utf-8", newline="\n") as f:
        for i in range(5):
            print(f"line {i} ü", file=f)
    with gzip.open(g, "rt", encoding="utf-8") as f:
        print([l.rstrip() for l in f])
    with gzip.open(g, "ab") as f:
        f.write(b"second member\n")
    print(gzip.decompress(g.read_bytes()).splitlines()[-1])
    buf = io.BytesIO()
    with gzip.GzipFile(filename="inner", mode="wb", fileobj=buf, mtime=0) as z:
        z.write(b"x" * 1000)
        print(z.tell(), z.name, z.writable(), z.readable(), z.seekable())
    print(buf.getvalue()[:16].hex(), len(buf.getvalue()))
    buf.seek(0)
    with gzip.GzipFile(fileobj=buf) as z:
        print(z.read(10), z.seek(500), z.tell(), len(z.read()), z.mtime, z.peek(1))
    for mod in (bz2, lzma):
        c = mod.compress(b"data" * 50)
        print(mod.__name__, mod.decompress(c) == b"data" * 50)
