"""Views of several dimensions."""
import struct, array
def t(f):
    try: r = f(); print(ascii(r) if not isinstance(r, memoryview) else (r.shape, r.strides, r.format, r.tolist()))
    except Exception as e: print(type(e).__name__, e)
b = bytearray(range(24))
m = memoryview(b)
g = m.cast("B", (2, 3, 4))
print(g.shape, g.strides, g.ndim, g.nbytes, len(g), g.tolist(), g.contiguous, g.itemsize)
t(lambda: g[1, 2, 3]); t(lambda: g[-1, -1, -1]); t(lambda: g[0, 3, 0]); t(lambda: g[0]); t(lambda: g[0, 1]); t(lambda: g[0, 1, 2, 3]); t(lambda: g[:1]); t(lambda: g[:, :]); t(lambda: list(g)); t(lambda: g["x"])
def setit(k, v): g[k] = v
t(lambda: setit((0, 0, 0), 99)); t(lambda: setit(0, 1)); t(lambda: setit(slice(0, 1), b"x")); print(b[0])
h = m.cast("H", shape=[3, 4]); print(h.tolist(), h.strides, h[1, 1], h == m, h == m.cast("H", (3, 4)), h == m.cast("H", (4, 3)))
t(lambda: m.cast("B", (5, 5))); t(lambda: m.cast("B", "x")); t(lambda: m.cast("B", (2, "a"))); t(lambda: m.cast("B", (0, 3))); t(lambda: m.cast("B", (-1, 24))); t(lambda: g.cast("B", (4, 6))); t(lambda: g.cast("B")); t(lambda: h.cast("B").nbytes); t(lambda: g.cast("B", (24,)))
z = memoryview(b"x").cast("B", shape=[]); t(lambda: z[()]); t(lambda: len(z)); t(lambda: z.tolist()); t(lambda: z[0]); t(lambda: z.ndim); t(lambda: z.shape); t(lambda: list(z))
print(g.tobytes() == bytes(b), bytes(g) == bytes(b), g.hex()[:8], memoryview(g).shape, g.toreadonly().shape, m[::2].shape, m[::2].strides)
a = array.array("d", [1.5, 2.5, 3.5, 4.5]); d = memoryview(a).cast("B").cast("d", (2, 2)); print(d.tolist(), d[1, 0])
d[1, 0] = 9.25; print(a)
print(99 in m, [x for x in m[:3]], m.cast("B", (2, 12)).tolist()[1][0], struct.unpack_from("<2H", g))
b.extend(b"")
g.release(); t(lambda: g.shape)
