using System.Globalization;
using System.Numerics;

namespace Pytocs.Runtime.Core;

/// <summary>Decimal digits of floats, exact and rounded half to even.</summary>
internal readonly partial record struct FormatSpec
{
    /// <summary>The value with a fixed number of decimals.</summary>
    public static string Fixed(double value, int decimals, bool alternate = false)
    {
        var sign = double.IsNegative(value) ? "-" : "";
        var digits = Scaled(Math.Abs(value), decimals).ToString(CultureInfo.InvariantCulture);
        if (digits.Length <= decimals)
            digits = new string('0', decimals - digits.Length + 1) + digits;
        var whole = digits[..^decimals];
        return decimals > 0 ? $"{sign}{whole}.{digits[^decimals..]}" : sign + whole + (alternate ? "." : "");
    }

    /// <summary><c>value * 10^decimals</c>, rounded half to even.</summary>
    private static BigInteger Scaled(double value, int decimals)
    {
        var (n, d) = PyFloat.Ratio(value);
        BigInteger numerator = n;
        BigInteger denominator = d;
        if (decimals >= 0)
            numerator *= BigInteger.Pow(10, decimals);
        else
            denominator *= BigInteger.Pow(10, -decimals);
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var twice = rest * 2;
        if (twice > denominator || (twice == denominator && !quotient.IsEven))
            quotient += 1;
        return quotient;
    }

    /// <summary>The first digits of a positive value, and its decimal exponent.</summary>
    private static (string Digits, int Exponent) Significant(double value, int count)
    {
        if (value == 0)
            return (new string('0', count), 0);
        var exponent = PyFloat.Shortest(value).Point - 1;
        while (true)
        {
            var digits = Scaled(value, count - 1 - exponent).ToString(CultureInfo.InvariantCulture);
            if (digits.Length == count)
                return (digits, exponent);
            // Rounding up gave one digit more; a wrong guess of the exponent one less.
            exponent += digits.Length > count ? 1 : -1;
        }
    }

    public static string Exponent(double value, int decimals, bool alternate = false)
    {
        var (digits, exponent) = Significant(value, decimals + 1);
        var dot = decimals > 0 || alternate ? "." : "";
        return $"{digits[0]}{dot}{digits[1..]}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}";
    }

    /// <param name="value">A positive value.</param>
    /// <param name="precision">Significant digits.</param>
    /// <param name="alternate">Keeps trailing zeros.</param>
    /// <param name="asRepr">As <c>repr</c>: at least one digit after the point, and an exponent one digit earlier.</param>
    public static string General(double value, int precision, bool alternate, bool asRepr)
    {
        precision = Math.Max(precision, 1);
        var (digits, exponent) = Significant(value, precision);
        var useExponent = exponent < -4 || exponent >= (asRepr ? precision - 1 : precision);
        if (asRepr && exponent < precision - 1 is false && value == 0)
            useExponent = false;
        if (!alternate)
            digits = digits.TrimEnd('0');
        if (digits.Length == 0)
            digits = "0";
        if (useExponent)
        {
            var mantissa = digits.Length > 1 ? digits[0] + "." + digits[1..] : digits + (alternate ? "." : "");
            return $"{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}";
        }
        if (exponent < 0)
            return "0." + new string('0', -exponent - 1) + digits;
        if (digits.Length <= exponent + 1)
            return digits + new string('0', exponent + 1 - digits.Length) + (alternate ? "." : asRepr ? ".0" : "");
        return digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }
}
