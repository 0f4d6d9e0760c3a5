"""Writes unicode.dat and names.dat, the character tables of the Python that runs this script (3.13: Unicode 15.1).

unicode.dat: lines of "start CODES", "continue CODES" and "printable CODES" (ranges, differences in hexadecimal),
"nfkd CODE CODES", "class CODE NUMBER" and "pair CODE CODE CODE" for characters beyond ASCII.
names.dat: lines of "CODE;NAME", the code as a difference from the line before. Names that differ only by their code
(Hangul syllables, unified ideographs) are left out: a rule makes them. Aliases are read from Perl's table, if it is there.
Both are compressed with zlib.
"""
import re
import sys
import unicodedata
import zlib
from pathlib import Path

HERE = Path(__file__).parent
LAST = 0x110000


def ranges(test):
    """The ranges of codes beyond ASCII that pass a test, as differences."""
    result, previous, start = [], 0, None
    for code in range(128, LAST + 1):
        passes = code < LAST and test(chr(code))
        if passes and start is None:
            start = code
        elif not passes and start is not None:
            result.append(f"{start - previous:x} {code - start:x}")
            previous, start = code, None
    return " ".join(result)


def normalization():
    """Decompositions, combining classes and compositions of characters that identifiers may hold."""
    for code in range(128, LAST):
        char = chr(code)
        if 0xAC00 <= code <= 0xD7A3:
            continue
        whole = unicodedata.normalize("NFKD", char)
        if whole != char and ("a" + unicodedata.normalize("NFKC", char)).isidentifier():
            yield f"nfkd {code:x} " + " ".join(f"{ord(c):x}" for c in whole)
        if unicodedata.combining(char):
            yield f"class {code:x} {unicodedata.combining(char)}"
        parts = unicodedata.decomposition(char).split()
        if len(parts) == 2 and parts[0][0] != "<" and unicodedata.normalize("NFC", char) == char:
            yield f"pair {parts[0].lower()} {parts[1].lower()} {code:x}"


def names():
    """Codes and names, in order, each code as the difference from the one before."""
    found = []
    for code in range(LAST):
        name = unicodedata.name(chr(code), None)
        if name and not name.startswith(("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ")):
            found.append((code, name))
    for table in Path("/usr/share/perl").glob("*/unicore/Name.pl"):
        for match in re.finditer(r"^([0-9A-F]{4,6})\n(.+)$", table.read_text("utf-8"), re.M):
            code, name = int(match[1], 16), match[2]
            try:
                same = unicodedata.lookup(name) == chr(code) != "" and unicodedata.name(chr(code), "") != name
            except KeyError:
                continue
            if same and not name.startswith(("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ")):
                found.append((code, name))
    previous = 0
    for code, name in sorted(set(found)):
        yield f"{code - previous:x};{name}"
        previous = code


def write(name, lines):
    text = "\n".join(lines)
    (HERE / name).write_bytes(zlib.compress(text.encode("ascii"), 9))


if __name__ == "__main__":
    print(sys.version, unicodedata.unidata_version)
    write("unicode.dat", [
        "start " + ranges(lambda c: c.isidentifier()),
        "continue " + ranges(lambda c: ("a" + c).isidentifier()),
        "printable " + ranges(str.isprintable),
        *normalization(),
    ])
    write("names.dat", names())
