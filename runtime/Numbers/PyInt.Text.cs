using System.Globalization;
using System.Numerics;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Digits of numbers: writing and reading them.</summary>
public readonly partial struct PyInt
{
    /// <summary>How many decimal digits are read or written at most; 0 for any. See <see href="https://docs.python.org/3.13/library/stdtypes.html#int-max-str-digits">the limit of conversions</see>.</summary>
    public static int MaxDigits { get; private set; } = 4300;

    /// <summary><c>sys.set_int_max_str_digits</c>.</summary>
    /// <exception cref="ValueError">Less than 640, other than 0.</exception>
    public static void SetMaxDigits(PyInt count)
    {
        if (count != 0 && count < 640)
            throw new ValueError("maxdigits must be 0 or larger than 640");
        MaxDigits = (int)count;
    }

    /// <exception cref="ValueError">A number of that many digits is too long.</exception>
    private static void CheckDigits(int count, string what)
    {
        if (count > MaxDigits && MaxDigits > 0 && count > 640)
            throw new ValueError($"Exceeds the limit ({MaxDigits} digits) for integer string conversion{what}; use sys.set_int_max_str_digits() to increase the limit");
    }

    /// <summary>The digits of a non-negative number in a base from 2 to 36.</summary>
    public string ToText(int radix)
    {
        if (radix == 10)
            return ToString();
        if (this == 0)
            return "0";
        if (radix is 2 or 8 or 16)
        {
            var bits = radix == 2 ? 1 : radix == 8 ? 3 : 4;
            var digits = new StringBuilder();
            var value = Value;
            var mask = (1 << bits) - 1;
            if (Big is null)
                for (var v = (ulong)Small; v != 0; v >>= bits)
                    digits.Insert(0, "0123456789abcdef"[(int)(v & (uint)mask)]);
            else if (radix == 16)
                return value.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
            else
                for (; !value.IsZero; value >>= bits)
                    digits.Insert(0, "01234567"[(int)(value & mask)]);
            return digits.ToString();
        }
        var text = new StringBuilder();
        for (var rest = Value; !rest.IsZero; rest /= radix)
            text.Insert(0, "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(rest % radix)]);
        return text.ToString();
    }

    public static PyInt Parse(string text) => Parse(text, 10);

    /// <summary>Python's <c>int(text, base)</c>.</summary>
    /// <exception cref="ValueError">The text is no number of that base, or it has too many digits.</exception>
    public static PyInt Parse(string text, PyInt @base)
        => TryParse(text, CheckBase(@base), out var value) ? value
            : throw new ValueError($"invalid literal for int() with base {@base}: {Str.Repr(text)}");

    /// <exception cref="ValueError">There is no such base.</exception>
    internal static int CheckBase(PyInt radix)
        => radix == 0 || (radix >= 2 && radix <= 36) ? (int)radix : throw new ValueError("int() base must be >= 2 and <= 36, or 0");

    /// <inheritdoc cref="Parse(string, PyInt)"/>
    public static bool TryParse(string text, int radix, out PyInt value)
    {
        value = 0;
        var s = Str.AsciiDigits(text.Trim(Str.WhiteSpace));
        var negative = s.StartsWith('-');
        if (negative || s.StartsWith('+'))
            s = s[1..];
        if (s.Length > 1 && s[0] == '0' && char.ToLowerInvariant(s[1]) is var mark && (radix is 0 or 16 && mark == 'x' || radix is 0 or 8 && mark == 'o' || radix is 0 or 2 && mark == 'b'))
        {
            radix = mark == 'x' ? 16 : mark == 'o' ? 8 : 2;
            s = s[2..];
            if (s.StartsWith('_'))
                s = s[1..];
        }
        else if (radix == 0)
        {
            if (s.Length > 1 && s[0] == '0' && s.Trim('0', '_').Length > 0)
                return false;
            radix = 10;
        }
        if (s.Length == 0 || s[0] == '_' || s[^1] == '_' || s.Contains("__", StringComparison.Ordinal))
            return false;
        s = s.Replace("_", "", StringComparison.Ordinal);
        foreach (var c in s)
            if (Digit(c) >= radix)
                return false;
        if (!BitOperations.IsPow2(radix))
            CheckDigits(s.Length, $": value has {s.Length} digits");
        if (radix == 10)
            value = s.Length < 19 ? long.Parse(s, CultureInfo.InvariantCulture) : BigInteger.Parse(s, CultureInfo.InvariantCulture);
        else if (radix == 16 && s.Length >= 16)
            value = BigInteger.Parse("0" + s, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        else
            value = Read(s, radix);
        if (negative)
            value = -value;
        return true;
    }

    /// <summary>Halves are read apart, so that long texts take less than the square of their length.</summary>
    private static BigInteger Read(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.Length <= 64)
        {
            var number = BigInteger.Zero;
            foreach (var c in digits)
                number = (number * radix) + Digit(c);
            return number;
        }
        var low = digits.Length / 2;
        return (Read(digits[..^low], radix) * BigInteger.Pow(radix, low)) + Read(digits[^low..], radix);
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => 99,
    };
}
