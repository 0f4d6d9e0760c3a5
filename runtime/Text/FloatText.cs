using System.Globalization;
using System.Numerics;

namespace Pytocs.Runtime.Core;

/// <summary>Floats as decimal text, correctly rounded, ties to even, as C's <c>printf</c> does.</summary>
internal static class FloatText
{
    /// <summary>.NET's names of fixed formats.</summary>
    private static readonly string[] s_fixed = ["F0", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9"];

    /// <summary><c>%.{precision}f</c>.</summary>
    public static string Fixed(double value, int precision, bool alternate = false)
    {
        if (!double.IsFinite(value))
            return PyFloat.Repr(value);
        var text = precision <= 1100 && !IsTie(value, precision)
            ? value.ToString(precision < s_fixed.Length ? s_fixed[precision] : "F" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : ExactFixed(value, precision);
        // .NET drops the sign of a zero result on some paths; C keeps it.
        if (double.IsNegative(value) && text[0] != '-')
            text = "-" + text;
        return alternate && precision == 0 ? text + "." : text;
    }

    /// <summary><c>%.{precision}e</c>; <paramref name="mark"/> is the letter.</summary>
    public static string Exponent(double value, int precision, bool alternate, char mark)
    {
        if (!double.IsFinite(value))
            return PyFloat.Repr(value);
        var (digits, exponent) = Digits(Math.Abs(value), precision + 1);
        var sign = double.IsNegative(value) ? "-" : "";
        var dot = precision > 0 || alternate ? "." : "";
        return $"{sign}{digits[0]}{dot}{digits[1..]}{mark}{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary><c>%.{precision}g</c>.</summary>
    public static string General(double value, int precision, bool alternate, char mark, bool addDotZero)
    {
        if (!double.IsFinite(value))
            return PyFloat.Repr(value);
        precision = Math.Max(precision, 1);
        var (digits, exponent) = Digits(Math.Abs(value), precision);
        var sign = double.IsNegative(value) ? "-" : "";
        var useExponent = exponent < -4 || exponent >= precision - (addDotZero ? 1 : 0);
        if (!alternate)
            digits = digits.TrimEnd('0');
        if (digits.Length == 0)
            digits = "0";
        if (useExponent)
        {
            var fraction = digits[1..];
            var dot = fraction.Length > 0 || alternate ? "." : "";
            return $"{sign}{digits[0]}{dot}{fraction}{mark}{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        }
        if (exponent < 0)
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        if (digits.Length <= exponent + 1)
            return sign + digits.PadRight(exponent + 1, '0') + (alternate ? "." : addDotZero ? ".0" : "");
        return $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    /// <summary>The repr without ".0", as parts of a complex show.</summary>
    public static string ReprBare(double value)
    {
        var text = PyFloat.Repr(value);
        return text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
    }

    /// <summary>Whether the decimal rounding position falls exactly between two neighbours.</summary>
    private static bool IsTie(double value, int decimals)
    {
        var bits = BitConverter.DoubleToInt64Bits(value) & long.MaxValue;
        var exponent = (int)(bits >> 52);
        var mantissa = bits & ((1L << 52) - 1);
        if (exponent == 0)
            exponent = 1;
        else
            mantissa |= 1L << 52;
        if (mantissa == 0)
            return false;
        return exponent - 1075 + BitOperations.TrailingZeroCount(mantissa) + decimals == -1;
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(double value)
    {
        var (n, d) = PyFloat.Ratio(Math.Abs(value));
        return (n, d);
    }

    private static BigInteger RoundedQuotient(BigInteger n, BigInteger d)
    {
        var q = BigInteger.DivRem(n, d, out var rest);
        var order = (rest * 2).CompareTo(d);
        return order > 0 || (order == 0 && !q.IsEven) ? q + 1 : q;
    }

    private static string ExactFixed(double value, int precision)
    {
        var (n, d) = Fraction(value);
        var digits = RoundedQuotient(n * BigInteger.Pow(10, precision), d).ToString(CultureInfo.InvariantCulture).PadLeft(precision + 1, '0');
        var sign = double.IsNegative(value) ? "-" : "";
        return precision == 0 ? sign + digits : $"{sign}{digits[..^precision]}.{digits[^precision..]}";
    }

    /// <summary>Exactly <paramref name="count"/> significant digits and the decimal exponent of the first.</summary>
    private static (string Digits, int Exponent) Digits(double value, int count)
    {
        if (value == 0)
            return (new string('0', count), 0);
        if (count <= 1100)
        {
            var text = value.ToString("E" + (count - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            var e = text.IndexOf('E', StringComparison.Ordinal);
            var exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            if (!MayTie(value, count - 1 - exponent) && !MayTie(value, count - exponent))
                return (count == 1 ? text[..1] : text[..1] + text[2..e], exponent);
        }
        return ExactDigits(value, count);
    }

    private static bool MayTie(double value, int decimals) => IsTie(value, decimals);

    private static (string Digits, int Exponent) ExactDigits(double value, int count)
    {
        var (n, d) = Fraction(value);
        var exponent = (int)Math.Floor(Math.Log10(value));
        while (true)
        {
            var scale = count - 1 - exponent;
            var q = scale >= 0 ? RoundedQuotient(n * BigInteger.Pow(10, scale), d) : RoundedQuotient(n, d * BigInteger.Pow(10, -scale));
            var digits = q.ToString(CultureInfo.InvariantCulture);
            if (digits.Length == count)
                return (digits, exponent);
            if (digits.Length == count + 1 && digits.TrimEnd('0').Length == 1 && digits[0] == '1')
                return (digits[..count], exponent + 1);
            exponent += digits.Length > count ? 1 : -1;
        }
    }
}
