using System.Numerics;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>Quotients, remainders and the square root.</summary>
internal static partial class DecimalMath
{
    public static PyDecimal Divide(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        var negative = a.Negative != b.Negative;
        if (a.IsSpecial || b.IsSpecial)
        {
            if (NaNs(a, b, context, ref status) is { } nan)
                return nan;
            if (a.IsInfinite)
                return b.IsInfinite ? Invalid(ref status) : PyDecimal.Infinity(negative);
            status |= DecimalStatus.Clamped;
            return PyDecimal.Zero(negative, context.Tiny);
        }
        if (b.IsZero)
        {
            if (a.IsZero)
                return Invalid(ref status, DecimalStatus.DivisionUndefined);
            status |= DecimalStatus.DivisionByZero;
            return PyDecimal.Infinity(negative);
        }
        return DecimalFinal.Fit(Quotient(a, b, negative, context), context, ref status);
    }

    /// <summary>A quotient of finite numbers with a digit to spare; its last digit tells that more would follow.</summary>
    private static PyDecimal Quotient(PyDecimal a, PyDecimal b, bool negative, DecimalContext context)
    {
        var ideal = a.Exponent - b.Exponent;
        if (a.IsZero)
            return PyDecimal.Zero(negative, ideal);
        var shift = b.Digits - a.Digits + context.Precision + 1;
        var (top, bottom) = shift >= 0
            ? (a.Coefficient * PowersOfTen.Of(shift), b.Coefficient)
            : (a.Coefficient, b.Coefficient * PowersOfTen.Of(-shift));
        var quotient = BigInteger.DivRem(top, bottom, out var rest);
        var exponent = ideal - shift;
        if (!rest.IsZero)
        {
            if ((quotient % 5).IsZero)
                quotient += 1;
        }
        else if (shift > 0)
        {
            quotient = PowersOfTen.Strip(quotient, shift, out var taken);
            exponent += taken;
        }
        return new PyDecimal(negative, quotient, exponent);
    }

    /// <summary>The integral quotient and the remainder of finite numbers; null where the quotient has too many digits.</summary>
    private static (PyDecimal Quotient, PyDecimal Remaining)? Divided(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        var negative = a.Negative != b.Negative;
        var ideal = Math.Min(a.Exponent, b.Exponent);
        if (a.IsZero)
            return (PyDecimal.Zero(negative), PyDecimal.Zero(a.Negative, ideal));
        if (a.Adjusted < b.Adjusted)
        {
            // The remainder is the dividend; digits that it could not hold anyway are not written out.
            var kept = Math.Max(ideal, a.Exponent - context.Precision - 1);
            return (PyDecimal.Zero(negative), new PyDecimal(a.Negative, a.Coefficient * PowersOfTen.Of(a.Exponent - kept), kept));
        }
        if (a.Adjusted - b.Adjusted > context.Precision)
        {
            status |= DecimalStatus.DivisionImpossible;
            return null;
        }
        var quotient = BigInteger.DivRem(a.Coefficient * PowersOfTen.Of(a.Exponent - ideal), b.Coefficient * PowersOfTen.Of(b.Exponent - ideal), out var rest);
        if (PowersOfTen.DigitsOf(quotient) > context.Precision)
        {
            status |= DecimalStatus.DivisionImpossible;
            return null;
        }
        return (new PyDecimal(negative, quotient, 0), new PyDecimal(a.Negative, rest, ideal));
    }

    public static PyDecimal DivideInteger(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        var negative = a.Negative != b.Negative;
        if (a.IsSpecial || b.IsSpecial)
        {
            if (NaNs(a, b, context, ref status) is { } nan)
                return nan;
            if (a.IsInfinite)
                return b.IsInfinite ? Invalid(ref status) : PyDecimal.Infinity(negative);
            return PyDecimal.Zero(negative);
        }
        if (b.IsZero)
        {
            if (a.IsZero)
                return Invalid(ref status, DecimalStatus.DivisionUndefined);
            status |= DecimalStatus.DivisionByZero;
            return PyDecimal.Infinity(negative);
        }
        return Divided(a, b, context, ref status) is { } parts ? DecimalFinal.Fit(parts.Quotient, context, ref status) : PyDecimal.NaN;
    }

    public static PyDecimal Remainder(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsSpecial || b.IsSpecial)
        {
            return NaNs(a, b, context, ref status)
                ?? (a.IsInfinite ? Invalid(ref status) : DecimalFinal.Fit(a, context, ref status));
        }
        if (b.IsZero)
            return Invalid(ref status, a.IsZero ? DecimalStatus.DivisionUndefined : DecimalStatus.InvalidOperation);
        return Divided(a, b, context, ref status) is { } parts ? DecimalFinal.Fit(parts.Remaining, context, ref status) : PyDecimal.NaN;
    }

    public static (PyDecimal Quotient, PyDecimal Remaining) DivMod(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        var negative = a.Negative != b.Negative;
        if (a.IsSpecial || b.IsSpecial)
        {
            if (NaNs(a, b, context, ref status) is { } nan)
                return (nan, nan);
            if (a.IsInfinite)
                return b.IsInfinite ? (Invalid(ref status), PyDecimal.NaN) : (PyDecimal.Infinity(negative), Invalid(ref status));
            return (PyDecimal.Zero(negative), DecimalFinal.Fit(a, context, ref status));
        }
        if (b.IsZero)
        {
            if (a.IsZero)
                return (Invalid(ref status, DecimalStatus.DivisionUndefined), PyDecimal.NaN);
            status |= DecimalStatus.DivisionByZero;
            return (PyDecimal.Infinity(negative), Invalid(ref status));
        }
        return Divided(a, b, context, ref status) is { } parts
            ? (DecimalFinal.Fit(parts.Quotient, context, ref status), DecimalFinal.Fit(parts.Remaining, context, ref status))
            : (PyDecimal.NaN, PyDecimal.NaN);
    }

    /// <summary>What is left of the nearest multiple, an even one for ties.</summary>
    public static PyDecimal RemainderNear(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsSpecial || b.IsSpecial)
        {
            return NaNs(a, b, context, ref status)
                ?? (a.IsInfinite ? Invalid(ref status) : DecimalFinal.Fit(a, context, ref status));
        }
        if (b.IsZero)
            return Invalid(ref status, a.IsZero ? DecimalStatus.DivisionUndefined : DecimalStatus.InvalidOperation);
        if (Divided(a, b, context, ref status) is not { } parts)
            return PyDecimal.NaN;
        var rest = parts.Remaining;
        var order = Order(new PyDecimal(false, rest.Coefficient * 2, rest.Exponent), b.WithSign(false));
        if (order > 0 || (order == 0 && !parts.Quotient.Coefficient.IsEven))
        {
            if (PowersOfTen.DigitsOf(parts.Quotient.Coefficient + 1) > context.Precision)
                return Invalid(ref status, DecimalStatus.DivisionImpossible);
            var (x, y, exponent) = Aligned(rest, b, long.MaxValue / 4);
            rest = new PyDecimal(!rest.Negative, y - x, exponent);
        }
        return DecimalFinal.Fit(rest, context, ref status);
    }

    public static PyDecimal SquareRoot(PyDecimal a, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsSpecial)
            return NaNs(a, null, context, ref status) ?? (a.Negative ? Invalid(ref status) : PyDecimal.Infinity(false));
        var ideal = a.Exponent >> 1;
        if (a.IsZero)
            return DecimalFinal.Fit(PyDecimal.Zero(a.Negative, ideal), context, ref status);
        if (a.Negative)
            return Invalid(ref status);
        var odd = (a.Exponent & 1) != 0;
        var coefficient = odd ? a.Coefficient * 10 : a.Coefficient;
        var shift = context.Precision + 1 - ((a.Digits + (odd ? 2 : 1)) >> 1);
        var exact = true;
        if (shift >= 0)
        {
            coefficient *= PowersOfTen.Of(2 * shift);
        }
        else
        {
            coefficient = BigInteger.DivRem(coefficient, PowersOfTen.Of(-2 * shift), out var lost);
            exact = lost.IsZero;
        }
        var root = Root(coefficient);
        exact = exact && root * root == coefficient;
        var exponent = ideal - shift;
        if (exact)
        {
            if (shift >= 0)
            {
                root = PowersOfTen.Strip(root, shift, out var taken);
                exponent += taken;
            }
            else
            {
                root *= PowersOfTen.Of(-shift);
                exponent = ideal;
            }
        }
        else if ((root % 5).IsZero)
        {
            root += 1;
        }
        return DecimalFinal.Fit(new PyDecimal(false, root, exponent), Rounded(context, DecimalRounding.HalfEven), ref status);
    }

    private static DecimalContext Rounded(DecimalContext context, DecimalRounding rounding)
    {
        var copy = context.Copy();
        copy.Rounding = rounding;
        return copy;
    }

    /// <summary>The integral square root, by Newton's method.</summary>
    internal static BigInteger Root(BigInteger value)
    {
        if (value.IsZero)
            return value;
        var guess = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (guess + (value / guess)) >> 1;
            if (next >= guess)
                return guess;
            guess = next;
        }
    }
}
