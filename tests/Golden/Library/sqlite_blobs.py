import sqlite3, os, array
cx = sqlite3.connect(":memory:")
cx.execute("create table t(id integer primary key, b blob)")
cx.execute("insert into t values (1, zeroblob(20))")
blob = cx.blobopen("t", "b", 1)
print(type(blob), len(blob), blob.tell(), isinstance(blob, sqlite3.Blob))
blob.write(b"hello"); blob.write(memoryview(b", ")); blob.write(bytearray(b"world")); print(blob.tell())
blob.seek(0); print(blob.read(5), blob.read(), blob.read())
blob.seek(-3, os.SEEK_END); blob.write(b"end"); blob.seek(1); blob.seek(2, os.SEEK_CUR); print(blob.tell())
print(blob[0], blob[-1], blob[:5], blob[::4], blob[5:5])
blob[0] = ord("H"); blob[7:12] = b"WORLD"; blob[1:6:2] = b"ELO"; print(cx.execute("select b from t").fetchone())
for f in (lambda: blob[100], lambda: blob[1.5], lambda: blob["a"], lambda: blob.seek(100), lambda: blob.seek(-1), lambda: blob.seek(0, 7), lambda: blob.write(b"x" * 100),
          lambda: blob.__setitem__(0, 256), lambda: blob.__setitem__(0, b"1"), lambda: blob.__setitem__(slice(0, 3), b"1"), lambda: blob.__delitem__(0), lambda: blob.__setitem__(slice(0, 3, 0), b"1"),
          lambda: cx.blobopen("t", "b", 9), lambda: cx.blobopen("nope", "b", 1), lambda: cx.blobopen("t", "c", 1), lambda: blob + blob):
    try: print(f())
    except (IndexError, TypeError, ValueError, sqlite3.Error) as e: print(type(e).__name__, e)
try: del blob[0:2]
except TypeError as e: print(e)
with cx.blobopen("t", "b", 1, readonly=True, name="main") as ro:
    print(ro.read(3))
    try: ro.write(b"x")
    except sqlite3.OperationalError as e: print(e)
try: ro.read()
except sqlite3.ProgrammingError as e: print(e)
cx.execute("update t set b = 'aaaa'")
try: blob.read()
except sqlite3.OperationalError as e: print(type(e))
blob.close(); blob.close()
open_one = cx.blobopen("t", "b", 1)
cx.close()
try: open_one.read()
except sqlite3.ProgrammingError as e: print(e)
