import dbm, dbm.dumb, os, shelve, tempfile
d = tempfile.mkdtemp(); os.chdir(d)
with dbm.dumb.open("plain") as db:
    db["a"] = "one"; db[b"b"] = b"two" * 300; db["it's"] = "q"; db["\xe9"] = b"\x00\xff"
    db["b"] = "short"
    print(len(db), sorted(db), db["b"], "a" in db, db.get("zz"), db.items()[:1])
    del db["a"]
    try: db[3] = "x"
    except TypeError as e: print(e)
    try: db["x"] = 3
    except TypeError as e: print(e)
print(sorted(os.listdir()))
print(open("plain.dir", encoding="latin-1").read(), end="")
print(open("plain.bak", encoding="latin-1").read(), end="")
print(os.path.getsize("plain.dat"), dbm.whichdb("plain"), dbm.whichdb("nothing"))
with dbm.dumb.open("plain", "r") as db:
    print(dict(db))
    try: db["a"] = "b"
    except OSError as e: print(repr(e))
    try: del db["b"]
    except OSError as e: print(repr(e))
try: len(db)
except OSError as e: print(repr(e))
try: db["b"]
except dbm.dumb.error as e: print(repr(e))
for flag in "rw":
    try: dbm.dumb.open("missing", flag)
    except FileNotFoundError as e: print(e)
try: dbm.dumb.open("x", "q")
except ValueError as e: print(e)
print(dbm._names)
try: dbm.open("none")
except dbm.error as e: print(type(e), e)
try: dbm.open("none", "z")
except dbm.error as e: print(type(e), e)
with dbm.open("plain", "w") as db: print(type(db).__module__, sorted(db.keys()))
with dbm.open("data", "c") as db:
    print(type(db).__module__, len(db))
    db["x"] = "1"; db[b"y"] = b"22"; db["n"] = 5
    print(db["x"], db["n"], sorted(db), sorted(db.items()), "y" in db, db.setdefault("z", b"new"), db.pop("x"))
    try: del db["nope"]
    except KeyError as e: print(repr(e))
    try: db["nope"]
    except KeyError as e: print(repr(e))
    try: db["k"] = None
    except dbm.error as e: print(type(e), e)
print(dbm.whichdb("data"), sorted(os.listdir()), open("data", "rb").read(16))
try: db["y"]
except dbm.error as e: print(type(e), e)
with dbm.open("data", "r") as db:
    print(dict(db))
    try: db["q"] = "1"
    except dbm.error as e: print(type(e), e)
open("junk", "wb").write(b"hello world, what is this")
print(repr(dbm.whichdb("junk")))
try: dbm.open("junk")
except dbm.error as e: print(type(e), e)
with shelve.open("plain2") as s: s["k"] = [1, {2: 3}]
with shelve.open("plain2", "r") as s: print(s["k"], list(s))
import sqlite3
c = sqlite3.connect("plain2"); print(c.execute("select count(*) from Dict").fetchone()); c.close()
with dbm.open("data", "n") as db: print(len(db))
for mode in "rb", "r", "w":
    try: open(b"nope/x", mode)
    except OSError as e: print(e, repr(e.filename))
