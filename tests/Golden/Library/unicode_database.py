"""unicodedata: every property of the characters below U+3000, and normal forms."""
import unicodedata as u
import hashlib
h=hashlib.md5()
for c in range(0x3000):
    ch=chr(c)
    h.update(repr((u.category(ch),u.bidirectional(ch),u.combining(ch),u.east_asian_width(ch),u.mirrored(ch),u.decomposition(ch),u.decimal(ch,None),u.digit(ch,None),u.numeric(ch,None),u.name(ch,''))).encode())
    if c%0x80==0: print(hex(c),h.hexdigest())
h=hashlib.md5()
import random
rng=random.Random(1)
pool=[c for c in range(0x300,0x1200)]+list(range(0x1e00,0x2200))+list(range(0xac00,0xac80))+list(range(0xf900,0xfb50))+[0x1d15e,0x110ab]
for i in range(1500):
    s=''.join(chr(rng.choice(pool)) if rng.random()<.7 else rng.choice('aeiouAE') for _ in range(rng.randint(1,6)))
    for f in ('NFC','NFD','NFKC','NFKD'):
        h.update(ascii(u.normalize(f,s)).encode()); h.update(str(u.is_normalized(f,s)).encode())
    if i%100==0: print(i,h.hexdigest())
for n in ['LATIN SMALL LETTER A','latin small letter e with acute','HANGUL SYLLABLE GAG','CJK UNIFIED IDEOGRAPH-4E00','LINE FEED','NBSP','nope','SPACE']:
    try: print(n, ascii(u.lookup(n)))
    except KeyError as e: print(repr(e))
for f in (u.name,u.decimal,u.digit,u.numeric):
    for a in ('\0','ab','',3):
        try: print(f(a))
        except Exception as e: print(type(e).__name__,e)
print(u.unidata_version)
