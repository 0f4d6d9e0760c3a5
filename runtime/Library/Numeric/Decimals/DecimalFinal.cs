using System.Numerics;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>Makes a result fit its context: limits of the exponent first, then the number of digits.</summary>
internal static class DecimalFinal
{
    /// <summary>Drops digits at the end and rounds.</summary>
    /// <param name="inexact">Whether what was dropped was not zero.</param>
    public static BigInteger Drop(BigInteger coefficient, long digits, long count, bool negative, DecimalRounding mode, out bool inexact)
    {
        inexact = false;
        if (count <= 0 || coefficient.IsZero)
            return coefficient;
        BigInteger quotient, rest;
        int half;
        if (count > digits)
        {
            (quotient, rest, half) = (BigInteger.Zero, coefficient, -1);
        }
        else
        {
            var unit = PowersOfTen.Of(count);
            quotient = BigInteger.DivRem(coefficient, unit, out rest);
            half = (rest * 2).CompareTo(unit);
        }
        inexact = !rest.IsZero;
        return inexact && RoundsUp(quotient, half, negative, mode) ? quotient + 1 : quotient;
    }

    private static bool RoundsUp(BigInteger quotient, int half, bool negative, DecimalRounding mode) => mode switch
    {
        DecimalRounding.Up => true,
        DecimalRounding.Down => false,
        DecimalRounding.Ceiling => !negative,
        DecimalRounding.Floor => negative,
        DecimalRounding.HalfUp => half >= 0,
        DecimalRounding.HalfDown => half > 0,
        DecimalRounding.HalfEven => half > 0 || (half == 0 && !quotient.IsEven),
        _ => (quotient % 5).IsZero,
    };

    public static PyDecimal Fit(PyDecimal value, DecimalContext context, ref DecimalStatus status)
    {
        if (value.IsSpecial)
            return value.IsNaN ? FitPayload(value, context) : value;
        value = FitExponent(value, context, ref status);
        if (value.IsSpecial || value.Digits <= context.Precision)
            return value;
        var count = value.Digits - context.Precision;
        var coefficient = Drop(value.Coefficient, value.Digits, count, value.Negative, context.Rounding, out var inexact);
        var exponent = value.Exponent + count;
        status |= DecimalStatus.Rounded;
        if (inexact)
            status |= DecimalStatus.Inexact;
        var rounded = new PyDecimal(value.Negative, coefficient, exponent);
        if (rounded.Digits > context.Precision)
            rounded = FitExponent(new PyDecimal(value.Negative, coefficient / 10, exponent + 1), context, ref status);
        return rounded;
    }

    /// <summary>The payload of a NaN has at most as many digits as the context.</summary>
    private static PyDecimal FitPayload(PyDecimal value, DecimalContext context)
    {
        var most = context.Precision - (context.Clamp ? 1 : 0);
        return value.Coefficient.IsZero || value.Digits <= most
            ? value
            : new PyDecimal(value.Negative, value.Coefficient % PowersOfTen.Of(most), 0, value.Kind);
    }

    private static PyDecimal FitExponent(PyDecimal value, DecimalContext context, ref DecimalStatus status)
    {
        var adjusted = value.Adjusted;
        if (adjusted > context.MaximalExponent)
            return Overflow(value, context, ref status);
        if (context.Clamp && value.Exponent > context.Top)
        {
            status |= DecimalStatus.Clamped;
            if (!value.Coefficient.IsZero && adjusted < context.MinimalExponent)
                status |= DecimalStatus.Subnormal;
            return new PyDecimal(value.Negative, value.Coefficient * PowersOfTen.Of(value.Exponent - context.Top), context.Top);
        }
        if (adjusted >= context.MinimalExponent)
            return value;
        if (value.Coefficient.IsZero)
        {
            if (value.Exponent >= context.Tiny)
                return value;
            status |= DecimalStatus.Clamped;
            return PyDecimal.Zero(value.Negative, context.Tiny);
        }
        status |= DecimalStatus.Subnormal;
        if (value.Exponent >= context.Tiny)
            return value;
        var coefficient = Drop(value.Coefficient, value.Digits, context.Tiny - value.Exponent, value.Negative, context.Rounding, out var inexact);
        status |= DecimalStatus.Rounded;
        if (inexact)
        {
            status |= DecimalStatus.Inexact | DecimalStatus.Underflow;
            if (coefficient.IsZero)
                status |= DecimalStatus.Clamped;
        }
        return new PyDecimal(value.Negative, coefficient, context.Tiny);
    }

    private static PyDecimal Overflow(PyDecimal value, DecimalContext context, ref DecimalStatus status)
    {
        if (value.Coefficient.IsZero)
        {
            status |= DecimalStatus.Clamped;
            return PyDecimal.Zero(value.Negative, context.Clamp ? context.Top : context.MaximalExponent);
        }
        status |= DecimalStatus.Overflow | DecimalStatus.Inexact | DecimalStatus.Rounded;
        var toInfinity = context.Rounding switch
        {
            DecimalRounding.Down or DecimalRounding.ZeroFiveUp => false,
            DecimalRounding.Ceiling => !value.Negative,
            DecimalRounding.Floor => value.Negative,
            _ => true,
        };
        return toInfinity ? PyDecimal.Infinity(value.Negative) : Largest(value.Negative, context);
    }

    /// <summary>The greatest finite number.</summary>
    public static PyDecimal Largest(bool negative, DecimalContext context) => new(negative, PowersOfTen.Of(context.Precision) - 1, context.Top);
}
