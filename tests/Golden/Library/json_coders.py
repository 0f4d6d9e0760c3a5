import json, datetime
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(json.dumps({"a": {3, 1}, "c": 1j}, cls=E, indent=2, sort_keys=True))
print(E().encode([{1}]), E(indent=1).encode({"x": [1]}))
print(list(E().iterencode([1, {2}])))
try: json.dumps(object, cls=E)
except TypeError as e: print(e)
d = json.JSONDecoder()
print(d.decode(' {"a": [1, 2.5]} '), d.raw_decode('[1] x'))
class D(json.JSONDecoder):
    def __init__(self, *a, **k): super().__init__(object_hook=self.hook, *a, **k)
    def hook(self, o): return ("obj", sorted(o.items()))
print(json.loads('{"a": {"b": 1}}', cls=D))
print(json.JSONEncoder().item_separator, json.JSONEncoder(separators=(",", ":")).key_separator)

from json.decoder import JSONDecodeError, scanstring
from json.encoder import encode_basestring, encode_basestring_ascii
import json.scanner
print(scanstring('["ab\\u0041\\n"] x', 2), encode_basestring('é"\n'), encode_basestring_ascii('é😀'))
scan = json.scanner.make_scanner(json.JSONDecoder(parse_int=str))
print(scan('[1, {"a": 2.5}] rest', 0), json.decoder.WHITESPACE.match("  x").end())
try: scan("  ", 1)
except StopIteration as e: print("stops at", e.value)
for text in ('"😀" x', '["😀", }', '{"😀": 1,}', "", '["a"'):
    try: json.loads(text)
    except JSONDecodeError as e: print(e, e.pos, e.colno)
class Doubles(json.JSONDecoder):
    def raw_decode(self, s, idx=0):
        value, end = super().raw_decode(s, idx)
        return value * 2, end
print(Doubles().decode(" [1, 2] "), json.JSONDecoder().raw_decode("😀[1]", 1), json.__all__)
keys = [list(o)[0] for o in json.loads('[{"key": 1}, {"key": 2}]')]
print(keys[0] is keys[1])
deep = "[" * 100000
try: json.loads(deep)
except RecursionError as e: print("too deep")
growing = [1]
class Growing(json.JSONEncoder):
    def default(self, o):
        if len(growing) < 4: growing.append(o)
        return None
growing.append(object())
print(Growing().encode(growing))
