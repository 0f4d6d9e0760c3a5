"""Writes casing.z: what CPython's str methods make of characters that have a case.

Usage: python3.13 casing.py

A line is "gap kind upper lower title fold": how far the character is from the one before, U, L or T for an upper, lower or title case
letter, and the characters that it becomes, joined by dots; "-" where it stays. Numbers are hexadecimal.
"""

import pathlib
import zlib


def codes(text, character):
    return "-" if text == character else ".".join(f"{ord(c):X}" for c in text)


lines, last = [], 0
for code in range(0x110000):
    character = chr(code)
    kind = "T" if character.istitle() and not character.isupper() else "U" if character.isupper() else "L" if character.islower() else "-"
    maps = [codes(text, character) for text in (character.upper(), character.lower(), character.title(), character.casefold())]
    if kind != "-" or set(maps) != {"-"}:
        lines.append(" ".join([f"{code - last:X}", kind, *maps]))
        last = code
pathlib.Path(__file__).with_name("casing.z").write_bytes(zlib.compress("\n".join(lines).encode(), 9))
