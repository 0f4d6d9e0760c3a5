"""What operations on values say of wrong arguments, and corners of their results."""
import collections, json, ast, heapq, urllib.parse, textwrap, bisect, math, decimal, itertools
def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, e)
def f(*a, **k): pass
def g(a):
    print(*a, sep='|')
t(lambda: g(3))
def g2(a): f(*a)
t(lambda: g2(3))
def g3(a): f(1, *a)
t(lambda: g3(3))
def g4(a): return max(*a)
t(lambda: g4(3))
def g5(a): return int(*a)
t(lambda: g5(3))
def g6(a): return [].append(*a)
t(lambda: g6(3))
t(lambda: json.loads(collections.deque()))
t(lambda: ast.literal_eval('inf\ud800'))
t(lambda: heapq.heapify(None))
t(lambda: [1.0].__imul__(1.0))
t(lambda: [1.0].__mul__(1.0))
t(lambda: (1,).__mul__(1.0))
t(lambda: 'a'.__mul__(1.0))
t(lambda: b'a'.__mul__(1.0))
t(lambda: bytearray(b'a').__imul__(1.0))
t(lambda: urllib.parse.urlencode({1,2}))
t(lambda: textwrap.wrap(b'abc', 5))
t(lambda: bytes.fromhex(None))
t(lambda: 'a'*9223372036854775134)
t(lambda: [1,2]*9223372036854775134)
t(lambda: bisect.bisect_left({1,2}, -1))
t(lambda: bisect.bisect_right({1:2}, -1))
t(lambda: bisect.insort({1,2}, -1))
n=float('nan')
t(lambda: collections.deque([n, 1.0]).count(n))
t(lambda: decimal.Decimal((-10**25, 5, 7)))
t(lambda: decimal.Decimal((2, 5, 7)))
t(lambda: decimal.Decimal((0, (5,10**25), 7)))
t(lambda: decimal.Decimal((0, (5,), 10**25)))
t(lambda: max('\ud800½', 'ﬁ'))
t(lambda: sorted(['\ud800½', 'ﬁ', '\U0001f600']))
t(lambda: (-1).to_bytes(0, 'little', signed=True))
t(lambda: (-1).to_bytes(0, 'big', signed=True))
t(lambda: (-2).to_bytes(0, 'little', signed=True))
t(lambda: (1).to_bytes(0, 'little', signed=True))
t(lambda: '%.*f' % -2147483649)
t(lambda: '%.*f' % -2147483648)

t(lambda: complex('äA-b_c.d'))
t(lambda: complex('äA'))
t(lambda: complex('A'))
t(lambda: complex('A\ud800'))
t(lambda: complex('1+2j\ud800'))
t(lambda: bytearray(b'ab').__setitem__(slice(0,2), 3.0))
t(lambda: bytearray(b'ab').__setitem__(slice(0,2), 'x'))
t(lambda: bytearray(b'ab').__setitem__(slice(0,2), ['x']))
t(lambda: collections.Counter({1:2,'a':3}).__iadd__({'a':'x'}))
t(lambda: collections.Counter({1:2,'a':3}).__isub__({'a':'x'}))
t(lambda: collections.Counter({1:2,'a':3}).__ior__({'a':'x'}))
t(lambda: collections.Counter({1:2,'a':3}).__iand__({'a':'x'}))
for i in range(4):
    t(lambda: heapq.nsmallest(i, [range(4), 2.0, collections.deque(), 'a', 1]))
    t(lambda: heapq.nlargest(i, [range(4), 2.0, collections.deque(), 'a', 1]))
    t(lambda: heapq.nsmallest(i, [None, 3+0j, (None,), -2, [1], collections.deque()]))
n=float('nan')
import collections, struct
d=collections.deque([n,1.0])
print(d.count(n), d.index(n), n in d)
t(lambda: [1]*1.0)
t(lambda: 1.0*[1])
t(lambda: [1]*'a')
t(lambda: [1]*10**30)
t(lambda: [].__mul__(10**30))
t(lambda: [1].__rmul__(1.0))
t(lambda: [1].__rmul__('a'))
t(lambda: (1,)*1.5)
t(lambda: 'a'.__rmul__(1.5))
t(lambda: collections.deque([1]).__mul__(1.5))
t(lambda: collections.deque([1]).__rmul__(1.5))
t(lambda: collections.deque([1]).__imul__(1.5))
import array
t(lambda: array.array('i',[1]).__mul__(1.5))
t(lambda: array.array('i',[1]).__imul__(1.5))
t(lambda: array.array('i',[1])*1.5)
x=[1]
def im(x):
    x*=1.5
t(lambda: im([1]))
t(lambda: im((1,)))
t(lambda: im('a'))
t(lambda: im(b'a'))
t(lambda: im(bytearray(b'a')))
t(lambda: im(collections.deque([1])))
t(lambda: im(array.array('i',[1])))
for s in ['٣','!','é','日','\U0001f600', 'ü>', '٣d', '5٣', '٣5', '.٣']:
    t(lambda: format(0.5,s)); t(lambda: format(5,s)); t(lambda: format('abc',s)); t(lambda: format(1j,s))
t(lambda: struct.pack('e', n))
t(lambda: struct.pack('e', -n))
t(lambda: struct.pack('f', n))
t(lambda: struct.pack('f', -n))
t(lambda: struct.pack('d', n))
t(lambda: struct.pack('d', -n))
t(lambda: struct.pack('e', float('inf')-float('inf')))
t(lambda: struct.pack('d', float('inf')-float('inf')))
for s in ['äA-b_c.d','_','a_b','é','1_0j','1__0j','1_j','_1j','1+2','1+','1j+2','1j+2j','(1+2j','1+2j)','()','',' ','ｊ','１j','inf','infj','nan+nanj','1e5j','1e+j','1e+5+2j', '1 + 2j','٣j','٣','½','1+2J','++1j','1.5.2','0x1j','x_1']:
    t(lambda: complex(s))
from collections import Counter
def im2(c, f):
    try: f(c); print(c)
    except Exception as e: print(type(e).__name__, e, c)
def f1(c): c += {'a': 3, 'b': -9, 'z': 'x'}
def f2(c): c -= {'a': 3, 'b': -9}
def f3(c): c |= {'a': 3, 'b': 9}
def f4(c): c &= {'a': 3, 'b': 9}
def f5(c): c &= Counter({'a': 3, 'b': 9})
def f6(c): c += 5
for f in (f1,f2,f3,f4,f5,f6): im2(Counter({'a':1,'b':2,'c':-1}), f)
t(lambda: bytes.fromhex(None))
import sys, io
t(lambda: sys.intern(None)); t(lambda: (5).to_bytes(2, None)); t(lambda: 'a'.encode(None)); t(lambda: format(1, None)); t(lambda: (1).__format__(None)); t(lambda: io.TextIOWrapper(io.BytesIO()).write(None)); t(lambda: io.StringIO().write(None))
t(lambda: io.TextIOWrapper(io.BytesIO(), 5)); t(lambda: open('x', None)); t(lambda: open('x', 'r', newline=5)); t(lambda: array.array(None)); t(lambda: array.array('w').fromunicode(None)); t(lambda: ExceptionGroup(None, [])); t(lambda: io.BytesIO().readinto(None)); t(lambda: bytes('a', None)); t(lambda: bytes('a', 5)); t(lambda: __import__('datetime').datetime.now().isoformat(None)); t(lambda: __import__('datetime').date.today().__format__(None)); t(lambda: __import__('codecs').utf_8_encode(None)); t(lambda: __import__('datetime').timezone(__import__('datetime').timedelta(0), None)); t(lambda: struct.pack_into('i', None, 0, 1)); t(lambda: __import__('typing').TypeVar(None)); t(lambda: __import__('types').FunctionType(None, {}))
t(lambda: struct.unpack(None, b'')); t(lambda: array.array('i').__imul__(None))
import heapq
for k in (None, lambda x: -x, lambda x: x % 3):
    for r in (False, True):
        t(lambda: list(heapq.merge([1,4,7],[2,5,8],[0,9], [], key=k, reverse=r)))
    t(lambda: heapq.nsmallest(3, [5,1,4,1,5,9,2,6], key=k)); t(lambda: heapq.nlargest(3, iter([5,1,4,1,5,9,2,6]), key=k))
t(lambda: list(heapq.merge([1,'a'],[2])))
