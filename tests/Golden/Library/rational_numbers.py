import math
from fractions import Fraction


def attempt(label, action):
    try:
        result = action()
    except Exception as e:
        print(label, type(e).__name__, e)
    else:
        print(label, type(result).__name__, repr(result), str(result))


for args in [(), (3,), (6, 4), (-6, 4), (6, -4), (0, 5), (1, 0), (Fraction(1, 3),), (Fraction(1, 3), Fraction(2, 7)),
             (0.5,), (1.1,), ("3/4",), (" -7/21 ",), ("1.25",), (".5",), ("-3.e2",), ("1e-3",), ("1_000/3",), ("1/0",),
             ("abc",), ("1/ 2",), ("",), ("3/-4",), ("1.5/2",), (None,), ([],), (1.5, 2), (1, "2"), (float("nan"),),
             (float("inf"),), (True,), (10 ** 30, 10 ** 28 * 15)]:
    attempt(f"Fraction{args!r}", lambda: Fraction(*args))

values = [Fraction(1, 2), Fraction(-7, 3), Fraction(0), Fraction(5), 2, 0, -3, 1.5, 0.0, True, 1 + 2j, "x", None]
operators = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "//": lambda a, b: a // b, "%": lambda a, b: a % b, "divmod": divmod, "**": lambda a, b: a ** b,
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
}
for name, op in operators.items():
    for a in values:
        for b in values:
            if isinstance(a, Fraction) or isinstance(b, Fraction):
                attempt(f"{a} {name} {b}", lambda: op(a, b))

for f in [Fraction(1, 2), Fraction(-7, 3), Fraction(22, 7), Fraction(0), Fraction(355, 113), Fraction(-10 ** 12, 7), Fraction(1, 10 ** 9)]:
    print(f, f.numerator, f.denominator, hash(f), bool(f), -f, +f, abs(f), int(f), float(f), math.floor(f), math.ceil(f), math.trunc(f))
    print(round(f), round(f, 2), round(f, -1), f.limit_denominator(10), f.limit_denominator(), f.as_integer_ratio(), f.is_integer(), f.real, f.imag)
    for spec in ["", "10", "<10", "^10", "*=+12", "#", "f", ".3f", "+.2e", "g", ".3g", "012.2f", ",.1f", "_", "z.0f", ".1%", "E", "G", "#.0f", "020,.3f", "x", "<010f", " .4f"]:
        attempt(f"format {spec!r}", lambda: format(f, spec))

print(Fraction.from_float(0.25), Fraction.from_float(3))
attempt("from_float", lambda: Fraction.from_float("1"))
attempt("limit", lambda: Fraction(1, 3).limit_denominator(0))
print(Fraction(math.pi).limit_denominator(1000), Fraction(math.cos(math.pi / 3)).limit_denominator())
print(hash(Fraction(3)) == hash(3), hash(Fraction(1, 4)) == hash(0.25), hash(Fraction(1, 2 ** 61 - 1)))
print({Fraction(1, 2): "half", 2: "two"}[0.5], sum([Fraction(1, n) for n in range(1, 20)]), sorted([Fraction(1, 3), 0.25, 1, Fraction(-1, 2)]))
print(max(Fraction(1, 3), Fraction(2, 5)), math.sqrt(Fraction(1, 4)), math.prod([Fraction(2, 3)] * 4), f"{Fraction(1, 3)!r:>20}|{Fraction(1, 3):>8}|")
