import os, sys, shutil, glob, tempfile, pathlib, fnmatch, stat, json, csv, configparser, pickle, shelve, zipfile, tarfile, io
from pathlib import Path
root = Path(tempfile.mkdtemp())
os.chdir(root)
(root / "a/b/c").mkdir(parents=True)
for i in range(3): (root / f"a/f{i}.txt").write_text(f"file {i}\n" * (i + 1))
(root / "a/b/x.bin").write_bytes(os.urandom(10))
(root / "a/b/c/.hidden").touch()
print(sorted(p.relative_to(root).as_posix() for p in root.rglob("*")))
print(sorted(glob.glob("a/**/*.txt", recursive=True)), sorted(glob.glob("a/*[12].txt")), glob.glob("nope*"))
for d, dirs, files in os.walk("a"): dirs.sort(); print(d, dirs, sorted(files))
shutil.copytree("a", "copy", ignore=shutil.ignore_patterns("*.bin")); print(sorted(os.listdir("copy/b")))
shutil.move("copy/f0.txt", "moved.txt"); os.replace("moved.txt", "copy/b/f0"); print(os.path.getsize("copy/b/f0"), os.path.splitext("x/y.tar.gz"), os.path.relpath("a/b", "copy"))
os.symlink("a", "link"); print(os.readlink("link"), Path("link").is_symlink(), Path("link/f1.txt").resolve() == (root / "a/f1.txt").resolve())
os.chmod("a/f0.txt", 0o640); print(oct(stat.S_IMODE(os.stat("a/f0.txt").st_mode)), stat.filemode(os.stat("a").st_mode)[0])
with os.scandir("a") as it: print(sorted((e.name, e.is_dir(), e.is_file()) for e in it))
for bad in (lambda: os.mkdir("a"), lambda: os.rmdir("a"), lambda: os.remove("zz"), lambda: os.listdir("a/f0.txt"), lambda: open("a"), lambda: Path("a").unlink() , lambda: os.rename("no", "x"), lambda: shutil.rmtree("none")):
    try: bad()
    except OSError as e: print(type(e).__name__, e.errno, e.strerror, e.filename, e.filename2)
with zipfile.ZipFile("z.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.write("a/f1.txt", "one.txt"); z.writestr("dir/two", "zwei" * 20); z.mkdir("empty")
with zipfile.ZipFile("z.zip") as z:
    print(z.namelist(), z.testzip(), z.read("dir/two")[:4], [(i.filename, i.file_size, i.compress_type, i.is_dir()) for i in z.infolist()])
    with z.open("one.txt") as f: print(f.readline(), list(f))
    zp = zipfile.Path(z); print(sorted(p.name for p in zp.iterdir()), (zp / "dir" / "two").read_text()[:8], zp.joinpath("one.txt").exists())
with tarfile.open("t.tgz", "w:gz") as t:
    t.add("a", arcname="top"); info = tarfile.TarInfo("mem"); info.size = 3; t.addfile(info, io.BytesIO(b"abc"))
with tarfile.open("t.tgz") as t: print(sorted(t.getnames()), t.extractfile("mem").read(), t.getmember("top/f1.txt").size); t.extractall("out", filter="data")
print(sorted(os.listdir("out/top")))
with open("d.csv", "w", newline="") as f:
    w = csv.DictWriter(f, ["k", "v"], quoting=csv.QUOTE_NONNUMERIC); w.writeheader(); w.writerows([{"k": 'q"x', "v": 1.5}, {"k": "a,b\nc", "v": 2}])
print(open("d.csv", newline="").read().encode(), list(csv.DictReader(open("d.csv", newline=""))))
with open("p.pkl", "wb") as f:
    for o in ({"a": [1, (2, 3)]}, "text", {1, 2}, b"x" * 300, 2**70, 1.5, None): pickle.dump(o, f, protocol=4)
with open("p.pkl", "rb") as f:
    while True:
        try: print(repr(pickle.load(f))[:40])
        except EOFError as e: print("EOF", e); break
with shelve.open("sh") as s: s["x"] = [1, 2]; s["y"] = {"k": 1}; print(sorted(s))
with shelve.open("sh", writeback=True) as s: s["x"].append(3); print(s["x"], "z" in s, len(s))
with shelve.open("sh") as s: print(dict(s))
cp = configparser.ConfigParser(); cp.read_string("[a]\nx = 1\ny: %(x)s2\n[b]\nz = multi\n   line\n"); print(dict(cp["a"]), cp.getint("a", "y"), cp["b"]["z"])
fd = os.open("low", os.O_RDWR | os.O_CREAT, 0o600); print(os.write(fd, b"hello"), os.lseek(fd, 1, 0), os.read(fd, 10), os.fstat(fd).st_size); os.ftruncate(fd, 2); os.close(fd); print(Path("low").read_bytes())
r, w = os.pipe(); os.write(w, b"pipe"); os.close(w); print(os.read(r, 10), os.read(r, 1)); os.close(r)
print(shutil.disk_usage("/").total > 0, shutil.which("sh") is not None, os.path.expanduser("~") != "~", os.environ.get("NOPE", "d"))
print(shutil.make_archive("arch", "zip", "a") == str(root / "arch.zip") or os.path.basename(shutil.make_archive("arch", "zip", "a")))
os.chdir("/"); shutil.rmtree(root); print(root.exists())
