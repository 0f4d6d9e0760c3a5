using System.Globalization;
using System.Numerics;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>Operations on the digits: logical ones on zeros and ones, shifts and rotations.</summary>
internal static partial class DecimalMath
{
    /// <summary>The digits of a logical operand from the last to the first; null where it is none.</summary>
    private static string? Bits(PyDecimal a)
    {
        if (!a.IsFinite || a.Negative || a.Exponent != 0)
            return null;
        var digits = a.Coefficient.ToString(CultureInfo.InvariantCulture);
        return digits.All(static c => c is '0' or '1') ? digits : null;
    }

    public static PyDecimal Logical(PyDecimal a, PyDecimal b, Func<bool, bool, bool> operation, DecimalContext context, ref DecimalStatus status)
    {
        if (Bits(a) is not { } x || Bits(b) is not { } y)
            return Invalid(ref status);
        var length = (int)Math.Min(Math.Max(x.Length, y.Length), context.Precision);
        var result = new char[length];
        for (var i = 0; i < length; i++)
            result[length - 1 - i] = operation(i < x.Length && x[^(i + 1)] == '1', i < y.Length && y[^(i + 1)] == '1') ? '1' : '0';
        return new PyDecimal(false, BigInteger.Parse(result, CultureInfo.InvariantCulture), 0);
    }

    public static PyDecimal Invert(PyDecimal a, DecimalContext context, ref DecimalStatus status)
    {
        if (Bits(a) is null)
            return Invalid(ref status);
        var ones = (PowersOfTen.Of(context.Precision) - 1) / 9;
        return new PyDecimal(false, ones - (a.Coefficient % PowersOfTen.Of(context.Precision)), 0);
    }

    /// <summary>A count of places; null where it is no integer within the precision.</summary>
    private static long? Places(PyDecimal count, DecimalContext context)
        => count.IsFinite && count.Exponent == 0 && count.Coefficient <= context.Precision ? (long)count.Coefficient * (count.Negative ? -1 : 1) : null;

    public static PyDecimal Shift(PyDecimal a, PyDecimal count, DecimalContext context, ref DecimalStatus status)
    {
        if (NaNs(a, count, context, ref status) is { } nan)
            return nan;
        if (Places(count, context) is not { } places)
            return Invalid(ref status);
        if (a.IsInfinite)
            return a.WithSign(a.Negative);
        var coefficient = places >= 0
            ? a.Coefficient * PowersOfTen.Of(places) % PowersOfTen.Of(context.Precision)
            : a.Coefficient % PowersOfTen.Of(context.Precision) / PowersOfTen.Of(-places);
        return new PyDecimal(a.Negative, coefficient, a.Exponent);
    }

    public static PyDecimal Rotate(PyDecimal a, PyDecimal count, DecimalContext context, ref DecimalStatus status)
    {
        if (NaNs(a, count, context, ref status) is { } nan)
            return nan;
        if (Places(count, context) is not { } places)
            return Invalid(ref status);
        if (a.IsInfinite)
            return a.WithSign(a.Negative);
        var coefficient = a.Coefficient % PowersOfTen.Of(context.Precision);
        var left = ((places % context.Precision) + context.Precision) % context.Precision;
        var high = BigInteger.DivRem(coefficient, PowersOfTen.Of(context.Precision - left), out var low);
        return new PyDecimal(a.Negative, (low * PowersOfTen.Of(left)) + high, a.Exponent);
    }
}
