using System.Numerics;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <see href="https://docs.python.org/3.13/library/fractions.html#fractions.Fraction">fractions.Fraction</see>, in lowest terms.</summary>
public sealed partial class PyFraction : PyContainer
{
    internal static readonly PyType Type = Declare();

    private PyFraction(BigInteger numerator, BigInteger denominator) => (Numerator, Denominator) = (numerator, denominator);

    protected override PyType BuiltinClass => Type;

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    /// <exception cref="ZeroDivisionError">The denominator is zero.</exception>
    internal static PyFraction Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new ZeroDivisionError($"Fraction({(PyInt)numerator}, 0)");
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
            divisor = -divisor;
        return new PyFraction(numerator / divisor, denominator / divisor);
    }

    internal static PyFraction Of(double value)
    {
        var (n, d) = PyFloat.Ratio(value);
        return new PyFraction(n, d);
    }

    /// <summary>An int or a Fraction as a Fraction; null for any other value.</summary>
    internal static PyFraction? Rational(Any value)
    {
        var plain = PyValueInstance.Unwrap(value);
        return plain.Ref as PyFraction ?? (Operators.IsIntLike(plain) ? new PyFraction(Operators.ToInt(plain), 1) : null);
    }

    /// <summary>Any number of the class <c>numbers.Rational</c> as a Fraction; null for any other value.</summary>
    internal static PyFraction? AnyRational(Any value)
        => Rational(value) ?? (value.Ref is PyObject && Builtins.IsInstance(value, Modules.ImportFrom("numbers", "Rational"))
            ? new PyFraction(Operators.Index(value.Get("numerator")), Operators.Index(value.Get("denominator")))
            : null);

    /// <summary>The nearest float.</summary>
    internal double ToDouble() => PyInt.TrueDiv(Numerator, Denominator);

    private static PyFraction Self(Any o) => (PyFraction)o.Ref!;

    private static Any Make(PyType type, PyFraction value)
    {
        if (ReferenceEquals(type, Type))
            return value;
        var made = new PyFraction(value.Numerator, value.Denominator);
        made.SetClass(type);
        return made;
    }

    private static PyFraction Read(Any numerator, Any denominator)
    {
        var first = AnyRational(numerator);
        if (!denominator.IsNone)
        {
            return first is not null && AnyRational(denominator) is { } second
                ? Of(first.Numerator * second.Denominator, second.Numerator * first.Denominator)
                : throw new TypeError("both arguments should be Rational instances");
        }
        if (first is not null)
            return first;
        var plain = PyValueInstance.Unwrap(numerator);
        return plain.IsFloat ? Of(plain.FloatValue)
            : plain.Ref is Decimals.PyDecimal ? OfRatio(plain)
            : plain.Ref is string text ? Parse(text)
            : throw new TypeError("argument should be a string or a Rational instance");
    }

    private static PyFraction OfRatio(Any value)
    {
        var ratio = value.Invoke("as_integer_ratio");
        return new PyFraction(Operators.Index(ratio[0]), Operators.Index(ratio[1]));
    }

    private static Any FromDecimal(PyType type, Any value)
        => Operators.IsIntLike(PyValueInstance.Unwrap(value)) ? Make(type, Rational(value)!)
            : PyValueInstance.Unwrap(value) is { Ref: Decimals.PyDecimal } number ? Make(type, OfRatio(number))
            : throw new TypeError($"{type.Name}.from_decimal() only takes Decimals, not {Operators.Repr(value)} ({PyType.Of(value).Name})");

    private static Any Copied(Any o) => Self(o).IsExact ? o : ((Any)PyType.Of(o)).Call(Self(o).Numerator, Self(o).Denominator);

    [GeneratedRegex(@"\A\s*(?<sign>[-+]?)(?=[0-9]|\.[0-9])(?<num>[0-9]*|[0-9]+(_[0-9]+)*)(?:(?:\s*/\s*(?<denom>[0-9]+(_[0-9]+)*))?|(?:\.(?<decimal>[0-9]*|[0-9]+(_[0-9]+)*))?(?:[eE](?<exp>[-+]?[0-9]+(_[0-9]+)*))?)\s*\z")]
    private static partial Regex Literal();

    private static BigInteger Digits(string text) => text.Length == 0 ? 0 : BigInteger.Parse(text.Replace("_", ""), System.Globalization.CultureInfo.InvariantCulture);

    private static PyFraction Parse(string text)
    {
        var match = Literal().Match(Str.AsciiDigits(text));
        if (!match.Success)
            throw new ValueError($"Invalid literal for Fraction: {Operators.Repr(text)}");
        var numerator = Digits(match.Groups["num"].Value);
        BigInteger denominator = 1;
        if (match.Groups["denom"].Success)
        {
            denominator = Digits(match.Groups["denom"].Value);
        }
        else
        {
            var places = match.Groups["decimal"].Value.Replace("_", "");
            var scale = BigInteger.Pow(10, places.Length);
            numerator = (numerator * scale) + Digits(places);
            var exponent = (int)Digits(match.Groups["exp"].Value);
            denominator = exponent < 0 ? scale * BigInteger.Pow(10, -exponent) : scale;
            if (exponent > 0)
                numerator *= BigInteger.Pow(10, exponent);
        }
        return Of(match.Groups["sign"].Value == "-" ? -numerator : numerator, denominator);
    }

    /// <summary>The closest fraction whose denominator is at most the limit: the last convergent that fits, or the semiconvergent after it.</summary>
    private PyFraction LimitDenominator(BigInteger limit)
    {
        if (limit < 1)
            throw new ValueError("max_denominator should be at least 1");
        if (Denominator <= limit)
            return this;
        BigInteger p0 = 0, q0 = 1, p1 = 1, q1 = 0;
        var (n, d) = (Numerator, Denominator);
        while (true)
        {
            BigInteger whole = PyInt.FloorDiv(n, d);
            var next = q0 + (whole * q1);
            if (next > limit)
                break;
            (p0, q0, p1, q1) = (p1, q1, p0 + (whole * p1), next);
            (n, d) = (d, n - (whole * d));
        }
        var steps = (limit - q0) / q1;
        return 2 * d * (q0 + (steps * q1)) <= Denominator ? Of(p1, q1) : Of(p0 + (steps * p1), q0 + (steps * q1));
    }

    /// <summary>The hash of every number of this value: modulo the prime 2**61 - 1.</summary>
    private long Hash()
    {
        BigInteger modulus = (1L << 61) - 1;
        var inverse = BigInteger.ModPow(Denominator, modulus - 2, modulus);
        var hash = inverse.IsZero ? 314159 : (long)(BigInteger.Abs(Numerator) * inverse % modulus);
        return Numerator.Sign < 0 ? hash == 1 ? -2 : -hash : hash;
    }

    private Any Round(Any digits)
    {
        if (digits.IsNone)
            return RoundTo(Numerator, Denominator);
        var places = (int)Operators.Index(digits);
        var shift = BigInteger.Pow(10, Math.Abs(places));
        return places > 0
            ? Of(RoundTo(Numerator * shift, Denominator), shift)
            : new PyFraction(RoundTo(Numerator, Denominator * shift) * shift, 1);
    }

    /// <summary>The nearest integer to a quotient, an even one for ties.</summary>
    private static BigInteger RoundTo(BigInteger n, BigInteger d)
    {
        BigInteger floor = PyInt.FloorDiv(n, d);
        var order = ((n - (floor * d)) * 2).CompareTo(d);
        return order > 0 || (order == 0 && !floor.IsEven) ? floor + 1 : floor;
    }

    private static PyType Declare()
    {
        var type = Lib.Class("Fraction", "fractions");
        type.New("cls, numerator=0, denominator=None", static a => Make((PyType)a[0].Ref!, Read(a[1], a[2])));
        type.Property("numerator", static o => Self(o).Numerator)
            .Property("denominator", static o => Self(o).Denominator)
            .Property("_numerator", static o => Self(o).Numerator)
            .Property("_denominator", static o => Self(o).Denominator)
            .Property("real", static o => o)
            .Property("imag", static _ => 0)
            .ClassMethod("from_float", "cls, f", static a => Rational(a[1]) is { } whole && whole.Denominator.IsOne && a[1].Ref is not PyFraction
                ? Make((PyType)a[0].Ref!, whole)
                : PyValueInstance.Unwrap(a[1]) is { IsFloat: true } f
                    ? Make((PyType)a[0].Ref!, Of(f.FloatValue))
                    : throw new TypeError($"{((PyType)a[0].Ref!).Name}.from_float() only takes floats, not {Operators.Repr(a[1])} ({PyType.Of(a[1]).Name})"))
            .ClassMethod("from_decimal", "cls, dec", static a => FromDecimal((PyType)a[0].Ref!, a[1]))
            .Method("is_integer", static o => Self(o).Denominator.IsOne)
            .Method("as_integer_ratio", static o => PyTuple.Of(Self(o).Numerator, Self(o).Denominator))
            .Method("limit_denominator", "self, max_denominator=1000000", static (o, limit) => Self(o).LimitDenominator(Operators.Index(limit)))
            .Method("conjugate", static o => o)
            .Method("__repr__", static o => $"{PyType.Of(o).Name}({(PyInt)Self(o).Numerator}, {(PyInt)Self(o).Denominator})")
            .Method("__str__", static o => Self(o).Denominator.IsOne ? ((PyInt)Self(o).Numerator).ToString() : $"{(PyInt)Self(o).Numerator}/{(PyInt)Self(o).Denominator}")
            .Method("__format__", "self, format_spec, /", static (o, spec) => Self(o).Format(Lib.Text(spec)))
            .Method("__hash__", static o => Self(o).Hash())
            .Method("__bool__", static o => !Self(o).Numerator.IsZero)
            .Method("__pos__", static o => new PyFraction(Self(o).Numerator, Self(o).Denominator))
            .Method("__neg__", static o => new PyFraction(-Self(o).Numerator, Self(o).Denominator))
            .Method("__abs__", static o => new PyFraction(BigInteger.Abs(Self(o).Numerator), Self(o).Denominator))
            .Method("__trunc__", static o => Self(o).Numerator / Self(o).Denominator)
            .Method("__int__", static o => Self(o).Numerator / Self(o).Denominator)
            .Method("__floor__", static o => PyInt.FloorDiv(Self(o).Numerator, Self(o).Denominator))
            .Method("__ceil__", static o => -PyInt.FloorDiv(-Self(o).Numerator, Self(o).Denominator))
            .Method("__round__", "self, ndigits=None", static (o, digits) => Self(o).Round(digits))
            .Method("__float__", static o => Self(o).ToDouble())
            .Method("__complex__", static o => new Complex(Self(o).ToDouble(), 0))
            .Method("__copy__", static o => Copied(o))
            .Method("__deepcopy__", "self, memo", static (o, _) => Copied(o))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(Self(o).Numerator, Self(o).Denominator)));
        Arithmetic(type);
        return type;
    }
}
