using System.Globalization;
using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>Decimals from text and to text. See <see href="https://docs.python.org/3.13/library/decimal.html#decimal.Decimal">Decimal</see>.</summary>
internal static class DecimalText
{
    /// <summary>Reads a number; null where the text is none.</summary>
    public static PyDecimal? Parse(string text)
    {
        var i = 0;
        var negative = false;
        if (i < text.Length && text[i] is '+' or '-')
            negative = text[i++] == '-';
        if (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.'))
            return Number(text, i, negative);
        var word = text[i..].ToLowerInvariant();
        if (word is "inf" or "infinity")
            return PyDecimal.Infinity(negative);
        var signaling = word.StartsWith("snan", StringComparison.Ordinal);
        if (!signaling && !word.StartsWith("nan", StringComparison.Ordinal))
            return null;
        var payload = word[(signaling ? 4 : 3)..];
        if (!payload.All(char.IsAsciiDigit))
            return null;
        var digits = payload.Length == 0 ? BigInteger.Zero : BigInteger.Parse(payload, CultureInfo.InvariantCulture);
        return new PyDecimal(negative, digits, 0, signaling ? DecimalKind.Signaling : DecimalKind.Quiet);
    }

    private static PyDecimal? Number(string text, int i, bool negative)
    {
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        var digits = text[start..i];
        BigInteger exponent = 0;
        if (i < text.Length && text[i] == '.')
        {
            var fraction = ++i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
            digits += text[fraction..i];
            exponent = -(i - fraction);
        }
        if (digits.Length == 0)
            return null;
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var rest = text[(i + 1)..];
            var unsigned = rest.StartsWith('+') || rest.StartsWith('-') ? rest[1..] : rest;
            if (unsigned.Length == 0 || !unsigned.All(char.IsAsciiDigit))
                return null;
            var size = BigInteger.Parse(unsigned, CultureInfo.InvariantCulture);
            exponent += rest[0] == '-' ? -size : size;
            i = text.Length;
        }
        // No limit of the exponent reaches that far: what is cut off here is out of range anyway.
        const long far = 4 * DecimalContext.MaxExponent;
        return i < text.Length ? null : new PyDecimal(negative, BigInteger.Parse(digits, CultureInfo.InvariantCulture), (long)BigInteger.Max(-far, BigInteger.Min(far, exponent)));
    }

    /// <summary>A text as the constructor takes it: white space around and underlines go, other digits become ASCII.</summary>
    public static string Cleaned(string text, bool lenient)
    {
        if (lenient)
            text = Str.Strip(text).Replace("_", "");
        return text.All(char.IsAscii) ? text : string.Concat(text.EnumerateRunes().Select(Digit));
    }

    private static string Digit(System.Text.Rune rune)
        => !rune.IsAscii && System.Text.Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber
            ? ((int)System.Text.Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture)
            : rune.ToString();

    /// <summary>The scientific or engineering notation.</summary>
    public static string Format(PyDecimal value, bool engineering, bool capitals)
    {
        var sign = value.Negative ? "-" : "";
        if (value.IsInfinite)
            return sign + "Infinity";
        if (value.IsNaN)
            return sign + (value.IsSignaling ? "sNaN" : "NaN") + (value.Coefficient.IsZero ? "" : value.Coefficient.ToString(CultureInfo.InvariantCulture));
        var digits = value.Coefficient.ToString(CultureInfo.InvariantCulture);
        var left = value.Exponent + digits.Length;
        long point;
        if (value.Exponent <= 0 && left > -6)
            point = left;
        else if (!engineering)
            point = 1;
        else if (value.Coefficient.IsZero)
            point = Modulo(left + 1, 3) - 1;
        else
            point = Modulo(left - 1, 3) + 1;
        var (whole, fraction) = Split(digits, point);
        var exponent = left == point ? "" : $"{(capitals ? 'E' : 'e')}{left - point:+0;-0}";
        return sign + whole + (fraction.Length > 0 ? "." + fraction : "") + exponent;
    }

    private static long Modulo(long a, long b) => ((a % b) + b) % b;

    /// <summary>Digits before and after a decimal point at a place counted from the first.</summary>
    public static (string Whole, string Fraction) Split(string digits, long point)
    {
        if (point <= 0)
            return ("0", new string('0', checked((int)-point)) + digits);
        return point >= digits.Length
            ? (digits + new string('0', checked((int)(point - digits.Length))), "")
            : (digits[..(int)point], digits[(int)point..]);
    }
}
