"""re: tokens by re.Scanner, limits given by place, sets that may come to mean something else, flags as text."""

import re, warnings

scanner = re.Scanner([(r"[a-z_]\w*", lambda s, word: ("name", word)), (r"\d+\.\d*", float), (r"\d+", lambda s, n: int(n)), (r"=|\+|-|\*|/", lambda s, op: "op" + op), (r"\s+", None)], re.I)
scanner2 = re.Scanner([(r"\d+", lambda s, n: (s.match.start(), n)), (r",", "comma")])
try: print(scanner.scan("sum = 3*foo"))
except TypeError as e: print(type(e).__name__)
print(scanner2.scan("12,3,x45"), scanner2.scan(""), re.Scanner([(rb"a", b"A")]).scan(b"aab"))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(re.sub("a", "b", "aaa", 2), re.subn("a", "b", "AaA", 0, re.I), re.split("x", "axbxc", 1))
    print(re.findall("[0-9--2]", "0-.,/2"), re.findall("[%--]", "%&-a"), re.findall("[a-]", "-a"))
    print(re.findall("[0-9&&1]", "5&"), re.findall("[[a]", "[a"), re.findall("[a||b]", "|b"))
for w in seen: print(w.category.__name__, w.message)
for call in (lambda: re.sub("a", "b", "c", 1, count=2), lambda: re.split("a", "b", 1, 2, 3), lambda: re.sub("a", "b", "c", 1, re.I, flags=0)):
    try:
        with warnings.catch_warnings(): warnings.simplefilter("ignore"); call()
    except TypeError as e: print(e)
print(repr(re.I | re.S | re.X), repr(re.I | (1 << 20)), repr(~re.I), repr(re.A | re.M), re.compile("a", re.I | re.M), sorted(re.compile("(?P<x>a)(?P<y>b)").groupindex))
try: re.compile("(?P<x>a)").groupindex["x"] = 2
except TypeError as e: print(e)
print(re.sub("a", "b", "aaa", count=1), "Scanner" in dir(re), "sub" in re.__all__)
