using System.Numerics;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>Exponential and logarithms, correctly rounded: worked out to more digits until the rounding is certain.</summary>
internal static partial class DecimalMath
{
    public static PyDecimal Exp(PyDecimal a, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsSpecial)
            return NaNs(a, null, context, ref status) ?? (a.Negative ? PyDecimal.Zero(false) : PyDecimal.Infinity(false));
        if (a.IsZero)
            return PyDecimal.One;
        status |= DecimalStatus.Inexact | DecimalStatus.Rounded;
        var even = Rounded(context, DecimalRounding.HalfEven);
        if (a.Adjusted < -context.Precision - 1)
            return DecimalFinal.Fit(PaddedOne(context.Precision - 1, false), even, ref status);
        if (a.Adjusted > 19)
            return DecimalFinal.Fit(new PyDecimal(false, 1, a.Negative ? -DecimalContext.MaxExponent - DecimalContext.MaxPrecision : DecimalContext.MaxExponent + 1), even, ref status);
        return Certain(even, extra => FixedPoint.Exp(a, context.Precision + extra), ref status);
    }

    public static PyDecimal Ln(PyDecimal a, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsSpecial)
            return NaNs(a, null, context, ref status) ?? (a.Negative ? Invalid(ref status) : PyDecimal.Infinity(false));
        if (a.IsZero)
            return PyDecimal.Infinity(true);
        if (a.Negative)
            return Invalid(ref status);
        if (Order(a, PyDecimal.One) == 0)
            return PyDecimal.Zero(false);
        status |= DecimalStatus.Inexact | DecimalStatus.Rounded;
        return Certain(Rounded(context, DecimalRounding.HalfEven), extra => FixedPoint.Ln(a, context.Precision + extra, false), ref status);
    }

    public static PyDecimal Log10(PyDecimal a, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsSpecial)
            return NaNs(a, null, context, ref status) ?? (a.Negative ? Invalid(ref status) : PyDecimal.Infinity(false));
        if (a.IsZero)
            return PyDecimal.Infinity(true);
        if (a.Negative)
            return Invalid(ref status);
        var even = Rounded(context, DecimalRounding.HalfEven);
        if (a.Coefficient == PowersOfTen.Of(a.Digits - 1))
            return DecimalFinal.Fit(PyDecimal.Of(new BigInteger(a.Adjusted)), even, ref status);
        status |= DecimalStatus.Inexact | DecimalStatus.Rounded;
        return Certain(even, extra => FixedPoint.Ln(a, context.Precision + extra, true), ref status);
    }

    /// <summary>Asks for ever more digits until a last unit more or less rounds to the same number.</summary>
    private static PyDecimal Certain(DecimalContext context, Func<long, PyDecimal> compute, ref DecimalStatus status)
    {
        for (var extra = 6L; ; extra *= 2)
        {
            var near = compute(extra);
            DecimalStatus low = DecimalStatus.None, high = DecimalStatus.None;
            var below = DecimalFinal.Fit(new PyDecimal(near.Negative, near.Coefficient - 1, near.Exponent), context, ref low);
            var above = DecimalFinal.Fit(new PyDecimal(near.Negative, near.Coefficient + 1, near.Exponent), context, ref high);
            if (below.Kind != above.Kind || below.Coefficient != above.Coefficient || below.Exponent != above.Exponent)
                continue;
            status |= low | high;
            return above;
        }
    }
}

/// <summary>Exponential and logarithm by binary fixed-point numbers.</summary>
internal static class FixedPoint
{
    private static readonly Lock s_lock = new();
    private static (int Bits, BigInteger Value) s_ln10;

    /// <summary>e**a to so many digits, at most one unit of the last off.</summary>
    public static PyDecimal Exp(PyDecimal a, long digits)
    {
        var bits = (int)(digits * 3.33) + 64 + ((int)Math.Max(0, a.Adjusted + 1) * 4);
        var value = Scaled(a, bits);
        // e**a is 10**tens times e**rest, the rest being below ln 10.
        var tens = Floor(value, Ln10(bits));
        var rest = value - (tens * Ln10(bits));
        var result = ExpOf(rest, bits);
        var scaled = (result * PowersOfTen.Of(digits)) >> bits;
        return new PyDecimal(false, scaled, (long)tens - digits);
    }

    /// <summary>The logarithm to so many digits, at most one unit of the last off.</summary>
    public static PyDecimal Ln(PyDecimal a, long digits, bool decimally)
    {
        // Near one the logarithm is small: that many digits are lost.
        var lost = 0L;
        if (a.Adjusted is 0 or -1)
        {
            var distance = BigInteger.Abs(a.Coefficient - PowersOfTen.Of(-a.Exponent > 0 ? -a.Exponent : 0));
            lost = Math.Max(0, -a.Exponent - PowersOfTen.DigitsOf(distance)) + 1;
        }
        var places = digits + lost + 2;
        var bits = (int)(places * 3.33) + 64;
        // a is mantissa * 10**adjusted, the mantissa within [1, 10).
        var tens = a.Adjusted;
        var mantissa = Scaled(new PyDecimal(false, a.Coefficient, 1 - a.Digits), bits);
        if (tens == -1)
            (tens, mantissa) = (0, Scaled(a, bits));
        var result = LnOf(mantissa, bits) + (tens * Ln10(bits));
        if (decimally)
            result = (result << bits) / Ln10(bits);
        var negative = result.Sign < 0;
        var scaled = (BigInteger.Abs(result) * PowersOfTen.Of(places)) >> bits;
        return new PyDecimal(negative, scaled, -places);
    }

    private static BigInteger Scaled(PyDecimal a, int bits)
    {
        var shifted = a.Coefficient << bits;
        var magnitude = a.Exponent >= 0 ? shifted * PowersOfTen.Of(a.Exponent) : shifted / PowersOfTen.Of(-a.Exponent);
        return a.Negative ? -magnitude : magnitude;
    }

    private static BigInteger Floor(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>e**x by the Taylor series of a part small enough, squared back.</summary>
    private static BigInteger ExpOf(BigInteger x, int bits)
    {
        var halvings = (int)Math.Sqrt(bits) + 1;
        var inner = bits + (2 * halvings) + 8;
        var part = x << (inner - bits) >> halvings;
        var one = BigInteger.One << inner;
        var (sum, term) = (one, one);
        for (var n = 1; !term.IsZero; n++)
        {
            term = ((term * part) >> inner) / n;
            sum += term;
        }
        for (var i = 0; i < halvings; i++)
            sum = (sum * sum) >> inner;
        return sum >> (inner - bits);
    }

    /// <summary>ln x for x near one to ten: roots bring it close to one, then the series of the inverse hyperbolic tangent.</summary>
    private static BigInteger LnOf(BigInteger x, int bits)
    {
        var roots = (int)Math.Sqrt(bits / 4) + 2;
        var inner = bits + (2 * roots) + 16;
        var value = x << (inner - bits);
        for (var i = 0; i < roots; i++)
            value = DecimalMath.Root(value << inner);
        var one = BigInteger.One << inner;
        var ratio = ((value - one) << inner) / (value + one);
        var square = (ratio * ratio) >> inner;
        var sum = BigInteger.Zero;
        var power = ratio;
        for (var n = 1; !power.IsZero && power != BigInteger.MinusOne; n += 2)
        {
            sum += power / n;
            power = (power * square) >> inner;
        }
        return sum << (roots + 1) >> (inner - bits);
    }

    private static BigInteger Ln10(int bits)
    {
        lock (s_lock)
        {
            if (s_ln10.Bits < bits)
                s_ln10 = (bits + 64, LnOf(new BigInteger(10) << (bits + 64), bits + 64));
            return s_ln10.Value >> (s_ln10.Bits - bits);
        }
    }
}
