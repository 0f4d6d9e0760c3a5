"""What every character is, as Unicode 15.1 has it: sums of the code points of which str says so."""
PROPERTIES = {
    "printable": str.isprintable,
    "alpha": str.isalpha,
    "alnum": str.isalnum,
    "decimal": str.isdecimal,
    "digit": str.isdigit,
    "numeric": str.isnumeric,
    "lower": str.islower,
    "upper": str.isupper,
    "title": str.istitle,
    "space": str.isspace,
    "identifier": str.isidentifier,
    "part of an identifier": lambda c: ("a" + c).isidentifier(),
}

characters = [chr(code) for code in range(0x110000)]
for name, holds in PROPERTIES.items():
    found = [ord(c) for c in characters if holds(c)]
    print(f"{name}: {len(found)} characters, {sum(found)}")
print(ascii("\u0897\U00014000\u2427"), repr("\U00014000"), "㐅兩".isnumeric(), "\u0f33".isalnum())
