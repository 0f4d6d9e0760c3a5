using System.Globalization;
using System.Numerics;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>The <see href="https://docs.python.org/3.13/library/string.html#format-specification-mini-language">format specification mini-language</see>.</summary>
internal readonly partial record struct FormatSpec
{
    public string Fill { get; private init; }

    /// <summary>One of &lt; &gt; = ^, or 0 when not given.</summary>
    public char Align { get; private init; }

    public char Sign { get; private init; }

    public bool NoNegativeZero { get; private init; }

    public bool Alternate { get; private init; }

    public int Width { get; private init; }

    public char Grouping { get; private init; }

    public int Precision { get; private init; }

    public char Type { get; private init; }

    /// <exception cref="ValueError">The text is no specification.</exception>
    public static FormatSpec Parse(string spec, string typeName)
    {
        var i = 0;
        var (fill, align) = (" ", '\0');
        var first = spec.Length > 0 && char.IsHighSurrogate(spec[0]) ? 2 : 1;
        if (spec.Length > first && spec[first] is '<' or '>' or '=' or '^')
        {
            (fill, align) = (spec[..first], spec[first]);
            i = first + 1;
        }
        else if (spec.Length > 0 && spec[0] is '<' or '>' or '=' or '^')
        {
            align = spec[i++];
        }
        var sign = i < spec.Length && spec[i] is '+' or '-' or ' ' ? spec[i++] : '\0';
        var noNegativeZero = i < spec.Length && spec[i] == 'z';
        if (noNegativeZero)
            i++;
        var alternate = i < spec.Length && spec[i] == '#';
        if (alternate)
            i++;
        if (i < spec.Length && spec[i] == '0')
        {
            i++;
            if (align == '\0')
                (fill, align) = ("0", typeName == "str" ? '<' : '=');
            else if (fill == " " && !(spec.Length > first && spec[first] == align))
                fill = "0";
        }
        var width = Number(spec, ref i, -1, "Too many decimal digits in format string");
        var grouping = i < spec.Length && spec[i] is ',' or '_' ? spec[i++] : '\0';
        if (grouping != '\0' && i < spec.Length && spec[i] is ',' or '_')
            throw new ValueError(spec[i] == grouping ? $"Cannot specify '{grouping}' with '{grouping}'." : "Cannot specify both ',' and '_'.");
        var precision = -1;
        if (i < spec.Length && spec[i] == '.')
        {
            i++;
            precision = Number(spec, ref i, -2, "Too many decimal digits in format string");
            if (precision == -2)
                throw new ValueError("Format specifier missing precision");
        }
        if (spec.Length - i > 1)
            throw new ValueError($"Invalid format specifier '{spec}' for object of type '{typeName}'");
        var type = i < spec.Length ? spec[i] : '\0';
        return new FormatSpec
        {
            Fill = fill, Align = align, Sign = sign, NoNegativeZero = noNegativeZero, Alternate = alternate, Width = width, Grouping = grouping, Precision = precision, Type = type,
        };
    }

    private static int Number(string spec, ref int i, int none, string error)
    {
        var start = i;
        while (i < spec.Length && char.IsAsciiDigit(spec[i]))
            i++;
        if (i == start)
            return none;
        return int.TryParse(spec.AsSpan(start, i - start), CultureInfo.InvariantCulture, out var number) ? number : throw new ValueError(error);
    }

    private ValueError UnknownCode(string typeName) => Type is > ' ' and < '\x7f'
        ? new($"Unknown format code '{Type}' for object of type '{typeName}'")
        : new($"Unknown format code '\\x{(int)Type:x}' for object of type '{typeName}'");

    /// <summary>Formats a string.</summary>
    public static string Format(string value, string spec)
    {
        if (spec.Length == 0)
            return value;
        var f = Parse(spec, "str");
        if (f.Type is not ('\0' or 's'))
            throw f.UnknownCode("str");
        if (f.Sign != '\0')
            throw new ValueError(f.Sign == ' ' ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier");
        if (f.Alternate)
            throw new ValueError("Alternate form (#) not allowed in string format specifier");
        if (f.Grouping != '\0')
            throw new ValueError($"Cannot specify '{f.Grouping}' with 's'.");
        if (f.Align == '=')
            throw new ValueError("'=' alignment not allowed in string format specifier");
        if (f.Precision >= 0 && Str.Length(value) > f.Precision)
            value = value[..Str.Offset(value, f.Precision)];
        return f.Pad("", value, '<');
    }

    public static string Format(bool value, string spec)
    {
        if (spec.Length == 0)
            return value ? "True" : "False";
        return Parse(spec, "bool").FormatInt(value ? 1 : 0, "bool");
    }

    public static string Format(PyInt value, string spec) => spec.Length == 0 ? value.ToString() : Parse(spec, "int").FormatInt(value, "int");

    public static string Format(double value, string spec) => spec.Length == 0 ? PyFloat.Repr(value) : Parse(spec, "float").FormatFloat(value, "float");

    public static string Format(Complex value, string spec)
    {
        if (spec.Length == 0)
            return PyComplex.Repr(value);
        var f = Parse(spec, "complex");
        if (f.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n'))
            throw f.UnknownCode("complex");
        if (f.Align == '=')
            throw new ValueError("'=' alignment flag is not allowed in complex format specifier");
        if (f.Fill == "0")
            throw new ValueError("Zero padding is not allowed in complex format specifier");
        var part = f with { Width = -1, Align = '\0' };
        var real = part.FormatFloat(value.Real, "complex", shortest: f.Type == '\0');
        var imaginary = (part with { Sign = '+' }).FormatFloat(value.Imaginary, "complex", shortest: f.Type == '\0') + "j";
        var text = f.Type == '\0' && value.Real == 0 && !double.IsNegative(value.Real) ? imaginary.TrimStart('+') : f.Type == '\0' ? $"({real}{imaginary})" : real + imaginary;
        return f.Pad("", text, '>');
    }

    private string FormatInt(PyInt value, string typeName)
    {
        switch (Type)
        {
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%':
                return FormatFloat(PyInt.ToDouble(value), typeName);
            case '\0' or 'd' or 'n' or 'b' or 'o' or 'x' or 'X' or 'c':
                break;
            default:
                throw UnknownCode(typeName);
        }
        if (Precision >= 0)
            throw new ValueError("Precision not allowed in integer format specifier");
        if (NoNegativeZero)
            throw new ValueError("Negative zero coercion (z) not allowed in format specifier with integer format code '" + (Type == '\0' ? 'd' : Type) + "'");
        if (Type == 'c')
        {
            if (Sign != '\0')
                throw new ValueError("Sign not allowed with integer format specifier 'c'");
            if (Alternate)
                throw new ValueError("Alternate form (#) not allowed with integer format specifier 'c'");
            if (value < 0 || value > 0x10FFFF)
                throw new OverflowError("%c arg not in range(0x110000)");
            return Pad("", Str.FromCodePoint((int)value), '<');
        }
        if (Grouping == ',' && Type is 'b' or 'o' or 'x' or 'X' or 'n' || (Grouping != '\0' && Type == 'n'))
            throw new ValueError($"Cannot specify '{Grouping}' with '{Type}'.");
        var radix = Type switch { 'b' => 2, 'o' => 8, 'x' or 'X' => 16, _ => 10 };
        var digits = PyInt.Abs(value).ToText(radix);
        var prefix = Alternate && radix != 10 ? radix switch { 2 => "0b", 8 => "0o", _ => "0x" } : "";
        if (Type == 'X')
            (digits, prefix) = (digits.ToUpperInvariant(), prefix.ToUpperInvariant());
        return PadNumber(SignOf(value < 0) + prefix, digits, "", radix == 10 ? 3 : 4);
    }

    private string SignOf(bool negative) => negative ? "-" : Sign is '+' or ' ' ? Sign.ToString() : "";

    private string FormatFloat(double value, string typeName, bool shortest = false)
    {
        if (Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%' or 'n'))
            throw UnknownCode(typeName);
        if (Grouping != '\0' && Type == 'n')
            throw new ValueError($"Cannot specify '{Grouping}' with 'n'.");
        var negative = double.IsNegative(value) && !double.IsNaN(value);
        string text;
        var magnitude = Math.Abs(value);
        if (!double.IsFinite(value))
        {
            text = double.IsNaN(value) ? "nan" : "inf";
            if (Type is 'E' or 'F' or 'G')
                text = text.ToUpperInvariant();
            if (Type == '%')
                text += "%";
            var padding = this;
            return (padding with { Grouping = '\0' }).PadNumber(SignOf(negative), text, "", 3);
        }
        var precision = Precision;
        text = char.ToLowerInvariant(Type) switch
        {
            'e' => Exponent(magnitude, precision < 0 ? 6 : precision, Alternate),
            'f' => Fixed(magnitude, precision < 0 ? 6 : precision, Alternate),
            '%' => Fixed(magnitude * 100, precision < 0 ? 6 : precision, Alternate) + "%",
            'g' or 'n' => General(magnitude, precision < 0 ? 6 : precision, Alternate, false),
            _ when precision >= 0 => General(magnitude, precision, Alternate, !shortest),
            _ => shortest ? Shortened(magnitude) : PyFloat.Repr(magnitude),
        };
        if (NoNegativeZero && negative && !text.Any(c => c is >= '1' and <= '9'))
            negative = false;
        if (Type is 'E' or 'G')
            text = text.ToUpperInvariant();
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return PadNumber(SignOf(negative), text[..end], text[end..], 3);
    }

    private static string Shortened(double value)
    {
        var text = PyFloat.Repr(value);
        return text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
    }

    private string Pad(string sign, string text, char standard)
    {
        var room = Width - Str.Length(text) - sign.Length;
        if (room <= 0)
            return sign + text;
        return (Align == '\0' ? standard : Align) switch
        {
            '<' => sign + text + Str.Repeat(Fill, room),
            '^' => Str.Repeat(Fill, room / 2) + sign + text + Str.Repeat(Fill, room - (room / 2)),
            '=' => sign + Str.Repeat(Fill, room) + text,
            _ => Str.Repeat(Fill, room) + sign + text,
        };
    }

    private string PadNumber(string sign, string digits, string rest, int group)
    {
        if (Grouping == '\0')
            return Pad(sign, digits + rest, '>');
        // Zeros that pad are grouped too.
        var least = Fill == "0" && Align == '=' ? Width - sign.Length - rest.Length : 0;
        var text = new StringBuilder();
        var count = 0;
        for (var i = digits.Length - 1; i >= 0 || text.Length < least; i--)
        {
            if (count > 0 && count % group == 0)
            {
                text.Insert(0, Grouping);
            }
            text.Insert(0, i >= 0 ? digits[i] : '0');
            count++;
        }
        return Pad(sign, text + rest, '>');
    }
}
