"""Fractions beside decimals, subclasses and other classes of rational numbers; hyphens in long words."""
import copy
import numbers
import operator
import pickle
import textwrap
from decimal import Decimal
from fractions import Fraction


def attempt(label, action):
    try:
        result = action()
    except Exception as e:
        print(label, type(e).__name__, e)
    else:
        print(label, type(result).__name__, repr(result))


class Half:
    """A rational number by registration."""
    numerator, denominator = 1, 2

    def __float__(self):
        return 0.5


class Third(Half):
    numerator, denominator = 1, 3

    def __radd__(self, other):
        return f"{other} + third"


class RealOnly:
    def __float__(self):
        return 1.5


class ComplexOnly:
    def __complex__(self):
        return 1 + 2j


class Named(Fraction):
    pass


numbers.Rational.register(Half)
numbers.Real.register(RealOnly)
numbers.Complex.register(ComplexOnly)
quarter = Fraction(1, 4)
for other in (Half(), Third(), RealOnly(), ComplexOnly(), Named(3, 2), True, 2):
    for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow, operator.lt):
        attempt(f"{op.__name__} {type(other).__name__}", lambda: op(quarter, other))
        attempt(f"{op.__name__} {type(other).__name__} left", lambda: op(other, quarter))
print(Fraction(Half()), Fraction(Half(), Third()), Fraction(1, Third()), quarter * 2 == Fraction(Half()), Fraction(1, 2) == Half(), Fraction(1, 2) != Third())

attempt("decimal", lambda: Fraction(Decimal("1.25")))
attempt("decimal", lambda: Fraction(Decimal("-3e2")))
attempt("decimal", lambda: Fraction(Decimal("NaN")))
attempt("decimal", lambda: Fraction(Decimal("Infinity")))
for value in (Decimal("0.5"), 10, True, 0.5, "1", Fraction(1)):
    attempt(f"from_decimal {value!r}", lambda: Fraction.from_decimal(value))
attempt("from_decimal", lambda: Named.from_decimal(Decimal("2.5")))

named = Named(7, 3)
for made in (copy.copy(named), copy.deepcopy(named), pickle.loads(pickle.dumps(named))):
    print(type(made).__name__, made == named)
print(copy.copy(quarter) is quarter, copy.deepcopy(quarter) is quarter, quarter._numerator, quarter._denominator)

text = "We used enzyme 2-succinyl-6-hydroxy-2,4-cyclohexadiene-1-carboxylate synthase."
for width in (50, 10):
    for long_words in (True, False):
        for hyphens in (True, False):
            print(textwrap.wrap(text, width, break_long_words=long_words, break_on_hyphens=hyphens))
