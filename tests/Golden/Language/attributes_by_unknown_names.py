"""Attributes that objects get under names that only the run knows, beside those of their classes."""
class A:
    kind = "a"
    n = 1
    def __init__(self): self.x = 1
    def load(self, d):
        for k in d: setattr(self, k, d[k])
    def bump(self): self.n += 1; return self.kind, self.n, self.x
class B(A):
    kind = "b"
a, b = A(), B()
a.load({"kind": "K", "n": 5, "x": "s"}); b.load({"kind": 7})
print(a.bump(), b.bump(), A.kind, B.kind, A.n, A().bump(), b.kind, a.kind)
a.load({"n": 2.5}); print(a.bump())
class Opt:
    verbose = False
    def set(self, **kw):
        for k, v in kw.items(): setattr(self, k, v)
o = Opt(); o.set(verbose=True, extra=3); print(o.verbose, o.extra, Opt.verbose, Opt().verbose)
