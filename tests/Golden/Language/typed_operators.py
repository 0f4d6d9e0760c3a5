"""The same operations on values whose types are plain, and on values that only the run knows."""


def hidden(value):
    return [value, None][0]


def show(name, typed, dynamic):
    print(name, typed, "same" if typed == dynamic else f"dynamic {dynamic}")


def error(name, action):
    try:
        action()
    except Exception as e:
        print(name, type(e).__name__, e)


def past():
    xs = [1, 2]
    del xs[99]


def lists():
    xs = [3, 1, 2]
    ys = hidden([3, 1, 2])
    show("repeat", repr(xs * 3), repr(ys * 3))
    show("repeat left", repr(2 * xs), repr(2 * ys))
    show("repeat none", repr(xs * -1), repr(ys * -1))
    show("sum", repr(xs + [4]), repr(ys + [4]))
    show("slices", repr([xs[:], xs[1:], xs[:2], xs[-2:], xs[5:], xs[2:1], xs[-9:9], xs[::-1], xs[1:100 ** 20]]),
         repr([ys[:], ys[1:], ys[:2], ys[-2:], ys[5:], ys[2:1], ys[-9:9], ys[::-1], ys[1:100 ** 20]]))
    alias = xs
    alias2 = ys
    xs += (9, 8)
    ys += (9, 8)
    xs += range(2)
    ys += range(2)
    xs += xs
    ys += ys
    show("extend", repr(xs), repr(ys))
    print(alias is xs, alias2 is ys)
    n = len(xs)
    xs[1:3] = reversed(xs[1:3])
    ys[1:3] = reversed(ys[1:3])
    xs[n - 2:] = [7]
    ys[n - 2:] = [7]
    xs[2:1] = [5, 5]
    ys[2:1] = [5, 5]
    xs[:0] = xs
    ys[:0] = ys
    show("store slices", repr(xs), repr(ys))
    del xs[0], xs[-1]
    del ys[0], ys[-1]
    show("delete", repr(xs), repr(ys))
    xs[-1] -= 5
    ys[-1] -= 5
    xs *= 2
    ys *= 2
    show("in place", repr(xs), repr(ys))
    show("reversed", repr([x for x in reversed(xs)]), repr([y for y in reversed(ys)]))
    show("reversed range", repr(list(reversed(range(1, 10, 3)))), repr(list(hidden(reversed)(range(1, 10, 3)))))
    show("equal", repr([xs == xs[:], xs != xs[:], xs == [], xs < [9], xs >= [9]]), repr([ys == ys[:], ys != ys[:], ys == [], ys < [9], ys >= [9]]))

    error("delete past the end", past)
    text = "abc"
    words = ["a"]
    words += text
    print(words, text[1:], text[:-1], text[-2:2], text[:], text[5:], "d\U0001f600e"[1:], "d\U0001f600e"[:2])


def sets():
    a = {1, 2, 3, 40, 41}
    b = {3, 4}
    c = hidden({1, 2, 3, 40, 41})
    d = hidden({3, 4})
    show("algebra", repr([a & b, a | b, a - b, a ^ b]), repr([c & d, c | d, c - d, c ^ d]))
    show("order", repr([a <= b, a >= {1}, a < a, a == {1, 2}, a != b]), repr([c <= d, c >= {1}, c < c, c == {1, 2}, c != d]))
    alias = a
    a |= {9}
    c |= {9}
    a &= {1, 2, 9, 3}
    c &= {1, 2, 9, 3}
    a ^= {2, 7}
    c ^= {2, 7}
    a -= b
    c -= d
    show("in place", repr(a), repr(c))
    print(alias is a)
    big = set(range(0, 900, 7))
    few = {7, 14, 21}
    show("few from many", repr(list(big - few)[:20]), repr(list(hidden(big) - few)[:20]))


def dicts():
    d = {"a": 1, "b": 2}
    e = hidden({"a": 1, "b": 2})
    d["a"] += 5
    e["a"] += 5
    del d["b"]
    del e["b"]
    show("dict", repr(d), repr(e))
    show("equal", repr([d == {"a": 6}, d != {"a": 6}]), repr([e == {"a": 6}, e != {"a": 6}]))

    def missing():
        del d["zz"]

    def unknown():
        d["zz"] += 1

    error("delete", missing)
    error("add", unknown)


def bools(limit):
    flag = limit > 3
    other = hidden(limit > 3)
    one = hidden(1)
    show("bools", repr([flag + 1, flag * 2.5, flag - flag, flag & True, flag | False, flag ^ flag, flag & 1, flag == True, flag == 1, 7 // flag]),
         repr([other + one, other * 2.5, other - other, other & True, other | False, other ^ other, other & one, other == True, other == 1, 7 // other]))
    count = 0
    for x in range(10):
        count += x > limit
    flag &= count > 100
    print(count, flag, "%s" % flag, "ab" * True)


def tuples():
    p, q = (1, "b"), (1, "c")
    r, s = hidden((1, "b")), hidden((1, "c"))
    show("tuples", repr([p < q, p > q, p <= q, p >= q, p == q, p != q]), repr([r < s, r > s, r <= s, r >= s, r == s, r != s]))
    nan = float("nan")
    print((nan, 1) == (nan, 1), (nan, 1) < (nan, 2), (1, nan) <= (1, 0.5), b"ab" == b"ab", b"ab" < b"b", None == 1, "a" == 1)


lists()
sets()
dicts()
bools(5)
tuples()
