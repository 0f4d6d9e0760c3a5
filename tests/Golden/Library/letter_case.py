samples = ["\xdf\xb5\xff", "\ufb01ne", "\u03a3\u03b1\u03a3 \u03a3.", "H\u0130", "\u01c4\u01c5\u01c6", "\U0001044f\U00010427", "hello wORLD's 2nd", "\u0345\u1fb7", "\u1e9e", "", "\u2160a", "1\u2170"]
for s in samples:
    print(ascii(s.upper()), ascii(s.lower()), ascii(s.title()), ascii(s.capitalize()), ascii(s.swapcase()), ascii(s.casefold()), s.isupper(), s.islower(), s.istitle())
count = 0
for code in range(0x30000):
    c = chr(code)
    count = (count * 31 + hash(tuple(map(ord, c.upper() + c.lower() + c.title() + c.casefold() + c.swapcase()))) + 2 * c.isupper() + 3 * c.islower() + 5 * c.istitle()) % 1000003
print(count)
print(" a  b  c ".split(None, 1), " a  b  c ".rsplit(None, 1), "abbbc".rsplit("bb"), b" a b ".split(None, 1), b" a b ".rsplit(None, 1), b"abbbc".rsplit(b"bb"))
print([1, 2, 3].index(3, -10**30, 10**30), (1, 2).index(1, -10**30), ord(bytearray(b"a")), int(memoryview(b"12")), float(memoryview(b"1.5")))


class Named(tuple):
    def __init__(self, items, name=None):
        self.name = name


class Listed(list):
    def __new__(cls, items, name=None):
        return super().__new__(cls, items)


print(Named([1], name="x").name, Listed([1, 2], name="y"))
