using System.Globalization;
using System.Numerics;

namespace Pytocs.Runtime.Core;

/// <summary>Python's operations on <c>float</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#numeric-types-int-float-complex">numeric types</see>.</summary>
public static class PyFloat
{
    /// <summary>Python's <c>repr(value)</c>: the shortest text that reads back as the same float.</summary>
    public static string Repr(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        var (digits, point, negative) = Shortest(value);
        var sign = negative ? "-" : "";
        if (point is > 16 or < -3)
            return $"{sign}{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(point - 1 < 0 ? "-" : "+")}{Math.Abs(point - 1):00}";
        if (point <= 0)
            return $"{sign}0.{new string('0', -point)}{digits}";
        return digits.Length <= point
            ? $"{sign}{digits}{new string('0', point - digits.Length)}.0"
            : $"{sign}{digits[..point]}.{digits[point..]}";
    }

    /// <summary>The shortest digits, and where the point stands: 0.d1d2... times 10^point.</summary>
    internal static (string Digits, int Point, bool Negative) Shortest(double value)
    {
        var negative = double.IsNegative(value);
        if (value == 0)
            return ("0", 1, negative);
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        // Floats lie closer together below a power of two; .NET's shortest text of one may be that of its neighbour.
        if ((BitConverter.DoubleToInt64Bits(value) & 0xFFFFFFFFFFFFF) == 0 && double.Parse(text, CultureInfo.InvariantCulture) != Math.Abs(value))
            text = Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture);
        var exponent = 0;
        var e = text.IndexOf('E', StringComparison.Ordinal);
        if (e >= 0)
        {
            exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var point = (dot < 0 ? text.Length : dot) + exponent;
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        var lead = digits.Length - digits.TrimStart('0').Length;
        digits = digits.TrimStart('0');
        point -= lead;
        digits = digits.TrimEnd('0');
        return (digits.Length == 0 ? "0" : digits, point, negative);
    }

    /// <summary>CPython's hash, equal to that of an equal int.</summary>
    public static long Hash(double value)
    {
        if (double.IsInfinity(value))
            return value > 0 ? 314159 : -314159;
        if (double.IsNaN(value))
            return 0;
        if (Math.Floor(value) == value && Math.Abs(value) < 1e18)
            return ((PyInt)(long)value).PyHash();
        const int bits = 61;
        const ulong modulus = (1UL << bits) - 1;
        var exponent = 0;
        var m = Math.Abs(value);
        if (m != 0)
        {
            exponent = Math.ILogB(m) + 1;
            m = Math.ScaleB(m, -exponent);
        }
        ulong x = 0;
        while (m != 0)
        {
            x = ((x << 28) & modulus) | (x >> (bits - 28));
            m *= 268435456.0;
            exponent -= 28;
            var y = (ulong)m;
            m -= y;
            x += y;
            if (x >= modulus)
                x -= modulus;
        }
        exponent = exponent >= 0 ? exponent % bits : bits - 1 - ((-1 - exponent) % bits);
        x = ((x << exponent) & modulus) | (x >> (bits - exponent));
        var hash = value < 0 ? -(long)x : (long)x;
        return hash == -1 ? -2 : hash;
    }

    /// <summary>Python's <c>a / b</c>.</summary>
    /// <exception cref="ZeroDivisionError"/>
    public static double Divide(double a, double b) => b == 0 ? throw DivisionByZero() : a / b;

    private static ZeroDivisionError DivisionByZero() => new("float division by zero");

    /// <summary>Python's <c>a // b</c>.</summary>
    /// <exception cref="ZeroDivisionError"/>
    public static double FloorDiv(double a, double b)
    {
        if (b == 0)
            throw new ZeroDivisionError("float floor division by zero");
        var mod = a % b;
        var div = (a - mod) / b;
        if (mod != 0 && (b < 0) != (mod < 0))
            div -= 1.0;
        if (div == 0)
            return Math.CopySign(0.0, a / b);
        var floor = Math.Floor(div);
        return div - floor > 0.5 ? floor + 1.0 : floor;
    }

    /// <summary>Python's <c>a % b</c>: takes the sign of <paramref name="b"/>.</summary>
    /// <exception cref="ZeroDivisionError"/>
    public static double Mod(double a, double b)
    {
        if (b == 0)
            throw new ZeroDivisionError("float modulo by zero");
        var mod = a % b;
        if (mod == 0)
            return Math.CopySign(0.0, b);
        return (b < 0) != (mod < 0) ? mod + b : mod;
    }

    /// <summary>Python's <c>a ** b</c>, the result being real.</summary>
    /// <exception cref="ZeroDivisionError">Zero to a negative power.</exception>
    /// <exception cref="OverflowError"/>
    public static double Pow(double a, double b)
    {
        if (a == 0 && b < 0)
            throw new ZeroDivisionError("0.0 cannot be raised to a negative power");
        var result = Math.Pow(a, b);
        if (double.IsInfinity(result) && double.IsFinite(a) && double.IsFinite(b))
            throw new OverflowError(34, "Numerical result out of range");
        return result;
    }

    /// <summary>The NaN that programs get, without a sign; .NET's own has one.</summary>
    public static double NaN { get; } = BitConverter.Int64BitsToDouble(0x7ff8000000000000);

    /// <summary>Compares an int with a float exactly; the float is no NaN.</summary>
    public static int Compare(PyInt a, double b)
    {
        if (double.IsInfinity(b))
            return b > 0 ? -1 : 1;
        if (a.Big is null && a.Small is >= -(1L << 53) and <= 1L << 53)
            return ((double)a.Small).CompareTo(b);
        var floor = Math.Floor(b);
        var order = a.CompareTo(new BigInteger(floor));
        return order != 0 ? order : floor < b ? -1 : 0;
    }

    /// <summary>Python's <c>round(value)</c>: half to even, an int.</summary>
    public static PyInt RoundToInt(double value)
    {
        if (double.IsNaN(value))
            throw new ValueError("cannot convert float NaN to integer");
        if (double.IsInfinity(value))
            throw new OverflowError("cannot convert float infinity to integer");
        return new BigInteger(Math.Round(value, MidpointRounding.ToEven));
    }

    /// <summary>Python's <c>round(value, digits)</c>: correctly rounded decimal, half to even on exact ties.</summary>
    public static double Round(double value, PyInt digits)
    {
        if (!double.IsFinite(value) || value == 0 || digits > 323)
            return value;
        if (digits < -308)
            return Math.CopySign(0.0, value);
        var n = (int)digits;
        if (n >= 0)
            return double.Parse(FloatText.Fixed(value, n), CultureInfo.InvariantCulture);
        var unit = BigInteger.Pow(10, -n);
        var whole = new BigInteger(Math.Abs(value));
        var exact = Math.Floor(Math.Abs(value)) == Math.Abs(value);
        var quotient = BigInteger.DivRem(whole, unit, out var rest);
        if (rest * 2 > unit || (rest * 2 == unit && (!exact || !quotient.IsEven)))
            quotient += 1;
        var rounded = PyInt.ToDouble(quotient * unit);
        return value < 0 ? -rounded : rounded;
    }

    /// <summary>Python's <c>int(value)</c>.</summary>
    public static PyInt Truncate(double value)
    {
        if (double.IsNaN(value))
            throw new ValueError("cannot convert float NaN to integer");
        if (double.IsInfinity(value))
            throw new OverflowError("cannot convert float infinity to integer");
        return new BigInteger(value);
    }

    /// <summary>Python's <c>float(text)</c>.</summary>
    /// <exception cref="ValueError">The text is no number.</exception>
    public static double Parse(string text)
        => TryParse(text, out var value) ? value : throw new ValueError($"could not convert string to float: {Str.Repr(text)}");

    internal static bool TryParse(string text, out double value)
    {
        var s = Str.AsciiDigits(text.Trim(Str.WhiteSpace));
        value = 0;
        var bare = s.TrimStart('+', '-');
        if (s.Length - bare.Length > 1)
            return false;
        switch (bare.ToLowerInvariant())
        {
            case "inf" or "infinity":
                value = s.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity;
                return true;
            case "nan":
                value = s.StartsWith('-') ? -NaN : NaN;
                return true;
        }
        if (bare.Length == 0 || bare.Contains("__", StringComparison.Ordinal) || bare[0] == '_' || bare[^1] == '_' || bare.Any(c => !(char.IsAsciiDigit(c) || c is '.' or 'e' or 'E' or '+' or '-' or '_')))
            return false;
        for (var i = 1; i < bare.Length - 1; i++)
            if (bare[i] == '_' && !(char.IsAsciiDigit(bare[i - 1]) && char.IsAsciiDigit(bare[i + 1])))
                return false;
        return double.TryParse(s.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A fraction of two ints, exactly the float.</summary>
    public static (PyInt Numerator, PyInt Denominator) Ratio(double value)
    {
        if (!double.IsFinite(value))
            throw double.IsNaN(value) ? new ValueError("cannot convert NaN to integer ratio") : new OverflowError("cannot convert Infinity to integer ratio");
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        var exponent = (int)(bits >> 52);
        var mantissa = exponent == 0 ? bits & ((1L << 52) - 1) : (bits & ((1L << 52) - 1)) | (1L << 52);
        exponent = Math.Max(exponent, 1) - 1075;
        var (n, d) = (new BigInteger(mantissa), BigInteger.One);
        if (exponent > 0)
            n <<= exponent;
        else
            d <<= -exponent;
        var common = BigInteger.GreatestCommonDivisor(n, d);
        return ((value < 0 ? -n : n) / common, d / common);
    }

    /// <summary><c>float.fromhex(text)</c>.</summary>
    /// <exception cref="ValueError">The text is no hexadecimal float.</exception>
    /// <exception cref="OverflowError">The number is too large.</exception>
    public static double FromHex(string text)
    {
        var match = System.Text.RegularExpressions.Regex.Match(
            text.Trim(Str.WhiteSpace).ToLowerInvariant(), @"^([+-]?)(?:(inf|infinity)|(nan)|(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?[0-9]+))?)$");
        var negative = match.Groups[1].Value == "-";
        if (match.Groups[2].Success)
            return negative ? double.NegativeInfinity : double.PositiveInfinity;
        if (match.Groups[3].Success)
            return PyFloat.NaN;
        var digits = match.Groups[4].Value + match.Groups[5].Value;
        if (!match.Success || digits.Length == 0)
            throw new ValueError("invalid hexadecimal floating-point string");
        var mantissa = BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var exponent = (match.Groups[6].Success ? BigInteger.Parse(match.Groups[6].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0) - (4 * match.Groups[5].Value.Length);
        var bits = exponent + (long)mantissa.GetBitLength();
        var result = mantissa.IsZero || bits < -1100 ? 0.0 : bits > 1100 ? double.PositiveInfinity : PyInt.Scale(mantissa, (int)exponent);
        if (double.IsInfinity(result))
            throw new OverflowError("hexadecimal value too large to represent as a float");
        return negative ? -result : result;
    }

    /// <summary><c>value.hex()</c>.</summary>
    public static string Hex(double value)
    {
        if (!double.IsFinite(value))
            return Repr(value);
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFFL;
        var sign = bits < 0 ? "-" : "";
        if (exponent == 0 && mantissa == 0)
            return sign + "0x0.0p+0";
        var power = exponent == 0 ? -1022 : exponent - 1023;
        return $"{sign}0x{(exponent == 0 ? 0 : 1)}.{mantissa:x13}p{(power < 0 ? "-" : "+")}{Math.Abs(power)}";
    }
}
