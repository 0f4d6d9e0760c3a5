"""Writes encodings.txt, charmaps.z and multibyte.z: the encodings that CPython knows, and what their bytes mean.

Usage: python3.13 encodings.py

A line of encodings.txt is "module name kind aliases...": how the encoding is imported, what codecs.lookup calls it, and t for one of text or
b for a transform of bytes. charmaps.z has lines "module characters": the 256 characters of each byte, FFFE where it has none, and then what is encoded
though no byte decodes to it. multibyte.z has, for each encoding in MULTIBYTE, its differences from the one that it is based on.
"""

import codecs
import encodings.aliases
import pathlib
import pkgutil
import struct
import zlib

HERE = pathlib.Path(__file__).parent
# Each with the one on which its table is based.
MULTIBYTE = {"big5": "", "cp950": "big5", "big5hkscs": "big5", "euc_kr": "", "cp949": "euc_kr", "johab": "", "gb2312": "", "gbk": "gb2312", "gb18030": "gbk", "euc_jp": "", "euc_jis_2004": "euc_jp", "euc_jisx0213": "euc_jis_2004", "shift_jis": "", "cp932": "shift_jis", "shift_jis_2004": "shift_jis", "shift_jisx0213": "shift_jis_2004"}


def names():
    others = {}
    for alias, module in encodings.aliases.aliases.items():
        others.setdefault(module, []).append(alias)
    for module in sorted(m.name for m in pkgutil.iter_modules(encodings.__path__)):
        if module in ("aliases", "mbcs", "oem"):
            continue
        try:
            info = codecs.lookup(module)
        except LookupError:
            continue
        yield module, info.name, "t" if info._is_text_encoding else "b", sorted(others.get(module, []))


def charmap(module):
    """What each byte decodes to, and the characters that are encoded besides; None if a byte alone does not tell."""
    characters = []
    for byte in range(256):
        try:
            characters.append(bytes([byte]).decode(module))
        except UnicodeDecodeError as error:
            if "character maps to <undefined>" not in error.reason:
                return None
            characters.append("\ufffe")
    besides = []
    for code in range(0x110000):
        try:
            data = chr(code).encode(module)
        except UnicodeEncodeError:
            assert chr(code) not in characters or chr(code) == "\ufffe"
            continue
        if len(data) != 1:
            return None
        if characters[data[0]] != chr(code) or characters.index(chr(code)) != data[0]:
            besides.append((code, data[0]))
    return characters, besides


def index(data):
    """A sequence of bytes as a number; those of four bytes are numbered without gaps."""
    if len(data) == 4:
        return 0x40000000 + (((data[0] - 0x81) * 10 + data[1] - 0x30) * 126 + data[2] - 0x81) * 10 + data[3] - 0x30
    return int.from_bytes(data, "big")


def sequences(module):
    for first in range(256):
        yield bytes([first])
        if first >= 0x80:
            for second in range(256):
                yield bytes([first, second])
            if first == 0x8F and module.startswith("euc_j"):
                for rest in range(65536):
                    yield bytes([first, rest >> 8, rest & 255])


def tables(module):
    decoded, illegal = {}, []
    for data in sequences(module):
        if data[:1] in decoded:
            continue
        key = int.from_bytes(data, "big")
        try:
            decoded[data] = data.decode(module)
        except UnicodeDecodeError as error:
            if len(data) == 1 and error.reason.startswith("illegal"):
                illegal.append(data[0])
    if module == "gb18030":
        for number in range(50400):
            second, rest = divmod(number, 1260)
            first, second = divmod(second, 10)
            third, fourth = divmod(rest, 10)
            data = bytes([0x81 + first, 0x30 + second, 0x81 + third, 0x30 + fourth])
            try:
                decoded[data] = data.decode(module)
            except UnicodeDecodeError:
                pass
    decoded = {index(data): text for data, text in decoded.items()}
    encoded = {}
    for text in [chr(c) for c in range(0x30000)] + [t for t in decoded.values() if len(t) > 1]:
        try:
            data = text.encode(module)
        except UnicodeEncodeError:
            continue
        if len(data) < 5 and not (module == "gb18030" and len(data) == 4 and text > "\uffff"):
            encoded[text] = index(data)
    return decoded, encoded, illegal


def number(value):
    """A number in groups of seven bits, the lowest first."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def signed(value):
    return number(value << 1 if value >= 0 else (-value << 1) - 1)


def difference(new, old, absent):
    """The entries in which a table differs from its base, sorted; absent stands for one that is gone."""
    return sorted((key, new.get(key, absent)) for key in new.keys() | old.keys() if new.get(key) != old.get(key))


def packed(module, made):
    decoded, encoded, illegal = made[module]
    old = made.get(MULTIBYTE[module], ({}, {}, []))
    out = [bytes([len(illegal), *illegal])]
    entries = difference(decoded, old[0], "\ufffe")
    out.append(number(len(entries)))
    last_key = last_code = 0
    for key, text in entries:
        out.append(number(key - last_key))
        out.append(signed(ord(text[0]) - last_code) if len(text) == 1 else signed(0x110000 + ord(text[0]) - last_code) + number(ord(text[1])))
        last_key, last_code = key + 1, ord(text[0]) + 1
    plain = {}
    for key, text in sorted(decoded.items()):
        plain.setdefault(text, key)
    entries = difference(encoded, plain, -1)
    out.append(number(len(entries)))
    for text, key in entries:
        out.append(number(len(text)) + b"".join(number(ord(c)) for c in text) + number(key + 1))
    return b"".join(out)


lines, maps = [], []
for module, name, kind, others in names():
    lines.append(" ".join([module, name, kind, *others]))
    found = charmap(module) if kind == "t" and module not in ("ascii", "latin_1", "undefined", "punycode", "idna", *MULTIBYTE) and not module.startswith(("utf_", "unicode", "raw_", "iso2022", "hz")) else None
    if found:
        maps.append(f"{module} {''.join(f'{ord(c):04x}' for c in found[0])}" + "".join(f" {code:x}:{byte:x}" for code, byte in found[1]))
(HERE / "encodings.txt").write_text("\n".join(lines) + "\n")
(HERE / "charmaps.z").write_bytes(zlib.compress("\n".join(maps).encode(), 9))
made, out = {}, []
for module in MULTIBYTE:
    made[module] = tables(module)
    data = zlib.compress(packed(module, made), 9)
    print(module, len(data), len(made[module][0]), len(made[module][1]))
    out.append(f"{module} {MULTIBYTE[module] or '-'} {len(data)}\n".encode() + data)
(HERE / "multibyte.z").write_bytes(b"".join(out))
