import os, stat, errno, tempfile, sys
d = tempfile.mkdtemp()
os.chdir(d)
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(f.__name__, repr(r))
    except Exception as e:
        print(f.__name__, type(e).__name__, str(e).replace(d, 'D'))
os.makedirs('a/b/c')
for x in ('a/f1.txt', 'a/b/f2.py', 'a/b/c/f3'):
    with open(x, 'w') as f: f.write(x)
t(os.mkdir, 'a'); t(os.mkdir, 'x/y'); t(os.rmdir, 'a'); t(os.rmdir, 'nope'); t(os.remove, 'a'); t(os.remove, 'nope')
t(os.makedirs, 'a/b'); t(os.makedirs, 'a/b', exist_ok=True); t(os.makedirs, 'a/f1.txt/z')
t(os.listdir, 'nope'); t(os.listdir, 'a/f1.txt'); t(os.stat, 'nope'); t(os.stat, 1.5); t(os.mkdir, 3.5); t(os.chdir, 'nope')
print(sorted(os.listdir('a')), sorted(os.listdir(b'a')))
for top, ds, fs in os.walk('a'):
    ds.sort(); print(top, ds, sorted(fs))
for top, ds, fs in os.walk('a', topdown=False):
    print(top, sorted(ds), sorted(fs))
s = os.stat('a/f1.txt')
print(s.st_size, stat.filemode(s.st_mode), stat.S_ISREG(s.st_mode), len(s), type(s), s[6], s.st_nlink, isinstance(s.st_mtime, float), s.st_mtime_ns // 10**9 == s[8])
os.chmod('a/f1.txt', 0o600); print(oct(os.stat('a/f1.txt').st_mode))
os.symlink('f1.txt', 'a/link'); print(os.readlink('a/link'), os.path.islink('a/link'), os.path.realpath('a/link') == os.path.join(os.path.realpath(d), 'a/f1.txt'))
t(os.readlink, 'a/f1.txt'); t(os.symlink, 'q', 'a/link'); t(os.rename, 'nope', 'b'); t(os.replace, 'a/f1.txt', 'a/b')
os.rename('a/f1.txt', 'a/g.txt'); print(os.path.exists('a/link'), os.path.lexists('a/link'))
os.utime('a/g.txt', (1000, 2000.5)); s = os.stat('a/g.txt'); print(s.st_atime, s.st_mtime, s.st_mtime_ns)
os.utime('a/g.txt', ns=(5, 1500000001)); s = os.stat('a/g.txt'); print(s.st_atime_ns, s.st_mtime_ns, os.path.getmtime('a/g.txt'))
with os.scandir('a') as it:
    for e in sorted(it, key=lambda e: e.name): print(e, e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.is_file(follow_symlinks=False))
os.environ['PYX'] = 'v'; print(os.getenv('PYX'), os.environ.get('NOPE'), 'PYX' in os.environ, os.environb[b'PYX'])
try: os.environ['NOPE']
except KeyError as e: print('KeyError', e)
try: os.environ['a'] = 1
except TypeError as e: print(e)
try: os.environ[1]
except TypeError as e: print(e)
del os.environ['PYX']; print(os.environ.pop('PYX', 'gone'), type(os.environ))
fd = os.open('fd.bin', os.O_RDWR | os.O_CREAT); print(os.write(fd, b'hello'), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 3), os.fstat(fd).st_size)
os.ftruncate(fd, 2); os.close(fd); print(os.path.getsize('fd.bin')); t(os.close, 99); t(os.read, 99, 1)
r, w = os.pipe()
with os.fdopen(w, 'w') as f: f.write('piped\n')
with os.fdopen(r) as f: print(f.read())
with open(os.open('fd.bin', os.O_RDONLY), 'rb') as f: print(f.read(), f.name.__class__)
p = os.path
for x in ('', '/', '//', '///a', 'a//b/', '/a/../b', '../..//x', './', 'a/b.tar.gz', '.bashrc', 'a/.x.y', b'a/b'):
    print(x, p.split(x), p.splitext(x), p.normpath(x), p.isabs(x), p.basename(x), p.dirname(x), p.splitroot(x), p.splitdrive(x))
print(p.join('a', 'b', '/c', 'd'), p.join('a', ''), p.join('', 'x'), p.join(b'a', b'b')); t(p.join, 'a', b'b'); t(p.join, 'a', 1)
print(p.relpath('/a/b/c', '/a/d'), p.relpath('x'), p.relpath('..', '.') , p.relpath('/', '/'), p.commonpath(['/a/b/c', '/a/b/d']), p.commonprefix(['abc', 'abd']), p.commonprefix([[1, 2], [1, 3]]))
t(p.commonpath, []); t(p.commonpath, ['/a', 'b']); t(p.relpath, '')
os.environ['V'] = 'val'; print(p.expandvars('$V/${V}x/$NO/${'), p.expanduser('~root'), p.expanduser('a~'))
t(p.realpath, 'zzz/q', strict=True); print(p.samefile('a', './a'), p.isfile('a'), p.ismount('/'))
print(os.fspath('a'), os.fsencode('é')); t(os.fspath, 1)
print(errno.ENOENT, errno.errorcode[2], os.strerror(2), os.strerror(9999), stat.S_IMODE(0o100644), os.sep, os.linesep, os.name, os.curdir)
os.removedirs('a/b/c') if False else None
os.renames('fd.bin', 'n/m/fd.bin'); print(p.exists('n/m/fd.bin')); os.truncate('n/m/fd.bin', 1); print(os.stat('n/m/fd.bin').st_size)
print(os.get_exec_path({'PATH': '/a:/b'}), os.error, os.stat_result, os.terminal_size((80, 24)))
import ntpath
for x in ('C:\\a\\b', 'c:x', '\\\\srv\\share\\x', 'a/b\\..\\c', 'C:/'): print(ntpath.split(x), ntpath.splitroot(x), ntpath.normpath(x), ntpath.isabs(x), ntpath.splitdrive(x))
print(ntpath.join('C:\\a', 'b', 'D:\\x'), ntpath.join('C:', 'b'), ntpath.join('C:\\a', '\\z'), ntpath.normcase('A/B'))
print(os.access('a', os.R_OK), os.access('nope', os.F_OK), os.path is sys.modules['posixpath'], os.path.__name__)
