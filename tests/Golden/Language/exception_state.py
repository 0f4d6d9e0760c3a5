"""What exceptions keep when they are copied and pickled, and what their attributes take."""
import pickle, copy
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: ImportError('a', invalid=1))
t(lambda: ImportError('a', name='n', path='p').name)
t(lambda: ImportError('a', invalid=1, other=2))
t(lambda: AttributeError('a', foo=1))
t(lambda: NameError('a', foo=1))
t(lambda: ValueError('a', foo=1))
class E(Exception): pass
t(lambda: E('a', foo=1))
for e in [ImportError('a', name='somename', path='/p'), OSError(2,'m','f'), OSError(2,'m','f',None,'g'), AttributeError('a', name='x', obj=3), NameError('q', name='z'), SyntaxError('msg',('f',1,2,'t')), StopIteration(4), SystemExit(3), UnicodeDecodeError('utf-8',b'x',0,1,'r'), KeyError(1), ValueError(1,2)]:
    for c in (copy.copy(e), pickle.loads(pickle.dumps(e)), copy.deepcopy(e)):
        print(type(c).__name__, c.args, str(c), sorted(k for k in ('name','path','filename','filename2','errno','obj','value','code','msg','lineno') if getattr(c,k,None) is not None))
u = UnicodeEncodeError('ascii', 'abc', 1, 2, 'why')
u.start = 0; u.end = 3; u.reason = 'new'; u.object='xyz'; u.encoding='e'
print(u, u.args)
i = ImportError('a', name='name', path='path')
i.__init__('b')
print(i.name, i.path, i.args)
t(lambda: setattr(u,'start','a'))
t(lambda: delattr(u,'start'))
t(lambda: UnicodeEncodeError('ascii', 'abc', 1, 2))
t(lambda: UnicodeEncodeError('ascii', b'abc', 1, 2, 'w'))
t(lambda: ImportError('a').name_from)
s = SyntaxError('msg', ('f', 1, 2, 't', 3, 4))
print(s.end_lineno, s.end_offset, s.print_file_and_line, s.text, s.offset)
t(lambda: SyntaxError('msg', ('f', 1, 2)))
t(lambda: SyntaxError('msg', 5))
t(lambda: Exception().__setstate__(3))
t(lambda: Exception().with_traceback(3))
def d(attr):
    e = Exception()
    delattr(e, attr)
for a in ('args','__cause__','__context__','__traceback__','__suppress_context__'): t(lambda: d(a))
def s_(attr, v):
    e = Exception()
    setattr(e, attr, v)
for a in ('args','__cause__','__context__','__traceback__','__suppress_context__'): t(lambda: s_(a, 5))
t(lambda: BaseException.__new__(int))
t(lambda: Exception.__new__(E, 1, 2).args)
t(lambda: KeyError('a', 'b'))
t(lambda: str(KeyError('a')))
x = StopIteration(1,2); print(x.value, x.args)
x = SystemExit(1,2); print(x.code)
t(lambda: Exception(*[1]*3))
class My(OSError):
    def __init__(self, *a, **k): super().__init__(*a)
m = My(1,'b','c'); print(m.errno, m.strerror, m.filename, m)
class My2(ValueError):
    def __new__(cls, *a): 
        o = super().__new__(cls, *a); o.tag='t'; return o
print(repr(My2(1)), My2(2).tag)
