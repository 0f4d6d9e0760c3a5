import configparser, io, os, tempfile
os.chdir(tempfile.mkdtemp())
T = '''[DEFAULT]
Root = /srv
level: 3
# comment
[paths]
home = %(root)s/home
; other
multi = one
   two
   three

log=%(home)s/log
pct = 100%%
Empty =
[flags]
on = yes
off = 0
num = 42
f = 2.5
'''
c = configparser.ConfigParser(); c.read_string(T)
print(c.sections(), c.options('paths'), c.defaults(), dict(c['paths']), list(c))
print(c.get('paths', 'home'), c['paths']['LOG'], c.get('paths', 'home', raw=True), c.get('paths', 'pct'), repr(c['paths']['multi']), repr(c['paths']['empty']))
print(c.getboolean('flags', 'on'), c['flags'].getboolean('off'), c.getint('flags', 'num'), c['flags'].getfloat('f'), c['flags'].getint('nope'), c.getint('flags', 'nope', fallback=7), c['flags'].get('zz', 'dd'), c.get('nosec', 'x', fallback=None))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, '|', getattr(e, 'args', None))
t(lambda: c.get('nosec', 'x')); t(lambda: c.get('flags', 'zz')); t(lambda: c['nosec']); t(lambda: c['flags']['zz']); t(lambda: c.getint('flags', 'on')); t(lambda: c.getboolean('flags', 'num')); t(lambda: c.add_section('flags')); t(lambda: c.add_section('DEFAULT')); t(lambda: c.set('flags', 'x', 5)); t(lambda: c.set('flags', 'x', '%q')); t(lambda: c.set('nosec', 'x', 'y'))
c.add_section('new'); c.set('new', 'Key', 'v'); c['made'] = {'a': 1, 'b': 'x\ny'}; c['flags']['extra'] = 'e'
o = io.StringIO(); c.write(o); print(o.getvalue()); o = io.StringIO(); c.write(o, space_around_delimiters=False); print(len(o.getvalue()))
print(c.has_section('new'), c.has_option('flags', 'ON'), c.has_option('flags', 'root'), c.remove_option('flags', 'on'), c.remove_section('new'), c.remove_section('new'), 'made' in c, len(c), c['flags'])
print(c.items('made'), [(n, dict(s)) for n, s in c.items()][-1], c.items('paths', raw=True))
for bad in ('x = 1\n', '[a]\nnovalue\n', '[a]\nb=1\nb=2\n', '[a]\n[a]\n', '[a]\nx=%(y)s\n', '[a]\nx=%(x)s\n', '[a]\nx=%q\n', '[a]\nx=%(q\n', '[a]\n=v\n'):
    p = configparser.ConfigParser()
    t(lambda: (p.read_string(bad), p.get('a', 'x')))
p = configparser.ConfigParser(allow_no_value=True, delimiters=('=',), comment_prefixes=('#',), inline_comment_prefixes=(';',), strict=False, interpolation=None)
p.read_string('[s]\nkey\nurl = http://x:80 ; note\nk=%(a)s\n[s]\nkey2=1\n'); print(dict(p['s']))
o = io.StringIO(); p.write(o); print(o.getvalue())
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation()); e.read_string('[a]\nx=1\ny=${x}2\n[b]\nz=${a:y}3 $$\nq=${a:nope}\nw=$x\n'); print(e['b']['z']); t(lambda: e['b']['q']); t(lambda: e['b']['w'])
r = configparser.RawConfigParser(); r.optionxform = str; r.read_dict({'S': {'Key': 'v', 'n': 5}}); print(dict(r['S']), r.get('S', 'Key'))
class C(configparser.ConfigParser):
    def optionxform(self, s): return s.upper()
k = C(converters={'list': lambda v: v.split(',')}); k.read_string('[x]\na=1,2\n'); print(k.options('x'), k.getlist('x', 'a'), k['x'].getlist('a'))
with open('c.ini', 'w') as f: f.write(T)
print(c.read(['c.ini', 'nope.ini']), configparser.ConfigParser().read('nope'), c.get('paths', 'home', vars={'root': '/V'}))
with open('c.ini') as f: p = configparser.ConfigParser(); p.read_file(f); print(p.sections())
p = configparser.ConfigParser({'d': '1'}); p['s'] = {}; print(p['s']['d'], p.get('s', 'd')); print(configparser.ParsingError.__mro__[1].__name__, p == p, p.default_section)

u = configparser.ConfigParser(allow_unnamed_section=True, allow_no_value=True)
u.read_string("top = 1\n[a]\nflag\nx: 2\n")
print(u.sections(), u.get(configparser.UNNAMED_SECTION, "top")); o = io.StringIO(); u.write(o); print(o.getvalue())
t(lambda: u.read_string("[b]\nflag\n  more\n"))
class Loose(configparser.RawConfigParser):
    BOOLEAN_STATES = {"sure": True, "never": False}
    import re
    SECTCRE = re.compile(r"\[ *(?P<header>[^]]+?) *\]")
z = Loose(dict_type=dict, converters={"list": str.split}); z.read_string("[ one ]\na = sure\nb = x y\n")
print(z.sections(), z.getboolean("one", "a"), z["one"].getboolean("a"), z["one"].getlist("b"), dict(z.converters), z.getlist("one", "zz", fallback=[]))
z.converters["upper"] = str.upper; print(z["one"].getupper("b"), z.getupper("one", "a")); del z.converters["upper"]; print(hasattr(z, "getupper"))
class Shout(configparser.BasicInterpolation):
    def before_get(self, parser, section, option, value, defaults): return super().before_get(parser, section, option, value, defaults) + "!"
    def before_write(self, parser, section, option, value): return "<" + value + ">"
h = configparser.ConfigParser({"n": "1"}, interpolation=Shout()); h.read_string("[s]\nv = %(n)s%%\n"); print(h["s"]["v"], h.items("s")); o = io.StringIO(); h.write(o); print(o.getvalue())
h["s"].update(k="w"); h.setdefault("s2", {"a": "b"}); print(sorted(h), h.popitem()[0], h["s2"].pop("a"), list(h["s2"])); h.clear(); print(h.sections(), h.defaults())
t(lambda: configparser.ConfigParser(interpolation=3)); t(lambda: configparser.RawConfigParser().read_dict({"a": {"k": 1, "K": 2}}))
e = configparser.ParsingError("f", 3, "bad"); e.append(4, "worse"); print(e, e.errors, e.args, repr(configparser.DuplicateOptionError("s", "o", "f", 2)))
