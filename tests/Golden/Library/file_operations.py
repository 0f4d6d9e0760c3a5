import shutil, os, tempfile, pathlib
d = tempfile.mkdtemp(); os.chdir(d)
def t(f, *a, **k):
    try: print(f.__name__, repr(f(*a, **k)).replace(d, 'D'))
    except Exception as e: print(f.__name__, type(e).__name__, str(e).replace(d, 'D'))
os.makedirs('src/in/deep'); pathlib.Path('src/a.txt').write_text('aaa'); pathlib.Path('src/in/b.pyc').write_text('b'); pathlib.Path('src/in/deep/c.txt').write_text('c')
os.utime('src/a.txt', (1e9, 1e9 + 2)); os.chmod('src/a.txt', 0o640)
t(shutil.copy, 'src/a.txt', 'x.txt'); t(shutil.copy2, 'src/a.txt', 'src/in'); t(shutil.copyfile, 'src/a.txt', 'src/a.txt'); t(shutil.copyfile, 'nope', 'q'); t(shutil.copyfile, 'src/a.txt', 'src/in')
print(oct(os.stat('x.txt').st_mode), os.stat('src/in/a.txt').st_mtime, os.stat('x.txt').st_mtime == 1e9 + 2)
t(shutil.copytree, 'src', 'dst', ignore=shutil.ignore_patterns('*.pyc')); t(shutil.copytree, 'src', 'dst'); t(shutil.copytree, 'src', 'dst', dirs_exist_ok=True)
for a, b, c in sorted(os.walk('dst')): print(a, sorted(b), sorted(c))
t(shutil.move, 'x.txt', 'dst'); t(shutil.move, 'dst/x.txt', 'y.txt'); t(shutil.move, 'dst', 'dst/in'); t(shutil.move, 'nope', 'z'); t(shutil.move, 'y.txt', 'src'); pathlib.Path('y.txt').touch(); t(shutil.move, 'y.txt', 'src')
t(shutil.rmtree, 'dst'); t(shutil.rmtree, 'nope'); t(shutil.rmtree, 'nope', ignore_errors=True); t(shutil.rmtree, 'y.txt')
t(shutil.rmtree, 'nope', onexc=lambda f, p, e: print('onexc', f.__name__, p, type(e).__name__))
print(os.path.exists('dst'), shutil.which('sh') is not None, shutil.which('no-such-cmd'), shutil.get_terminal_size(), shutil.get_terminal_size((10, 5)), type(shutil.disk_usage('/')).__name__)
import io
o = io.StringIO(); shutil.copyfileobj(io.StringIO('hello'), o, 2); print(o.getvalue())
t(shutil.make_archive, 'arch', 'zip', 'src'); t(shutil.unpack_archive, 'arch.zip', 'un'); print(sorted(os.listdir('un')), sorted(os.listdir('un/in')))
t(shutil.make_archive, 'arch', 'gztar', 'src'); t(shutil.unpack_archive, 'arch.tar.gz', 'un2'); print(sorted(os.listdir('un2')), open('un2/a.txt').read()); t(shutil.make_archive, 'q', 'zzz', 'src'); t(shutil.unpack_archive, 'x.foo')
print(shutil.Error.__mro__[1], shutil.SameFileError.__bases__)
with tempfile.TemporaryDirectory(prefix='pp', suffix='ss') as td:
    print(os.path.basename(td)[:2], td[-2:], os.path.isdir(td)); open(os.path.join(td, 'f'), 'w').close()
print(os.path.exists(td))
with tempfile.NamedTemporaryFile('w+', suffix='.txt') as f:
    f.write('hi'); f.flush(); f.seek(0); print(f.read(), os.path.exists(f.name), f.name.endswith('.txt'), open(f.name).read())
print(os.path.exists(f.name), f.closed)
f = tempfile.NamedTemporaryFile(delete=False); f.write(b'x'); f.close(); print(os.path.exists(f.name)); os.unlink(f.name)
fd, p = tempfile.mkstemp(); os.write(fd, b'abc'); os.close(fd); print(os.path.getsize(p), oct(os.stat(p).st_mode)); os.remove(p)
with tempfile.TemporaryFile() as f: f.write(b'12'); f.seek(0); print(f.read())
with tempfile.SpooledTemporaryFile(max_size=3, mode='w+') as f: f.write('ab'); print(f._rolled); f.write('cdef'); print(f._rolled); f.seek(0); print(f.read())
print(tempfile.gettempprefix(), len(os.path.basename(tempfile.mkdtemp(dir='.'))), oct(os.stat(tempfile.mkdtemp()).st_mode))
t(tempfile.mkstemp, prefix=b'a', suffix='b')
open('unclosed', 'w').write('kept'); print(open('unclosed').read())

import zipfile, tarfile
os.chdir(tempfile.mkdtemp())
os.makedirs("src/sub"); open("src/a.txt", "w").write("A"); open("src/sub/b.txt", "w").write("B"); os.symlink("a.txt", "src/link")
for kind in "zip", "tar", "gztar", "bztar":
    made = shutil.make_archive("out_" + kind, kind, "src")
    names = sorted(zipfile.ZipFile(made).namelist() if kind == "zip" else tarfile.open(made).getnames())
    shutil.unpack_archive(made, "un_" + kind, **({} if kind == "zip" else {"filter": "data"}))
    print(os.path.basename(made), names, sorted(os.listdir("un_" + kind)), open("un_" + kind + "/sub/b.txt").read())
print(os.path.basename(shutil.make_archive("based", "zip", ".", "src")), sorted(zipfile.ZipFile("based.zip").namelist()))
def packer(base_name, base_dir, **options):
    print("packs", os.path.basename(base_name), base_dir, sorted(options), os.path.basename(os.getcwd())); return "made"
shutil.register_archive_format("box", packer, [("level", 3)], "box file"); print(shutil.make_archive("b", "box", "src"), ("box", "box file") in shutil.get_archive_formats()); shutil.unregister_archive_format("box")
shutil.register_unpack_format("box", [".box"], lambda name, to: print("unpacks", name, to)); shutil.unpack_archive("x.box", "there"); shutil.unregister_unpack_format("box")
for call in (lambda: shutil.make_archive("a", "nope"), lambda: shutil.unpack_archive("x.nope"), lambda: shutil.register_archive_format("x", 1), lambda: shutil.register_unpack_format("y", [".zip"], print),
             lambda: shutil.move("src", "src/sub"), lambda: shutil.unpack_archive("src/a.txt", "z", "zip"), lambda: shutil.copyfile("src/a.txt", "nowhere/")):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
f = tempfile.SpooledTemporaryFile(max_size=10); f.write(b"abc"); print(f._rolled, f.name, f.mode, isinstance(f, io.IOBase)); f.write(b"x" * 20); print(f._rolled, f.tell(), f.seek(0), f.read(4)); f.close(); print(f.closed)
try:
    with f: pass
except ValueError as e: print(e)
w = tempfile.SpooledTemporaryFile(mode="w+", encoding="utf-8"); w.write("hé\n"); w.seek(0); print(w.readline(), w.encoding, w.mode)
tempfile.tempdir = os.path.realpath("src"); n = tempfile.NamedTemporaryFile(prefix="p", suffix=".s"); print(os.path.dirname(n.name) == tempfile.gettempdir(), tempfile.gettempdirb().endswith(b"src"), tempfile.gettempprefixb()); n.close()
try: tempfile.mkstemp(prefix=b"a", suffix="b")
except TypeError as e: print(e)
names = iter(["taken", "free"]); os.mkdir("src/ptaken"); tempfile._get_candidate_names = lambda: names; print(os.path.basename(tempfile.mkdtemp(prefix="p")))
