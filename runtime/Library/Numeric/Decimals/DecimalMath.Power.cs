using System.Numerics;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>Powers.</summary>
internal static partial class DecimalMath
{
    public static PyDecimal Power(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        if (NaNs(a, b, context, ref status) is { } nan)
            return nan;
        var whole = b.IsInteger;
        var negative = whole && a.Negative && IsOdd(b);
        if (a.IsZero)
        {
            return b.IsZero ? Invalid(ref status)
                : b.Negative ? PyDecimal.Infinity(negative)
                : PyDecimal.Zero(negative);
        }
        if (a.Negative && (!whole || b.IsInfinite))
            return Invalid(ref status);
        if (b.IsInfinite)
            return InfinitePower(a, b, negative, context, ref status);
        if (b.IsZero)
            return PyDecimal.One;
        if (a.IsInfinite)
            return b.Negative ? PyDecimal.Zero(negative) : PyDecimal.Infinity(negative);
        if (Order(a.WithSign(false), PyDecimal.One) == 0)
            return PowerOfOne(a, b, whole, negative, context, ref status);
        if (BeyondLimits(a, b, negative, context) is { } extreme)
            return DecimalFinal.Fit(extreme, context, ref status);
        return whole ? IntegerPower(a, b, negative, context, ref status) : RealPower(a, b, context, ref status);
    }

    private static bool IsOdd(PyDecimal value)
        => value.IsFinite && value.Exponent <= 0 && -value.Exponent < value.Digits && !(value.Coefficient / PowersOfTen.Of(-value.Exponent)).IsEven;

    /// <summary>One with all digits of the context.</summary>
    private static PyDecimal PaddedOne(long zeros, bool negative) => new(negative, PowersOfTen.Of(zeros), -zeros);

    private static PyDecimal InfinitePower(PyDecimal a, PyDecimal b, bool negative, DecimalContext context, ref DecimalStatus status)
    {
        var order = Order(a, PyDecimal.One);
        if (order == 0)
        {
            status |= DecimalStatus.Inexact | DecimalStatus.Rounded;
            return PaddedOne(context.Precision - 1, negative);
        }
        return order > 0 == b.Negative ? PyDecimal.Zero(negative) : PyDecimal.Infinity(negative);
    }

    private static PyDecimal PowerOfOne(PyDecimal a, PyDecimal b, bool whole, bool negative, DecimalContext context, ref DecimalStatus status)
    {
        if (!whole)
        {
            status |= DecimalStatus.Inexact | DecimalStatus.Rounded;
            return PaddedOne(context.Precision - 1, false);
        }
        if (b.Negative)
            return new PyDecimal(negative, 1, 0);
        var zeros = b.Adjusted > 20 ? (a.Exponent == 0 ? BigInteger.Zero : context.Precision) : b.ToInteger() * -a.Exponent;
        if (zeros > context.Precision - 1)
        {
            status |= DecimalStatus.Rounded;
            zeros = context.Precision - 1;
        }
        return PaddedOne((long)zeros, negative);
    }

    /// <summary>A stand-in for a power that certainly leaves the limits of the exponent; null where it may fit.</summary>
    private static PyDecimal? BeyondLimits(PyDecimal a, PyDecimal b, bool negative, DecimalContext context)
    {
        // |log10 a| is at least 10**zeta.
        var zeta = a.Adjusted > 0 ? PowersOfTen.DigitsOf(a.Adjusted) - 1
            : a.Adjusted < -1 ? PowersOfTen.DigitsOf(-1 - a.Adjusted) - 1
            : NearOne(a);
        var grows = a.Adjusted >= 0 != b.Negative;
        var limit = grows ? context.MaximalExponent : -context.Tiny;
        if (zeta + b.Adjusted <= PowersOfTen.DigitsOf(limit))
            return null;
        return grows ? new PyDecimal(negative, 1, DecimalContext.MaxExponent + 1) : new PyDecimal(negative, 1, -DecimalContext.MaxExponent - DecimalContext.MaxPrecision);
    }

    private static long NearOne(PyDecimal a)
    {
        var status = DecimalStatus.None;
        var distance = Sum(a.WithSign(false), PyDecimal.One, true, DecimalContext.Widest, ref status);
        return a.Adjusted == 0 ? distance.Adjusted - 1 : distance.Adjusted;
    }

    private static PyDecimal IntegerPower(PyDecimal a, PyDecimal b, bool negative, DecimalContext context, ref DecimalStatus status)
    {
        var work = context.Working(context.Precision + b.Digits + b.Exponent + 2);
        var inner = DecimalStatus.None;
        var start = a;
        if (b.Negative)
        {
            work.Precision++;
            start = Divide(PyDecimal.One, a, work, ref inner);
        }
        var exponent = BigInteger.Abs(b.ToInteger());
        var result = start;
        for (var bit = (long)exponent.GetBitLength() - 2; bit >= 0; bit--)
        {
            result = Multiply(result, result, work, ref inner);
            if (!((exponent >> (int)bit) & 1).IsZero)
                result = Multiply(result, start, work, ref inner);
            if (result.IsSpecial || (result.IsZero && (inner & DecimalStatus.Clamped) != 0))
                break;
        }
        status |= inner;
        result = result.IsInfinite ? new PyDecimal(negative, 1, DecimalContext.MaxExponent + 1) : result.WithSign(negative);
        return DecimalFinal.Fit(result, context, ref status);
    }

    private static PyDecimal RealPower(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        var work = context.Working(Math.Max(a.Digits, context.Precision) + 23);
        var inner = DecimalStatus.None;
        var logarithm = Multiply(Ln(a, work, ref inner), b, work, ref inner);
        var result = Exp(logarithm, work, ref inner);
        status |= (inner & (DecimalStatus.Invalid | DecimalStatus.DivisionByZero)) | DecimalStatus.Inexact | DecimalStatus.Rounded;
        if (result.IsFinite && Order(result, PyDecimal.One) == 0)
            result = PaddedOne(context.Precision - 1, false);
        // Beyond the limits of the inner context the rounding of the outer one decides.
        if (result.IsInfinite)
            result = new PyDecimal(false, 1, DecimalContext.MaxExponent + 1);
        else if (result.IsZero)
            result = new PyDecimal(false, 1, -DecimalContext.MaxExponent - DecimalContext.MaxPrecision);
        return DecimalFinal.Fit(result, context, ref status);
    }

    /// <summary>a ** b modulo m, of integers.</summary>
    public static PyDecimal PowerModulo(PyDecimal a, PyDecimal b, PyDecimal m, DecimalContext context, ref DecimalStatus status)
    {
        if (NaNs(a, b, context, ref status) is { } nan)
            return nan;
        if (NaNs(m, null, context, ref status) is { } other)
            return other;
        if (!a.IsInteger || !b.IsInteger || !m.IsInteger || b.Negative || m.IsZero || (a.IsZero && b.IsZero) || m.Adjusted >= context.Precision)
            return Invalid(ref status);
        var modulus = BigInteger.Abs(m.ToInteger());
        var power = BigInteger.ModPow(BigInteger.Abs(a.ToInteger()), b.ToInteger(), modulus);
        return new PyDecimal(a.Negative && IsOdd(b), power, 0);
    }
}
