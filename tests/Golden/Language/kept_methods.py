"""Methods of containers that a local keeps to call them."""

def fill(n):
    out = []
    add = out.append
    for i in range(n):
        add(i * 2)
    return out

def words(text):
    seen = set()
    counts = {}
    add = seen.add
    get = counts.get
    for w in text.split():
        add(w)
        counts[w] = get(w, 0) + 1
    return sorted(seen), counts

def rotate(items):
    pop = items.pop
    insert = items.insert
    insert(0, pop())
    insert(0, pop(-1))
    return items

def per_row(rows):
    result = []
    for row in rows:
        line = []
        put = line.append
        for x in row:
            put(x + 1)
        result.append(line)
    return result

def swapped():
    a = [1]
    f = a.append
    a = [2]
    f(3)
    return a

def passed():
    a = [1]
    f = a.append
    list(map(f, [2, 3]))
    f(4)
    return a

class Stack:
    def __init__(self):
        self.items = []
    def append(self, x):
        self.items.append(x * 10)

def other(s):
    put = s.append
    put(1)
    put(2)
    return s

def nested(xs):
    out = []
    add = out.append
    def inner(x):
        add(x)
    for x in xs:
        inner(x)
    return out

def wrong():
    out = []
    add = out.append
    try:
        add(1, 2)
    except TypeError as e:
        print(e)
    try:
        add()
    except TypeError as e:
        print(e)
    return out

def listed(xs):
    out = []
    add = out.append
    [add(x) for x in xs if x]
    ys = {add(y) for y in xs}
    return out, ys

def late():
    xs = [3, 1, 2]
    srt = xs.sort
    srt(reverse=True)
    idx = xs.index
    return xs, idx(1), idx(2)

print(fill(4), words("a b a c"), rotate([1, 2, 3]), per_row([[1, 2], [3]]), swapped(), passed())
print(other(Stack()).items, other([0]), nested([1, 2]), wrong(), listed([0, 1]), late())
def maybe(flag):
    if flag:
        out = []
        add = out.append
    try:
        add(1)
        return out
    except UnboundLocalError as e:
        return str(e)
print(maybe(True), maybe(False))
