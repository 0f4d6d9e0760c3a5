"""Iterators of ordered dicts, empty containers in narrow columns, counters, columns of text, and lone surrogates."""
import collections
d=collections.OrderedDict(a=1)
print(type(iter(d)), type(iter(d.keys())), type(iter(d.items())))
def f(a,b): return type(iter(a))
print(f(d,1), f({},1))
x = collections.OrderedDict({(1,2):3})
g = lambda a,b: iter(a)
print(type(g(x, 1)), type(iter(collections.OrderedDict({}))), type(reversed(d)))
import pprint
print(pprint.pformat({1: set(), 'aaaaaaaaaaaaaaaaaaaaaaaa': collections.Counter(), 2: frozenset(), 3: (), 4: [], 5: {}, 6: collections.OrderedDict(), 7: collections.deque(), 8: collections.defaultdict(int), 9: collections.ChainMap()}, width=10))
print(pprint.pformat([[set()], [collections.Counter()], [frozenset()], [()], [[]], [{}], 'a'*40], width=5))

print(collections.Counter(a=3, b=1) & collections.Counter({'c': 'x'}), collections.Counter(a=1) - collections.Counter(b=-2), collections.Counter(a=1) | collections.Counter(b=2, c=-1))
print('a\U0001f600b\tc'.expandtabs(4), ascii('\U0001f600\t|'.expandtabs(2)), b'a\x9cBC d'.title(), bytearray(b'x').extend(''))
for codec in ('utf-8', 'utf-16', 'utf-32'):
    try:
        'a\ud800\ud801'.encode(codec)
    except UnicodeEncodeError as error:
        print(error, error.start, error.end)
for text in ('\x00__x', '_\x7fé', 'x_y', 'é_'):
    try:
        complex(text)
    except ValueError as error:
        print(ascii(str(error)))
import json
for text in (b'\xff\xfe\xff\xfe', '\ufeff1'):
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(error)
