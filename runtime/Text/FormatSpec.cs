using System.Numerics;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Python's format mini-language: <c>[[fill]align][sign][z][#][0][width][grouping][.precision][type]</c>.
/// See <see href="https://docs.python.org/3.13/library/string.html#format-specification-mini-language">Format specification</see>.
/// </summary>
public static partial class FormatSpec
{
    /// <summary>The specification given to <c>__format__</c>.</summary>
    internal static string Of(Any spec) => PyValueInstance.Unwrap(spec).Ref as string ?? throw new TypeError($"__format__() argument must be str, not {Library.Lib.Given(spec)}");

    /// <summary><c>format(value, spec)</c> of a str.</summary>
    /// <exception cref="ValueError">The spec is not one for strings.</exception>
    public static string Format(string value, string spec)
    {
        if (spec.Length == 0)
            return value;
        var f = Parse(spec, "str", '<');
        if (f.Type is not ('s' or '\0'))
            throw Unknown(f.Type, "str");
        if (f.Sign != '\0')
            throw new ValueError(f.Sign == ' ' ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier");
        if (f.NoNegativeZero)
            throw new ValueError("Negative zero coercion (z) not allowed in string format specifier");
        if (f.Alternate)
            throw new ValueError("Alternate form (#) not allowed in string format specifier");
        if (f.Align == '=')
            throw new ValueError("'=' alignment not allowed in string format specifier");
        if (f.Grouping != '\0')
            throw new ValueError($"Cannot specify '{f.Grouping}' with 's'.");
        if (f.Precision >= 0 && f.Precision < Str.Length(value))
            value = value[..Str.Offset(value, f.Precision)];
        return Pad(value, f.Fill, f.Align, f.Width);
    }

    /// <summary><c>format(value, spec)</c> of a bool: text without a spec, else a number.</summary>
    public static string Format(bool value, string spec) => spec.Length == 0 ? value ? "True" : "False" : Integer(value ? 1 : 0, spec, "bool");

    /// <summary><c>format(value, spec)</c> of an int.</summary>
    public static string Format(PyInt value, string spec) => spec.Length == 0 ? value.ToString() : Integer(value, spec, "int");

    /// <summary><c>format(value, spec)</c> of a float.</summary>
    public static string Format(double value, string spec)
    {
        if (spec.Length == 0)
            return PyFloat.Repr(value);
        var f = Parse(spec, "float", '>');
        return f.Type is '\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%' or 'n' ? Float(value, f) : throw Unknown(f.Type, "float");
    }

    /// <summary><c>format(value, spec)</c> of a complex.</summary>
    public static string Format(Complex value, string spec)
    {
        if (spec.Length == 0)
            return PyComplex.Repr(value);
        var f = Parse(spec, "complex", '>');
        if (f.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n'))
            throw Unknown(f.Type, "complex");
        if (f.Fill == "0")
            throw new ValueError("Zero padding is not allowed in complex format specifier");
        if (f.Align == '=')
            throw new ValueError("'=' alignment flag is not allowed in complex format specifier");
        var bare = f.Type == '\0';
        var skipReal = bare && value.Real == 0 && !double.IsNegative(value.Real);
        var part = f with { Fill = " ", Align = '>', Width = 0, ZeroPadded = false, BareComplex = true };
        var imaginary = Float(value.Imaginary, skipReal ? part : part with { Sign = '+' }) + "j";
        var text = skipReal ? imaginary : Float(value.Real, part) + imaginary;
        if (bare && !skipReal)
            text = $"({text})";
        return Pad(text, f.Fill, f.Align, f.Width);
    }

    /// <summary>The digits with the point that the alternate form has in any case.</summary>
    private static string WithPoint(string digits, bool isAlternate)
        => !isAlternate || digits.Contains('.', StringComparison.Ordinal) ? digits
            : digits.IndexOf('e', StringComparison.Ordinal) is > 0 and var exponent ? digits.Insert(exponent, ".") : digits + ".";

    private static string Integer(PyInt value, string spec, string type)
    {
        var f = Parse(spec, type, '>');
        switch (f.Type)
        {
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%':
                return Float(PyInt.ToDouble(value), f);
            case not ('\0' or 'd' or 'b' or 'o' or 'x' or 'X' or 'c' or 'n'):
                throw Unknown(f.Type, type);
        }
        if (f.Precision >= 0)
            throw new ValueError("Precision not allowed in integer format specifier");
        if (f.NoNegativeZero)
            throw new ValueError("Negative zero coercion (z) not allowed in integer format specifier");
        if (f.Type == 'c')
            return Character(value, f);
        var negative = value < 0;
        var magnitude = PyInt.Abs(value);
        var (digits, prefix) = f.Type switch
        {
            'b' => (magnitude.ToText(2), "0b"),
            'o' => (magnitude.ToText(8), "0o"),
            'x' => (magnitude.ToText(16), "0x"),
            'X' => (magnitude.ToText(16).ToUpperInvariant(), "0X"),
            _ => (magnitude.ToString(), ""),
        };
        return Number(f, negative, f.Alternate ? prefix : "", digits, "", f.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3);
    }

    private static string Character(PyInt value, Spec f)
    {
        if (f.Sign != '\0')
            throw new ValueError("Sign not allowed with integer format specifier 'c'");
        if (f.Alternate)
            throw new ValueError("Alternate form (#) not allowed with integer format specifier 'c'");
        _ = (long)value;
        if (value < 0 || value > 0x10FFFF)
            throw new OverflowError("%c arg not in range(0x110000)");
        return Pad(Str.FromCodePoint((int)value), f.Fill, f.Align == '=' ? '>' : f.Align, f.Width);
    }

    private static string Float(double value, Spec f)
    {
        if (f.Precision == int.MaxValue)
            throw new ValueError("precision too big");
        var text = f.Type switch
        {
            '\0' when f.Precision < 0 => f.BareComplex ? WithPoint(FloatText.ReprBare(value), f.Alternate && double.IsFinite(value)) : PyFloat.Repr(value),
            '\0' => FloatText.General(value, f.Precision, f.Alternate, 'e', addDotZero: !f.BareComplex),
            'e' or 'E' => FloatText.Exponent(value, f.Precision < 0 ? 6 : f.Precision, f.Alternate, f.Type),
            'f' or 'F' => FloatText.Fixed(value, f.Precision < 0 ? 6 : f.Precision, f.Alternate),
            '%' => FloatText.Fixed(value * 100, f.Precision < 0 ? 6 : f.Precision, f.Alternate) + "%",
            'G' => FloatText.General(value, f.Precision < 0 ? 6 : f.Precision, f.Alternate, 'E', addDotZero: false),
            _ => FloatText.General(value, f.Precision < 0 ? 6 : f.Precision, f.Alternate, 'e', addDotZero: false),
        };
        if (f.Type is 'F' or 'E' or 'G')
            text = text.ToUpperInvariant();
        var negative = text[0] == '-';
        if (negative)
            text = text[1..];
        if (negative && f.NoNegativeZero && text.All(static c => c is '0' or '.' or '%' or '+' or 'e' or 'E'))
            negative = false;
        var whole = 0;
        while (whole < text.Length && char.IsAsciiDigit(text[whole]))
            whole++;
        return Number(f, negative, "", text[..whole], text[whole..], 3);
    }

    /// <summary>Puts sign, prefix, grouped digits and the rest together, and pads.</summary>
    private static string Number(Spec f, bool negative, string prefix, string digits, string rest, int groupSize)
    {
        var sign = negative ? "-" : f.Sign is '+' ? "+" : f.Sign is ' ' ? " " : "";
        if (f.Grouping == '\0' && f.Width <= sign.Length + prefix.Length + digits.Length + rest.Length)
            return sign.Length + prefix.Length + rest.Length == 0 ? digits : string.Concat(sign, prefix, digits, rest);
        var inner = f.Align == '=' && f.Fill == "0" ? f.Width - sign.Length - prefix.Length - rest.Length : 0;
        if (f.Grouping != '\0' && digits.Length > 0)
            digits = Group(digits, groupSize, f.Grouping, inner);
        if (f.Align != '=')
            return Pad(sign + prefix + digits + rest, f.Fill, f.Align, f.Width);
        var room = f.Width - sign.Length - prefix.Length - digits.Length - rest.Length;
        if (room > ContainerLimits.MaxCount)
            throw new MemoryError();
        return sign + prefix + (room > 0 ? Str.Repeat(f.Fill, room) : "") + digits + rest;
    }

    /// <summary>Inserts separators from the right; zeros fill up to <paramref name="minimum"/> characters.</summary>
    internal static string Group(string digits, int size, char separator, int minimum)
    {
        if (minimum > ContainerLimits.MaxCount)
            throw new MemoryError();
        var groups = new List<string>();
        var left = digits.Length;
        while (true)
        {
            var length = Math.Min(size, Math.Max(Math.Max(left, minimum), 1));
            var taken = Math.Max(0, Math.Min(left, length));
            groups.Add(new string('0', Math.Max(0, length - left)) + digits.Substring(left - taken, taken));
            left -= taken;
            minimum -= length;
            if (left <= 0 && minimum <= 0)
                break;
            minimum--;
        }
        groups.Reverse();
        return string.Join(separator, groups);
    }

    internal static string Pad(string text, string fill, char align, int width)
    {
        var room = width - Str.Length(text);
        if (room <= 0)
            return text;
        if (room > ContainerLimits.MaxCount)
            throw new MemoryError();
        var left = align switch { '<' => 0, '^' => room / 2, _ => room };
        if (fill.Length == 1 && align != '^')
            return left == 0 ? text.PadRight(text.Length + room, fill[0]) : text.PadLeft(text.Length + room, fill[0]);
        return new StringBuilder().Append(Str.Repeat(fill, left)).Append(text).Append(Str.Repeat(fill, room - left)).ToString();
    }

    private static ValueError Unknown(int type, string what)
        => new(type is > ' ' and < '\x80'
            ? $"Unknown format code '{(char)type}' for object of type '{what}'"
            : $"Unknown format code '\\x{type:x}' for object of type '{what}'");
}
