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
