import io, os, sys, tempfile
os.chdir(tempfile.mkdtemp())
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r)); return r
    except Exception as e: print(type(e).__name__, e)
with open('b', 'wb') as f: print(f, f.mode, f.name, f.write(b'hello world'), f.tell(), f.seek(2), f.write(b'XX'), f.truncate(), f.tell(), f.seekable(), f.readable()); t(f.read); t(f.write, 'x')
with open('b', 'rb+') as f: print(f, f.mode, f.read(2), f.peek(1)[:1], f.write(b'Q'), f.seek(0), f.read(), f.seek(-1, 2), f.read(1), f.readinto(bytearray(3)))
with open("b", "ab+") as f: print(f.mode, f.tell(), f.write(b"END"), f.seek(0), f.read())
t(open, 'b', 'xb'); t(open, 'nope'); t(open, 'b', 'rw'); t(open, 'b', 'q'); t(open, 'b', 'rb', encoding='utf-8'); t(open, 'b', 'rt', 0); t(open, 'b', 'r', newline='z'); t(open, '', 'r'); t(open, '.', 'r'); t(open, 'b', 'rbt'); t(open, 'b', encoding='nope')
with open('b', 'rb', buffering=0) as f: print(f, f.mode, f.read(2), f.readall(), f.read(1)); b = bytearray(4); f.seek(0); print(f.readinto(b), b, f.readinto(memoryview(b)[1:3]), b)
with open('t', 'w', newline='\r\n') as f: print(f, f.newlines, f.encoding, f.errors, f.line_buffering, f.write('a\nb\n'), f.writelines(['c\n', 'd']), f.tell())
print(open('t', 'rb').read(), open('t').read(), open('t', newline='').read(), open('t', newline='\n').readlines(), open('t', newline='').readlines())
with open('t') as f: print(f.readline(), f.newlines, f.readline(1), f.read(2), f.readlines(), f.read(), f.tell(), f.seek(0), next(f), list(f)); t(f.seek, 1, 1); t(f.seek, -1); t(f.write, 'x')
with open('t') as f: next(f); t(f.tell)
with open('u', 'w', encoding='latin-1', errors='replace') as f: f.write('é€x')
print(open('u', 'rb').read()); t(lambda: open('u').read()); print(open('u', errors='ignore').read(), open('u', errors='replace').read(), open('u', errors='surrogateescape').read().encode('utf-8', 'surrogateescape'), open('u', encoding='latin1').read())
with open('t', 'r+') as f: f.write('ZZ'); f.seek(0); print(f.read()); f.seek(0, 2); f.write('end'); f.seek(0); print(f.read()); print(f.truncate(3)); 
print(open('t').read()); f = open('t'); f.close(); t(f.read); print(f.closed, f); t(next, f); t(f.__enter__)
b = io.BytesIO(b'abc\ndef\n'); print(b.read(1), b.readline(), b.tell(), b.seek(1), b.read1(2), b.getvalue(), b.readlines(), b.seek(0, 2), b.write(b'XY'), b.getvalue(), b.truncate(2), b.getvalue(), b.seek(5), b.write(b'z'), b.getvalue(), bytes(b.getbuffer())) 
s = io.StringIO('a\nb\r\nc'); print(s.readlines(), s.seek(0), s.read(2), s.tell(), s.write('Q'), s.getvalue(), s.truncate(1), s.getvalue(), s.seek(3), s.write('x'), repr(s.getvalue())); t(s.write, b'x'); t(s.read, 'a'); t(s.seek, -1); t(s.seek, 1, 1); t(s.fileno); s.close(); t(s.getvalue)
print(io.StringIO('a\r\nb\rc', newline=None).read(), io.StringIO('a\r\nb', newline='').readlines(), io.StringIO(newline='\r\n').write('a\n'))
w = io.TextIOWrapper(io.BytesIO(b'x\xc3\xa9\ny'), encoding='utf-8'); print(w.readline(), w.read(), w.encoding); d = w.detach(); print(d.tell()); t(w.read)
raw = io.BytesIO(); w = io.TextIOWrapper(raw, encoding='utf-8', write_through=True); w.write('hé'); w.flush(); print(raw.getvalue())
r = io.BufferedReader(io.BytesIO(b'0123456789'), 4); print(r.peek(2)[:2], r.read(3), r.read1(), type(r.raw), r.tell())
bw = io.BufferedWriter(raw); bw.write(b'++'); bw.flush(); print(raw.getvalue())
class R(io.RawIOBase):
    def __init__(self): self.d = [b'ab', b'c\nd', b'']
    def readable(self): return True
    def readinto(self, b): x = self.d.pop(0) if self.d else b''; b[:len(x)] = x; return len(x)
print(io.BufferedReader(R()).readlines(), io.TextIOWrapper(io.BufferedReader(R())).read(), R().read(2))
print(isinstance(open('t'), io.TextIOBase), isinstance(sys.stdout, io.IOBase), issubclass(io.BytesIO, io.BufferedIOBase), io.DEFAULT_BUFFER_SIZE, io.SEEK_END, io.open is open, io.UnsupportedOperation.__mro__[1:3])
print(sys.stdin.name); sys.stdout.flush(); sys.stdout.buffer.write(b'raw\n'); sys.stdout.buffer.flush()
