from pathlib import *
import os, tempfile, pathlib
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(d), 'D'))
d = Path(tempfile.mkdtemp())
P = PurePosixPath
for s in ('', '.', '/', '//a/b', '///a', 'a/./b//c/', '../x.tar.gz', '.bashrc', 'a.', '..', '/a/b.py', 'x..y'):
    p = P(s)
    print(repr(p), str(p), p.parts, p.anchor, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.is_absolute())
for s in ('', 'C:', 'C:/', 'c:\\a\\b.txt', 'c:a', '\\\\srv\\share\\d', '//srv/share', '\\a', 'a/b'):
    p = PureWindowsPath(s)
    print(repr(p), str(p), p.parts, p.drive, p.root, p.anchor, p.name, p.parent, p.is_absolute(), p.as_posix())
print(PureWindowsPath('C:/A') == PureWindowsPath('c:\\a'), P('a') == P('A'), P('a') == PureWindowsPath('a'), P('a') < P('b'), sorted([P('b'), P('a/z'), P('a')]), hash(P('a')) == hash(P('a')))
print(P('a') / 'b' / P('/c'), 'x' / P('y'), P('a', 'b', '..', 'c'), P('a').joinpath('b', 'c'), PureWindowsPath('c:/x') / 'd:/y', PureWindowsPath('a') / P('b\\c'))
t(lambda: P('a') / 1); t(P, 1); t(P, b'a'); t(lambda: P('a') < 1)
t(P('a/b.txt').with_name, 'c'); t(P('a/b.txt').with_name, ''); t(P('/').with_name, 'x'); t(P('a').with_name, 'b/c')
t(P('a/b.txt').with_suffix, '.py'); t(P('a/b.txt').with_suffix, ''); t(P('a/b.txt').with_suffix, 'py'); t(P('a').with_suffix, '.'); t(P('').with_suffix, '.x')
t(P('a/b.txt').with_stem, 'q'); t(P('a/b').with_stem, 'q'); t(P('a/b.txt').with_stem, '')
t(P('/a/b/c').relative_to, '/a'); t(P('/a/b').relative_to, '/x'); t(P('/a/b').relative_to, '/a/c/d', walk_up=True); t(P('/a').relative_to, 'b', walk_up=True); t(P('a').relative_to, '../b', walk_up=True)
print(P('/a/b').is_relative_to('/a'), P('/a/b').is_relative_to('/b'), P('a').is_relative_to(''))
for pat in ('*.py', 'b/*.py', '/a/*/*.py', '**/*.py', 'a/*.py'):
    print(pat, P('/a/b/c.py').match(pat), P('/a/b/c.py').full_match(pat), P('a/b/c.py').full_match(pat))
t(P('a').match, '')
print(P('/a b/é').as_uri(), PureWindowsPath('c:/a b').as_uri()); t(P('a').as_uri)
print(bytes(P('a/é')), os.fspath(P('a')), P('a').with_segments('x', 'y'), P('a').parser.__name__, list(P('a/b/c').parents)[1], P('a/b/c').parents[-1], len(P('a/b').parents), P('/a').parents)
class My(PurePosixPath):
    def __init__(self, *a, extra=None):
        super().__init__(*a); self.extra = extra
    def with_segments(self, *a): return type(self)(*a, extra=self.extra)
m = My('a', extra=3); print(repr(m / 'b'), (m / 'b').extra, m.parent.extra, type(m.with_name('z')).__name__)
print(type(Path('x')), Path('x').__class__.__mro__[-1], isinstance(Path(), PurePath), Path(), PurePath('a'))
t(WindowsPath)
(d / 'sub/deep').mkdir(parents=True); t((d / 'sub').mkdir); (d / 'sub').mkdir(exist_ok=True); t((d / 'q/r').mkdir)
print((d / 'a.txt').write_text('héllo\nx'), (d / 'a.txt').read_text(), (d / 'a.txt').read_bytes(), (d / 'b.bin').write_bytes(b'123')); t((d / 'a.txt').write_text, 1); t((d / 'nope').read_text)
(d / 'sub/c.py').touch(); (d / 'sub/deep/d.py').touch(); (d / '.hid').touch()
print(sorted(p.name for p in d.iterdir())); t(lambda: list((d / 'nope').iterdir()))
rel = lambda ps: sorted(str(p.relative_to(d)) for p in ps)
for pat in ('*', '*.txt', '**/*.py', '**', '**/', '*/', 'sub/*', 'sub/**/d.py', '[ab].*', 'sub/../a.txt', 'nope/x', '?.txt'):
    print(pat, rel(d.glob(pat)))
print(rel(d.rglob('*.py')), rel(d.rglob('')), rel(d.rglob('*')))
t(lambda: list(d.glob('/x'))); t(lambda: list(d.glob('')))
for a, b, c in d.walk(): print(a.relative_to(d), sorted(b), sorted(c))
for a, b, c in d.walk(top_down=False): print(a.relative_to(d), sorted(b), sorted(c))
p = d / 'a.txt'
print(p.exists(), p.is_file(), p.is_dir(), d.is_dir(), p.stat().st_size, (d / 'x').exists(), p.is_symlink(), p.is_mount())
l = d / 'ln'; l.symlink_to('a.txt'); print(l.is_symlink(), l.readlink(), l.resolve() == p.resolve(), l.samefile(p)); 
n = p.rename(d / 'z.txt'); print(n.name, p.exists(), l.exists(), l.exists(follow_symlinks=False)); t(p.unlink); p.unlink(missing_ok=True); t((d / 'sub').rmdir); l.unlink()
with n.open('a') as f: f.write('!')
print(n.read_text(), Path('~').expanduser() == Path.home(), Path('a').absolute() == Path.cwd() / 'a', Path('/a/../b').resolve(), Path('~root/x').expanduser() == Path(os.path.expanduser('~root')) / 'x'); t(Path('~nobodyx').expanduser)
print(Path.from_uri('file:///a%20b')); t(Path.from_uri, 'http://x'); t((d / 'nope').resolve, strict=True); t((d/'z.txt').touch, exist_ok=False)
os.chdir(d); print(sorted(map(str, Path().glob('*'))), sorted(map(str, Path('.').glob('sub/*.py'))), sorted(map(str, Path('sub').rglob('*.py'))))
import copy
print(copy.copy(P('a/b')), {P('a'): 1}[P('a')], f'{P("a/b")!s:>5}|{P("a")}', pathlib.UnsupportedOperation.__mro__[1])
