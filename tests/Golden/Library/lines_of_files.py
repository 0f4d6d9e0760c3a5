import fileinput, os, tempfile, sys
from pathlib import Path
d = tempfile.mkdtemp()
a, b = os.path.join(d, "a.txt"), os.path.join(d, "b.txt")
Path(a).write_text("one\ntwo\n"); Path(b).write_text("three\nfour")
with fileinput.input([a, b]) as f:
    for line in f:
        print(os.path.basename(f.filename()), f.lineno(), f.filelineno(), f.isfirstline(), repr(line))
for line in fileinput.input(files=(a,), encoding="utf-8"):
    print(fileinput.lineno(), line, end="")
fileinput.close()
with fileinput.input(a, inplace=True, backup=".bak") as f:
    for line in f:
        print(line.upper(), end="")
print(open(a).read(), sorted(os.listdir(d)))
with fileinput.FileInput(files=[a, b], mode="rb") as f:
    print(f.readline(), f.lineno()); f.nextfile(); print(f.readline(), f.fileno() >= 0, f.isstdin())
try:
    fileinput.lineno()
except RuntimeError as e: print(e)
import io
sys.stdin = io.StringIO("in1\nin2\n")
for l in fileinput.input([]): print(fileinput.filename(), fileinput.isstdin(), l, end="")
