"""pprint of every class that it knows, under different options."""
import pprint, collections, dataclasses, types, io, sys
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
@dataclasses.dataclass
class P:
    name: str
    xs: list
    hidden: int = dataclasses.field(default=3, repr=False)
@dataclasses.dataclass
class Q:
    a: int
    def __repr__(self): return 'Q'*100
data=[{'name':'x'*30,'values':list(range(30)),'nested':{'a':(1,2,3),'b':{'c':[1]*20}}, 5:'k', 'set':set(range(25)), 'fs':frozenset('abcdefghijklmnopqrstuvwxyz'), 'text':'The quick brown fox jumped over the lazy dog. '*4, 'bytes':b'\x00abc'*30, 'ba':bytearray(b'hello world'*10), 'multi':'line one\nline two is longer than the others by far\n'*3},
 collections.OrderedDict((chr(97+i)*6,i) for i in range(12)), collections.defaultdict(list,{chr(97+i)*6:[i]*5 for i in range(12)}), collections.Counter('abracadabra'*3+'the quick brown fox'), collections.deque(range(40)), collections.deque(range(40),maxlen=50), collections.ChainMap({'a'*20:1,'b'*20:2},{'c'*40:3}), types.SimpleNamespace(**{'name'+str(i):'v'*10 for i in range(9)}), P('n'*40,list(range(30))), Q(1), P('a',[1]), collections.UserDict({'k'*10+str(i):i for i in range(10)}), collections.UserList(range(40)), collections.UserString('word '*30), 12345678901, 'short', (1,), ('x'*90,), [], {}, (), None, 1.5, 'é'*90, [[[[[[1,[2,[3]]]]]]]], {1:1,'a':2,None:3,(1,2):4}, {True,2,'a'}]
for d in data:
    for kw in ({},dict(depth=2,indent=4),dict(width=40,compact=True,indent=2,sort_dicts=False,underscore_numbers=True)):
        print(kw); t(pprint.pformat,d,**kw)
pprint.pprint(data[0]); pprint.pp(data[0], width=50); pprint.pp({'b':1,'a':2})
l=[1]; l.append(l); print(pprint.isrecursive(l), pprint.isreadable(l), pprint.isreadable([1,'a']), pprint.isreadable(object()), pprint.saferepr({2:1,1:2}), pprint.pformat(l).split('id')[0])
f=io.StringIO(); pprint.pprint([1,2],stream=f,width=3); print(repr(f.getvalue()))
class My(pprint.PrettyPrinter):
    def format(self, o, c, m, l):
        if isinstance(o,str): return f'<<{o}>>', True, False
        return super().format(o,c,m,l)
My(width=30).pprint(['abc',{'k':'v'*30}]); print(My().pformat('z'))
t(pprint.PrettyPrinter,indent=-1);t(pprint.PrettyPrinter,depth=0);t(pprint.PrettyPrinter,width=0)
pprint.PrettyPrinter(indent=3, stream=sys.stdout).pprint({'a':{'b':list(range(30))}})
