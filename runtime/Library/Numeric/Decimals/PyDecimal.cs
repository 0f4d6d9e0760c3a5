using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>Finite or not.</summary>
internal enum DecimalKind : byte
{
    Finite, Infinity, Quiet, Signaling,
}

/// <summary>
/// Python's <see href="https://docs.python.org/3.13/library/decimal.html#decimal-objects">decimal.Decimal</see>:
/// a sign, a coefficient and a power of ten; the coefficient of a NaN is its payload.
/// </summary>
public sealed partial class PyDecimal : PyContainer
{
    internal static readonly PyType Type = Declare();

    internal static readonly PyDecimal One = new(false, 1, 0);

    private long _digits;

    internal PyDecimal(bool negative, BigInteger coefficient, long exponent, DecimalKind kind = DecimalKind.Finite)
        => (Negative, Coefficient, Exponent, Kind) = (negative, coefficient, exponent, kind);

    protected override PyType BuiltinClass => Type;

    internal bool Negative { get; }

    internal BigInteger Coefficient { get; }

    internal long Exponent { get; }

    internal DecimalKind Kind { get; }

    internal bool IsFinite => Kind == DecimalKind.Finite;

    internal bool IsSpecial => Kind != DecimalKind.Finite;

    internal bool IsInfinite => Kind == DecimalKind.Infinity;

    internal bool IsNaN => Kind >= DecimalKind.Quiet;

    internal bool IsSignaling => Kind == DecimalKind.Signaling;

    internal bool IsZero => Kind == DecimalKind.Finite && Coefficient.IsZero;

    /// <summary>How many digits the coefficient has.</summary>
    internal long Digits => _digits != 0 ? _digits : _digits = PowersOfTen.DigitsOf(Coefficient);

    /// <summary>The exponent of the first digit.</summary>
    internal long Adjusted => Exponent + Digits - 1;

    /// <summary>-1, 0 or 1.</summary>
    internal int Sign => IsZero ? 0 : Negative ? -1 : 1;

    /// <summary>Whether it is finite and has no fraction.</summary>
    internal bool IsInteger
    {
        get
        {
            if (!IsFinite)
                return false;
            if (Exponent >= 0 || Coefficient.IsZero)
                return true;
            PowersOfTen.Strip(Coefficient, -Exponent, out var taken);
            return taken == -Exponent;
        }
    }

    internal static PyDecimal NaN => new(false, BigInteger.Zero, 0, DecimalKind.Quiet);

    internal static PyDecimal Infinity(bool negative) => new(negative, BigInteger.Zero, 0, DecimalKind.Infinity);

    internal static PyDecimal Zero(bool negative, long exponent = 0) => new(negative, BigInteger.Zero, exponent);

    internal static PyDecimal Of(BigInteger value) => new(value.Sign < 0, BigInteger.Abs(value), 0);

    /// <summary>The exact value of a float.</summary>
    internal static PyDecimal Of(double value)
    {
        if (double.IsNaN(value))
            return NaN;
        if (double.IsInfinity(value))
            return Infinity(value < 0);
        if (value == 0)
            return Zero(double.IsNegative(value));
        var (n, d) = PyFloat.Ratio(value);
        BigInteger numerator = n, denominator = d;
        var places = (int)denominator.GetBitLength() - 1;
        // A denominator of 2**k makes k decimal places: n / 2**k is n * 5**k / 10**k.
        return new PyDecimal(numerator.Sign < 0, BigInteger.Abs(numerator) * BigInteger.Pow(5, places), -places);
    }

    internal PyDecimal WithSign(bool negative) => negative == Negative ? this : new PyDecimal(negative, Coefficient, Exponent, Kind);

    /// <summary>The integral part, sign included.</summary>
    /// <exception cref="ValueError">A NaN.</exception>
    /// <exception cref="OverflowError">An infinity.</exception>
    internal BigInteger ToInteger(string what = "integer")
    {
        if (IsNaN)
            throw new ValueError($"cannot convert NaN to {what}");
        if (IsInfinite)
            throw new OverflowError($"cannot convert Infinity to {what}");
        var magnitude = Exponent >= 0 ? Coefficient * PowersOfTen.Of(Coefficient.IsZero ? 0 : Exponent)
            : -Exponent >= Digits ? BigInteger.Zero
            : BigInteger.Divide(Coefficient, PowersOfTen.Of(-Exponent));
        return Negative ? -magnitude : magnitude;
    }

    private (BigInteger Numerator, BigInteger Denominator) Ratio()
    {
        if (IsSpecial)
            ToInteger("integer ratio");
        if (Coefficient.IsZero)
            return (0, 1);
        var numerator = Negative ? -Coefficient : Coefficient;
        if (Exponent >= 0)
            return (numerator * PowersOfTen.Of(Exponent), 1);
        var denominator = PowersOfTen.Of(-Exponent);
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return (numerator / divisor, denominator / divisor);
    }

    /// <summary>The hash of every number of this value.</summary>
    private long Hash()
    {
        if (IsSignaling)
            throw new TypeError("Cannot hash a signaling NaN value");
        if (IsNaN)
            return (long)Identity.Of((Any)this);
        if (IsInfinite)
            return Negative ? -314159 : 314159;
        BigInteger modulus = (1L << 61) - 1;
        var scale = Exponent >= 0
            ? BigInteger.ModPow(10, Exponent, modulus)
            : BigInteger.ModPow(BigInteger.ModPow(10, modulus - 2, modulus), -Exponent, modulus);
        var hash = (long)(Coefficient * scale % modulus);
        return Negative ? hash == 1 ? -2 : -hash : hash;
    }
}
