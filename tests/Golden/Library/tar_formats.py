import tarfile, io
def made(**options):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", **options) as t:
        for name in ("a.txt", "d/" * 40 + "b" * 60, "x" * 120, "\xe4.txt"):
            info = tarfile.TarInfo(name); info.size = 3; info.mtime = 1000.6; info.uid = 0o7777777 if options.get("format") != 1 else 0o77777777
            info.uname = "me"
            try: t.addfile(info, io.BytesIO(b"abc"))
            except ValueError as e: print("  ", e)
        link = tarfile.TarInfo("link"); link.type = tarfile.SYMTYPE; link.linkname = "t" * 130
        try: t.addfile(link)
        except ValueError as e: print("  ", e)
    return out.getvalue()
import hashlib
for fmt in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
    data = made(format=fmt)
    print(fmt, len(data), hashlib.sha256(data).hexdigest()[:16])
    with tarfile.open(fileobj=io.BytesIO(data)) as t:
        for m in t: print("  ", m.name[:12], len(m.name), m.size, m.uid, m.mtime, m.linkname[:5], sorted(m.pax_headers), m.type)
        print("  ", t.extractfile("a.txt").name, t.format)
data = made(format=tarfile.GNU_FORMAT, encoding="iso8859-1")
print(hashlib.sha256(data).hexdigest()[:16])
for enc in ("iso8859-1", "utf-8", "ascii"):
    with tarfile.open(fileobj=io.BytesIO(data), encoding=enc) as t: print(ascii(t.getnames()[-2]), t.encoding)
data = made(format=tarfile.PAX_FORMAT, pax_headers={"comment": "hello", "gname": "all"})
print(hashlib.sha256(data).hexdigest()[:16])
with tarfile.open(fileobj=io.BytesIO(data)) as t: print(t.pax_headers, t.getmembers()[0].gname)
two = made() + made()
for ignore in (False, True):
    with tarfile.open(fileobj=io.BytesIO(two), ignore_zeros=ignore) as t: print(len(t.getnames()))
info = tarfile.TarInfo("dir"); info.type = tarfile.DIRTYPE; info.mode = 0o40755
print(info.get_info())
for fmt in (0, 1, 2): print(hashlib.sha256(info.tobuf(fmt)).hexdigest()[:16])
info.uid = -1
for fmt in (0, 1, 2):
    try: print(len(info.tobuf(fmt)), info.tobuf(fmt)[108:116])
    except ValueError as e: print(e)
try: info.tobuf(7)
except ValueError as e: print(e)
print(tarfile.LENGTH_NAME, tarfile.LENGTH_PREFIX, tarfile.GNU_MAGIC, tarfile.POSIX_MAGIC)
