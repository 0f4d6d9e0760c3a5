"""Writes unicode.z, the properties of all characters as CPython's unicodedata knows them, and takes the aliases over from the old one.

Usage: python3.13 unicode.py

A section begins with "#name". Its lines are "gap length value": where a range starts after the start of the one before it, how much
longer than one it is, and the value; numbers are hexadecimal. Names are "gap name".
"""

import fractions
import pathlib
import unicodedata
import zlib

target = pathlib.Path(__file__).with_name("unicode.z")
characters = [chr(code) for code in range(0x110000)]


def ranges(value_of, default):
    found = []
    for code, character in enumerate(characters):
        value = value_of(character)
        if value == default:
            continue
        if found and found[-1][1] == code - 1 and found[-1][2] == value:
            found[-1][1] = code
        else:
            found.append([code, code, value])
    return found


def section(name, value_of, default):
    lines, last = ["#" + name], 0
    for first, end, value in ranges(value_of, default):
        lines.append(f"{first - last:X} {end - first:X} {value}")
        last = first
    return lines


def is_hangul(character):
    return 0xAC00 <= ord(character) <= 0xD7A3


def decomposition(character):
    return "" if is_hangul(character) else unicodedata.decomposition(character)


def is_excluded(character):
    text = decomposition(character)
    return int(bool(text) and "<" not in text and unicodedata.normalize("NFC", character) != character)


def number(character):
    value = unicodedata.numeric(character, None)
    if value is None:
        return ""
    kind = "d" if unicodedata.decimal(character, None) is not None else "g" if unicodedata.digit(character, None) is not None else "n"
    return kind + str(fractions.Fraction(value).limit_denominator(1000))


def stem(character):
    """The name of an ideograph without its code."""
    name = unicodedata.name(character, "")
    return name[: -len(f"-{ord(character):04X}")] if name.endswith(f"-{ord(character):04X}") and not name.startswith("VARIATION") else ""


def names():
    lines, last = ["#names"], 0
    for code, character in enumerate(characters):
        name = unicodedata.name(character, "")
        if name and not stem(character) and not is_hangul(character):
            lines.append(f"{code - last:X} {name}")
            last = code
    return lines


def aliases():
    text = zlib.decompress(target.read_bytes()).decode()
    return text[text.index("#aliases"):].splitlines()


lines = (
    section("category", unicodedata.category, "Cn") + section("bidirectional", unicodedata.bidirectional, "") + section("combining", unicodedata.combining, 0)
    + section("width", unicodedata.east_asian_width, "N") + section("mirrored", unicodedata.mirrored, 0) + section("decomposition", decomposition, "")
    + section("excluded", is_excluded, 0) + section("numeric", number, "") + section("stems", stem, "") + names() + aliases())
target.write_bytes(zlib.compress("\n".join(lines).encode(), 9))
