import glob, fnmatch, os, tempfile
d = tempfile.mkdtemp(); os.chdir(d)
for x in ('a/b/c', 'a/.h', 'z'): os.makedirs(x)
for x in ('a/1.py', 'a/b/2.py', 'a/b/c/3.txt', '.dot', 'z/4.py', 'q[1].txt'): open(x, 'w').close()
for p in ('*', '*.py', 'a/*', '*/*.py', '**', '**/*.py', '**/', '.*', 'a/?.py', '[a-z]', '[!a]', 'a/b/2.py', 'nope*', '*/', 'q[[]1].txt', 'a/**/c'):
    print(p, sorted(glob.glob(p)), sorted(glob.glob(p, recursive=True)), sorted(glob.glob(p, include_hidden=True)))
print(sorted(glob.glob('*.py', root_dir='a')), sorted(glob.glob(b'a/*.py')), glob.escape('a[1]*?'), glob.has_magic('a*'), type(glob.iglob('*')))
print(sorted(glob.glob(os.path.join(d, '*')))[0] == os.path.join(d, 'a'))
for p in ('*.py', 'a*b*c', '[!a-c]x', '[z-a]', '[]', '[]x]', 'a?b', '[a-', '**', '[&~|]', '[a-z-9]', 'x[!]', 'a.b+c', '[[]', '[--a]', '[^a]', '[c-a-z]', 'foo[\\]'):
    print(p, fnmatch.translate(p), [n for n in ('a.py', 'abc', 'x', 'a-b', 'axbxc', ']', 'dx', '[', '^') if fnmatch.fnmatch(n, p)])
print(fnmatch.filter(['a.py', 'b.txt', 'C.PY'], '*.py'), fnmatch.fnmatchcase('A', 'a'), fnmatch.fnmatch(b'a', b'*'))
for p in ('**/*.txt', '*', '**', 'a/**/b', '*.py', 'a/', '[ab]/?x'):
    print(glob.translate(p), glob.translate(p, recursive=True), glob.translate(p, recursive=True, include_hidden=True), glob.translate(p, seps='/\\'))
try: fnmatch.fnmatch('a', b'*')
except TypeError as e: print(e)
