using System.Numerics;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>
/// The operations of the <see href="https://speleotrove.com/decimal/decarith.html">General Decimal Arithmetic Specification</see>:
/// sums and products. Each gives a fitted result and adds to the status.
/// </summary>
internal static partial class DecimalMath
{
    /// <summary>A NaN when an operand is one, the signaling one first; null otherwise.</summary>
    internal static PyDecimal? NaNs(PyDecimal a, PyDecimal? b, DecimalContext context, ref DecimalStatus status)
    {
        if (!a.IsNaN && b is not { IsNaN: true })
            return null;
        var chosen = a.IsSignaling ? a : b is { IsSignaling: true } ? b : a.IsNaN ? a : b!;
        if (chosen.IsSignaling)
            status |= DecimalStatus.InvalidOperation;
        return DecimalFinal.Fit(new PyDecimal(chosen.Negative, chosen.Coefficient, 0, DecimalKind.Quiet), context, ref status);
    }

    internal static PyDecimal Invalid(ref DecimalStatus status, DecimalStatus why = DecimalStatus.InvalidOperation)
    {
        status |= why;
        return PyDecimal.NaN;
    }

    public static PyDecimal Add(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status) => Sum(a, b, b.Negative, context, ref status);

    public static PyDecimal Subtract(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status) => Sum(a, b, !b.Negative, context, ref status);

    private static PyDecimal Sum(PyDecimal a, PyDecimal b, bool negativeB, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsSpecial || b.IsSpecial)
        {
            if (NaNs(a, b, context, ref status) is { } nan)
                return nan;
            if (!a.IsInfinite)
                return PyDecimal.Infinity(negativeB);
            return b.IsInfinite && a.Negative != negativeB ? Invalid(ref status) : a.WithSign(a.Negative);
        }
        var (x, y, exponent) = Aligned(a, b, context.Precision);
        var sum = (a.Negative ? -x : x) + (negativeB ? -y : y);
        var negative = sum.IsZero
            ? a.Negative == negativeB ? a.Negative : context.Rounding == DecimalRounding.Floor
            : sum.Sign < 0;
        return DecimalFinal.Fit(new PyDecimal(negative, BigInteger.Abs(sum), exponent), context, ref status);
    }

    /// <summary>Both coefficients at one exponent; one far too small to be seen is replaced by a trace of it.</summary>
    private static (BigInteger A, BigInteger B, long Exponent) Aligned(PyDecimal a, PyDecimal b, long precision)
    {
        if (a.Exponent == b.Exponent)
            return (a.Coefficient, b.Coefficient, a.Exponent);
        var swapped = a.Exponent < b.Exponent;
        var (big, small) = swapped ? (b, a) : (a, b);
        var (high, low, exponent) = (big.Coefficient, small.Coefficient, small.Exponent);
        if (!big.IsZero)
        {
            var trace = big.Exponent - 1 + (big.Digits > precision ? 0 : big.Digits - precision - 1);
            if (small.Adjusted < trace)
                (low, exponent) = (small.IsZero ? BigInteger.Zero : BigInteger.One, trace);
            high *= PowersOfTen.Of(big.Exponent - exponent);
        }
        return swapped ? (low, high, exponent) : (high, low, exponent);
    }

    public static PyDecimal Multiply(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        var product = Product(a, b, context, ref status);
        return DecimalFinal.Fit(product, context, ref status);
    }

    private static PyDecimal Product(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        var negative = a.Negative != b.Negative;
        if (a.IsSpecial || b.IsSpecial)
        {
            return NaNs(a, b, context, ref status) is { } nan ? nan
                : a.IsZero || b.IsZero ? Invalid(ref status)
                : PyDecimal.Infinity(negative);
        }
        return new PyDecimal(negative, a.Coefficient * b.Coefficient, a.Exponent + b.Exponent);
    }

    /// <summary>a * b + c, rounded once.</summary>
    public static PyDecimal FusedMultiplyAdd(PyDecimal a, PyDecimal b, PyDecimal c, DecimalContext context, ref DecimalStatus status)
    {
        var product = Product(a, b, context, ref status);
        return (status & DecimalStatus.InvalidOperation) != 0 ? product : Add(product, c, context, ref status);
    }

    public static PyDecimal Plus(PyDecimal a, DecimalContext context, ref DecimalStatus status)
        => NaNs(a, null, context, ref status) ?? DecimalFinal.Fit(a.IsZero && context.Rounding != DecimalRounding.Floor ? a.WithSign(false) : a, context, ref status);

    public static PyDecimal Minus(PyDecimal a, DecimalContext context, ref DecimalStatus status)
        => NaNs(a, null, context, ref status) ?? DecimalFinal.Fit(a.IsZero && context.Rounding != DecimalRounding.Floor ? a.WithSign(false) : a.WithSign(!a.Negative), context, ref status);

    public static PyDecimal Abs(PyDecimal a, DecimalContext context, ref DecimalStatus status)
        => NaNs(a, null, context, ref status) ?? DecimalFinal.Fit(a.WithSign(false), context, ref status);

    /// <summary>The same value without zeros at its end.</summary>
    public static PyDecimal Reduce(PyDecimal a, DecimalContext context, ref DecimalStatus status)
    {
        if (NaNs(a, null, context, ref status) is { } nan)
            return nan;
        var value = DecimalFinal.Fit(a, context, ref status);
        if (value.IsSpecial)
            return value;
        if (value.IsZero)
            return PyDecimal.Zero(value.Negative);
        var most = context.Clamp ? context.Top : context.MaximalExponent;
        var coefficient = PowersOfTen.Strip(value.Coefficient, Math.Min(value.Digits, most - value.Exponent), out var taken);
        return new PyDecimal(value.Negative, coefficient, value.Exponent + taken);
    }

    /// <summary>The value at the exponent of another.</summary>
    public static PyDecimal Quantize(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsSpecial || b.IsSpecial)
            return NaNs(a, b, context, ref status) ?? (a.IsInfinite && b.IsInfinite ? a.WithSign(a.Negative) : Invalid(ref status));
        if (b.Exponent > context.MaximalExponent || b.Exponent < context.Tiny)
            return Invalid(ref status);
        if (a.IsZero)
            return DecimalFinal.Fit(PyDecimal.Zero(a.Negative, b.Exponent), context, ref status);
        var more = a.Exponent - b.Exponent;
        if (a.Digits + more > context.Precision)
            return Invalid(ref status);
        var work = DecimalStatus.None;
        var result = Rescaled(a, b.Exponent, context.Rounding, ref work);
        if (result.Digits > context.Precision || result.Adjusted > context.MaximalExponent || result.Adjusted < context.Tiny)
            return Invalid(ref status);
        status |= work;
        return DecimalFinal.Fit(result, context, ref status);
    }

    /// <summary>A finite number at another exponent.</summary>
    internal static PyDecimal Rescaled(PyDecimal a, long exponent, DecimalRounding rounding, ref DecimalStatus status)
    {
        var more = a.Exponent - exponent;
        if (a.IsZero)
            return PyDecimal.Zero(a.Negative, exponent);
        if (more >= 0)
            return new PyDecimal(a.Negative, a.Coefficient * PowersOfTen.Of(more), exponent);
        var coefficient = DecimalFinal.Drop(a.Coefficient, a.Digits, -more, a.Negative, rounding, out var inexact);
        status |= DecimalStatus.Rounded | (inexact ? DecimalStatus.Inexact : DecimalStatus.None);
        return new PyDecimal(a.Negative, coefficient, exponent);
    }

    /// <summary>The nearest integer by the context's rounding, without or with its signals.</summary>
    public static PyDecimal ToIntegral(PyDecimal a, DecimalRounding rounding, bool signals, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsSpecial)
            return NaNs(a, null, context, ref status) ?? a.WithSign(a.Negative);
        if (a.Exponent >= 0)
            return a.WithSign(a.Negative);
        var work = DecimalStatus.None;
        var result = Rescaled(a, 0, rounding, ref work);
        if (signals)
            status |= work;
        return result;
    }
}
