"""textwrap, string, numbers, colorsys, html, uuid, secrets, reprlib, keyword."""
import textwrap, string, numbers, keyword, colorsys, html, html.entities, unicodedata, uuid, secrets, cmath, reprlib, random, sys
from decimal import Decimal
from fractions import Fraction
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
text = "Hello there -- you goof-ball, use the -b option! This is a sentence.  And another one; foo--bar... supercalifragilisticexpialidocious-word well-known co-operate (parenthetical-stuff) a-b-c 1-2-3 e.g. --option"
for w in (1,5,10,20,33,70):
    for kw in ({}, dict(break_long_words=False), dict(break_on_hyphens=False), dict(initial_indent='* ',subsequent_indent='    '), dict(max_lines=2), dict(max_lines=3,placeholder='...'), dict(fix_sentence_endings=True), dict(drop_whitespace=False), dict(expand_tabs=False, replace_whitespace=False)):
        t(textwrap.wrap, text, w, **kw)
t(textwrap.wrap, 'a', 0); t(textwrap.wrap,'',5); t(textwrap.fill, "x\ty  \n z", 10)
t(textwrap.shorten, "Hello  world!", width=12); t(textwrap.shorten, "Hello  world!", width=11); t(textwrap.shorten, "Hello world", width=10, placeholder="..."); t(textwrap.shorten,"x"*50, width=3)
print(repr(textwrap.dedent("\n   hello\n     there\n\n   you\t\n  \n"))); print(repr(textwrap.dedent("\thello\n    there")))
print(repr(textwrap.indent("a\n\nb\n  \nc", "> "))); print(repr(textwrap.indent("a\n\nb", "> ", lambda l: True)))
w = textwrap.TextWrapper(width=20); w.initial_indent='>>'; print(w.wrap(text)[:3], w.fill("abc"), sorted(vars(w).items(), key=str))
f = string.Formatter()
t(f.format, "{0} {1!r:>5} {name.real} {lst[1]} {}", 1, 'a', name=3, lst=[1,2]); t(f.format, "{} {} {:{}}", 1, 2, 3, 5); t(f.format, "{0} {}", 1); t(f.format,"{} {0}",1); t(f.format, "{x}"); t(f.format, "{0!z}", 1); t(f.format,"{1}",1)
print(list(f.parse("a{b!r:c}d{{}}{e}")), f.get_field("0.real",(3,),{}))
class NS(string.Formatter):
    def get_value(self, key, args, kw):
        if isinstance(key, str): return kw.get(key, f'<{key}>')
        return super().get_value(key, args, kw)
    def check_unused_args(self, used, args, kw): print('used', sorted(used, key=str))
    def format_field(self, v, spec): return spec and f"[{v}:{spec}]" or str(v)
t(NS().format, "{a} {b:x} {0}", 5, b=7)
T=string.Template
t(T("$who likes $what ${x}y $$").substitute, who='tim', what='k', x=1); t(T("$who $x").substitute, {'who':1}); t(T("$who $x ${y").safe_substitute, who=1); t(T("a\nb $ c").substitute); t(T("a\nb $ c").is_valid); t(T("$a ${b} $a $$").get_identifiers)
class PT(string.Template):
    delimiter='%'; idpattern='[a-z]+_[a-z]+'
t(PT('%a_b %ab %%').safe_substitute, a_b=3); print(T.delimiter, T.idpattern, string.capwords(' hello  wOrld '), string.capwords('a-bc','-'))
class PP(string.Template):
    pattern = r'\[(?:(?P<escaped>x)|(?P<named>\w+)|(?P<braced>zz)|(?P<invalid>))\]'
t(PP('a [name] b').substitute, name=4)
for x in (1, True, 1.5, 1j, Fraction(1,2), Decimal(1), 'a'):
    print([isinstance(x,c) for c in (numbers.Number,numbers.Complex,numbers.Real,numbers.Rational,numbers.Integral)])
t(numbers.Integral); print(issubclass(int, numbers.Rational), numbers.Real.__mro__)
print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword('for'), keyword.iskeyword('f'), keyword.issoftkeyword('match'))
rng=random.Random(3)
for i in range(4):
    a=[rng.random() for _ in range(3)]
    print(colorsys.rgb_to_yiq(*a), colorsys.yiq_to_rgb(*a), colorsys.rgb_to_hls(*a), colorsys.hls_to_rgb(*a), colorsys.rgb_to_hsv(*a), colorsys.hsv_to_rgb(*a))
print(html.escape('<a href="x">\'&</a>'), html.escape('"',False))
for s in ['&lt;&gt;&amp;&quot;&#39;&#x41;&notit;&notin;&nosuch;&copy 2&copy;','&#0;&#xD800;&#x110000;&#128;&#x80;&#1;&#13;&#xfdd0;&#99999999999;','&a &amp &ampx &#x; &#;','&lang;&rang;&NotEqualTilde;','&eacute&eacutes']:
    print(ascii(html.unescape(s)))
print(len(html.entities.html5), len(html.entities.name2codepoint), list(html.entities.name2codepoint.items())[:5], html.entities.codepoint2name[9001], html.entities.entitydefs['lang'] , list(html.entities.html5.items())[:4])
ns=uuid.NAMESPACE_DNS
u=uuid.uuid5(ns,'python.org'); print(repr(u), uuid.uuid3(ns,'python.org'), u.hex,u.int,u.urn,u.variant,u.version,u.fields,u.bytes,u.bytes_le,u.time,u.node,u.clock_seq, hash(u)==hash(u.int), u.is_safe)
u1=uuid.UUID('{12345678-1234-5678-1234-567812345678}'); print(u1, u1<u, u1==uuid.UUID(int=u1.int), uuid.UUID(bytes=b'\x12\x34\x56\x78'*4), uuid.UUID(bytes_le=b'\x12\x34\x56\x78'*4), uuid.UUID(fields=(1,2,3,4,5,6)), u1.version, sorted([u,u1]))
t(uuid.UUID,'abc'); t(uuid.UUID); t(uuid.UUID,int=-1); t(uuid.UUID,bytes=b'a'); t(uuid.UUID,fields=(1,)); t(uuid.UUID,int=1,version=9); t(uuid.UUID, fields=(1<<33,0,0,0,0,0))
try: u.int=3
except TypeError as e: print(e)
print(uuid.uuid4().version, uuid.uuid1().version, len(str(uuid.uuid4())), uuid.uuid4()!=uuid.uuid4(), uuid.RFC_4122, uuid.SafeUUID.unknown, list(uuid.SafeUUID))
print(len(secrets.token_bytes(7)), len(secrets.token_hex(7)), len(secrets.token_urlsafe(9)), secrets.randbelow(1), secrets.choice([5]), secrets.randbits(5)<32, secrets.compare_digest('a','a'), len(secrets.token_hex()))
t(secrets.randbelow,0); t(secrets.choice,[])
r=reprlib.Repr(); r.maxlist=3
print(r.repr(list(range(10))), reprlib.repr('x'*100), reprlib.repr({i:i for i in range(9)}), reprlib.repr(10**60), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr((1,)), reprlib.repr({3,1,2}), reprlib.repr(frozenset([1,2])), reprlib.repr(set()), reprlib.repr(range(10**20)))
print(reprlib.Repr(maxlist=2,fillvalue='###').repr([1,2,3]), reprlib.Repr(indent=2).repr([1,[2,3],{'a':(1,2)}]), reprlib.Repr(indent='..').repr([1,[]]))
class L(list):
    @reprlib.recursive_repr()
    def __repr__(self): return '<' + '|'.join(map(repr,self)) + '>'
l=L('abc'); l.append(l); print(l, L.__repr__.__name__)
