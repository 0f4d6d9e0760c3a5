"""pickle: exact bytes of every protocol, and what comes back."""
import pickle, io, copyreg, collections, datetime, decimal, fractions, enum, dataclasses, uuid
class A:
    def __init__(s): s.x=1; s.y='a'
    def __eq__(s,o): return vars(s)==vars(o)
class B:
    __slots__=('p','q')
    def __init__(s): s.p=1;s.q=2
    def __eq__(s,o): return (s.p,s.q)==(o.p,o.q)
class C(list): pass
class D(dict): pass
class E(Exception): pass
class F:
    def __init__(s,a): s.a=a
    def __reduce__(s): return (F,(s.a,))
    def __eq__(s,o): return s.a==o.a
class G:
    def __getstate__(s): return {'g':5}
    def __setstate__(s,st): s.st=st
    def __eq__(s,o): return True
class I(int): pass
class Outer:
    class Inner:
        def __eq__(s,o): return type(s) is type(o)
class Color(enum.Enum): RED=1; BLUE=2
P=collections.namedtuple('P','x y')
@dataclasses.dataclass
class DC:
    a: int
    b: list
class NA:
    def __init__(s,v): s.v=v
    def __getnewargs__(s): return (s.v,)
    def __new__(cls,v): o=object.__new__(cls); o.w=v; return o
    def __eq__(s,o): return vars(s)==vars(o)
def fn(): pass
def t(o,ps=range(6),show=True):
    for p in ps:
        try:
            d=pickle.dumps(o,p); print(p, d if show else len(d))
            r=pickle.loads(d); print(type(r).__name__, r==o)
        except Exception as e: print(p,repr(e))
for o in [None,True,False,0,1,255,256,65535,65536,-1,2**31-1,2**31,-2**31,-2**31-1,2**40,-2**40,2**70,1.5,float('inf'),'','a','abc','é\n','\u20ac\U0001F600\0',"\\x"*2,b'',b'ab',b'\xff',bytearray(b'x'),bytearray(),(),(1,),(1,2),(1,2,3),(1,2,3,4),[],[1],[1,2],{},{1:2},{1:2,3:4},set(),{1},frozenset([1]),1+2j,len,int,str,range,fn,A,A(),B(),C([1,2]),C(),D({1:2}),slice(1,2),range(3),Ellipsis,NotImplemented,type(None),F(3),G(),I(5),P(1,2),DC(1,[2]),NA(4)]:
    print(repr(o)[:20] if '0x' not in repr(o) else ''); t(o)
print(repr(pickle.loads(pickle.dumps(ValueError('x',2)))), repr(pickle.loads(pickle.dumps(E('m')))), pickle.dumps(ValueError('x')))
l=[1]; l.append(l)
for p in range(6): print(pickle.dumps(l,p))
x='abc'; s=[x,x,(x,)]
for p in range(6): print(pickle.dumps(s,p))
tt=([],); tt[0].append(tt); print(pickle.dumps(tt), pickle.loads(pickle.dumps(tt))[0][0][0] is not None)
print(pickle.dumps([A(),A()]))
t(Color.RED,[2,4]); t(Outer.Inner,[4]); t(Outer.Inner(),[4]); t(datetime.timedelta(1,2,3),[4],False); t(decimal.Decimal('1.50'),[2,4]); t(fractions.Fraction(1,3),[4]); t(collections.OrderedDict([(1,2)]),[4],False); t(collections.deque([1,2],5),[4],False); t(collections.Counter('aab'),[4],False); t(collections.defaultdict(list,{1:[2]}),[4],False); t(uuid.UUID(int=5),[4],False)
for n in (999,1000,1001,2500): print(len(pickle.dumps(list(range(n)),4)), len(pickle.dumps({i:0 for i in range(n)},2)), pickle.loads(pickle.dumps(list(range(n))))==list(range(n)), len(pickle.dumps(set(range(n)))))
big=['x'*70000,'y'*70000,b'z'*70000]; d=pickle.dumps(big); print(len(d), pickle.loads(d)==big, len(pickle.dumps([list(range(300)) for _ in range(300)])))
for e in [lambda: pickle.loads(b''), lambda: pickle.loads(b'xx'), lambda: pickle.dumps(lambda:1), lambda: pickle.loads(b'\x80\x09.'), lambda: pickle.dumps(1,9), lambda: pickle.loads('a'), lambda: pickle.loads(b'\x80\x04K'), lambda: pickle.loads(b'cfoo\nbar\n.'), lambda: pickle.dumps((i for i in [1])), lambda: pickle.loads(b'\x80\x04.'), lambda: pickle.load(3), lambda: pickle.dump(1,3), lambda: pickle.loads(b'h\x05.'), lambda: pickle.loads(b'\x80\x04\xfe.')]:
    try: print(e())
    except BaseException as ex: print(type(ex), ex)
f=io.BytesIO(); pickle.dump([1,2],f); pickle.dump('a',f,protocol=0); f.seek(0); print(pickle.load(f), pickle.load(f))
try: pickle.load(f)
except EOFError as e: print(e)
class PP(pickle.Pickler):
    def persistent_id(s,o): return ('id',o.a) if isinstance(o,F) else None
class PU(pickle.Unpickler):
    def persistent_load(s,i): return 'loaded %s %s'%i
    def find_class(s,m,n):
        if n=='len': raise pickle.UnpicklingError('forbidden')
        return super().find_class(m,n)
f=io.BytesIO(); PP(f,2).dump([F(1),F(2),'z']); print(f.getvalue()); f.seek(0); print(PU(f).load())
try: PU(io.BytesIO(pickle.dumps(len))).load()
except pickle.UnpicklingError as e: print(e)
class K:
    def __init__(s,v): s.v=v
copyreg.pickle(K, lambda k:(K,(k.v*2,))); print(pickle.loads(pickle.dumps(K(4))).v)
print(pickle.loads(b"\x80\x02U\x03abcq\x00."), pickle.loads(b"S'a\\nb'\n."), pickle.loads(b"\x80\x02U\x03abcq\x00.",encoding='bytes'), pickle.loads(b'(dp0\nI1\nI2\ns.'), pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, issubclass(pickle.PicklingError,pickle.PickleError))
