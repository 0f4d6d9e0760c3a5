using System.Globalization;
using System.Numerics;

namespace Pytocs.Parser.Lexing;

/// <summary>The values of number literals.</summary>
internal static class NumberDecoder
{
    private static readonly object[] Small = [.. Enumerable.Range(0, 257).Select(n => (object)new BigInteger(n))];

    /// <summary>The value of an integer's digits.</summary>
    public static object Integer(ReadOnlySpan<char> digits, int radix)
    {
        ulong value = 0;
        foreach (var c in digits)
        {
            if (c == '_') continue;
            if (value > (ulong.MaxValue >> 5)) return Large(digits.ToString().Replace("_", ""), radix);
            value = value * (uint)radix + (uint)Digit(c);
        }
        return value < (ulong)Small.Length ? Small[value] : new BigInteger(value);
    }

    /// <summary>The value of a number with a fraction, an exponent or a `j`.</summary>
    public static object Float(ReadOnlySpan<char> digits, bool isImaginary)
    {
        var value = digits.Contains('_')
            ? double.Parse(digits.ToString().Replace("_", ""), NumberStyles.Float, CultureInfo.InvariantCulture)
            : double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return isImaginary ? (object)new Complex(0, value) : value;
    }

    private static object Large(string digits, int radix)
    {
        if (radix == 10) return BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (radix == 16) return BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (radix == 2) return BigInteger.Parse("0" + digits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
        var binary = string.Concat(digits.Select(c => Convert.ToString(c - '0', 2).PadLeft(3, '0')));
        return Large(binary, 2);
    }

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
}
