using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>Comparison, extremes and neighbours.</summary>
internal static partial class DecimalMath
{
    /// <summary>-1, 0 or 1; of numbers that are no NaN.</summary>
    public static int Order(PyDecimal a, PyDecimal b)
    {
        if (a.IsInfinite || b.IsInfinite)
            return Infinite(a).CompareTo(Infinite(b));
        if (a.Sign != b.Sign)
            return a.Sign.CompareTo(b.Sign);
        return a.Sign == 0 ? 0 : a.Sign * Magnitudes(a, b);
    }

    private static int Infinite(PyDecimal a) => !a.IsInfinite ? 0 : a.Negative ? -1 : 1;

    private static int Magnitudes(PyDecimal a, PyDecimal b)
    {
        if (a.Adjusted != b.Adjusted)
            return a.Adjusted.CompareTo(b.Adjusted);
        var more = a.Exponent - b.Exponent;
        return more >= 0
            ? (a.Coefficient * PowersOfTen.Of(more)).CompareTo(b.Coefficient)
            : a.Coefficient.CompareTo(b.Coefficient * PowersOfTen.Of(-more));
    }

    private static PyDecimal Small(int value) => PyDecimal.Of(new BigInteger(value));

    public static PyDecimal Compare(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
        => NaNs(a, b, context, ref status) ?? Small(Order(a, b));

    /// <summary>As Compare, but a quiet NaN signals as well.</summary>
    public static PyDecimal CompareSignal(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        if (NaNs(a, b, context, ref status) is not { } nan)
            return Small(Order(a, b));
        status |= DecimalStatus.InvalidOperation;
        return nan;
    }

    /// <summary>The order of all representations, NaNs and signed zeros included.</summary>
    public static int Total(PyDecimal a, PyDecimal b)
    {
        if (a.Negative != b.Negative)
            return a.Negative ? -1 : 1;
        var order = TotalMagnitude(a, b);
        return a.Negative ? -order : order;
    }

    public static int TotalMagnitude(PyDecimal a, PyDecimal b)
    {
        if (a.IsNaN || b.IsNaN)
        {
            // Signaling NaNs come before quiet ones, and both after everything else.
            static int Rank(PyDecimal x) => x.Kind switch { DecimalKind.Quiet => 2, DecimalKind.Signaling => 1, _ => 0 };
            return Rank(a) != Rank(b) ? Rank(a).CompareTo(Rank(b)) : a.Coefficient.CompareTo(b.Coefficient);
        }
        var order = Order(a.WithSign(false), b.WithSign(false));
        return order != 0 || a.IsInfinite ? order : a.Exponent.CompareTo(b.Exponent);
    }

    public static PyDecimal Extreme(PyDecimal a, PyDecimal b, bool greatest, bool magnitude, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsNaN || b.IsNaN)
        {
            if (a.Kind == DecimalKind.Quiet && !b.IsNaN)
                return DecimalFinal.Fit(b, context, ref status);
            if (b.Kind == DecimalKind.Quiet && !a.IsNaN)
                return DecimalFinal.Fit(a, context, ref status);
            return NaNs(a, b, context, ref status)!;
        }
        var order = magnitude ? Order(a.WithSign(false), b.WithSign(false)) : Order(a, b);
        if (order == 0)
            order = Total(a, b);
        return DecimalFinal.Fit(order < 0 == greatest ? b : a, context, ref status);
    }

    /// <summary>The nearest number above or below.</summary>
    public static PyDecimal Next(PyDecimal a, bool up, DecimalContext context, ref DecimalStatus status)
    {
        if (NaNs(a, null, context, ref status) is { } nan)
            return nan;
        if (a.IsInfinite)
            return a.Negative == up ? DecimalFinal.Largest(a.Negative, context) : a.WithSign(a.Negative);
        var work = Rounded(context, up ? DecimalRounding.Ceiling : DecimalRounding.Floor);
        work.Traps = DecimalStatus.None;
        var inner = DecimalStatus.None;
        var fitted = DecimalFinal.Fit(a, work, ref inner);
        if ((inner & DecimalStatus.Inexact) != 0)
            return fitted;
        inner = DecimalStatus.None;
        return Sum(a, new PyDecimal(!up, 1, work.Tiny - 1), !up, work, ref inner);
    }

    public static PyDecimal NextToward(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        if (NaNs(a, b, context, ref status) is { } nan)
            return nan;
        var order = Order(a, b);
        if (order == 0)
            return a.WithSign(b.Negative);
        var result = Next(a, order < 0, context, ref status);
        if (result.IsInfinite)
            status |= DecimalStatus.Overflow | DecimalStatus.Rounded | DecimalStatus.Inexact;
        else if (result.Adjusted < context.MinimalExponent)
            status |= DecimalStatus.Underflow | DecimalStatus.Subnormal | DecimalStatus.Rounded | DecimalStatus.Inexact | (result.IsZero ? DecimalStatus.Clamped : DecimalStatus.None);
        return result;
    }

    /// <summary>The exponent of the first digit.</summary>
    public static PyDecimal LogB(PyDecimal a, DecimalContext context, ref DecimalStatus status)
    {
        if (a.IsSpecial)
            return NaNs(a, null, context, ref status) ?? PyDecimal.Infinity(false);
        if (!a.IsZero)
            return DecimalFinal.Fit(PyDecimal.Of(new BigInteger(a.Adjusted)), context, ref status);
        status |= DecimalStatus.DivisionByZero;
        return PyDecimal.Infinity(true);
    }

    /// <summary>a * 10**b.</summary>
    public static PyDecimal ScaleB(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status)
    {
        if (NaNs(a, b, context, ref status) is { } nan)
            return nan;
        if (b.IsInfinite || b.Exponent != 0)
            return Invalid(ref status);
        var most = 2 * ((BigInteger)context.MaximalExponent + context.Precision);
        if (b.Coefficient > most)
            return Invalid(ref status);
        if (a.IsInfinite)
            return a.WithSign(a.Negative);
        var by = (long)BigInteger.Min(b.Coefficient, 4 * (BigInteger)DecimalContext.MaxExponent);
        return DecimalFinal.Fit(new PyDecimal(a.Negative, a.Coefficient, a.Exponent + (b.Negative ? -by : by)), context, ref status);
    }

    public static bool SameQuantum(PyDecimal a, PyDecimal b)
        => a.IsSpecial || b.IsSpecial ? (a.IsNaN && b.IsNaN) || (a.IsInfinite && b.IsInfinite) : a.Exponent == b.Exponent;

    public static string ClassOf(PyDecimal a, DecimalContext context)
    {
        if (a.IsNaN)
            return a.IsSignaling ? "sNaN" : "NaN";
        var kind = a.IsInfinite ? "Infinity" : a.IsZero ? "Zero" : a.Adjusted < context.MinimalExponent ? "Subnormal" : "Normal";
        return (a.Negative ? "-" : "+") + kind;
    }
}
