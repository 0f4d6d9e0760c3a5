using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Pytocs.Parser.Unicode;

namespace Pytocs.Parser.Dump;

using Pytocs.Parser.Ast;

/// <summary>Values of literals as Python's `repr` writes them.</summary>
public static class PythonRepr
{
    /// <summary>The text of a value.</summary>
    public static string Of(object? value)
    {
        var builder = new StringBuilder();
        WriteValue(builder, value);
        return builder.ToString();
    }

    internal static void WriteValue(StringBuilder output, object? value, ImmutableArray<int> apart = default)
    {
        switch (value)
        {
            case null: output.Append("None"); break;
            case bool flag: output.Append(flag ? "True" : "False"); break;
            case BigInteger integer: output.Append(integer.ToString(CultureInfo.InvariantCulture)); break;
            case double number: output.Append(Float(number, addPoint: true)); break;
            case Complex complex: output.Append(Float(complex.Imaginary, addPoint: false)).Append('j'); break;
            case string text: Write(output, text, apart); break;
            case byte[] bytes: Write(output, bytes); break;
            case EllipsisValue: output.Append("Ellipsis"); break;
            default: output.Append(value); break;
        }
    }

    internal static void Write(StringBuilder output, string text, ImmutableArray<int> apart = default)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        output.Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= ' ' && c < 127)
            {
                if (c == quote || c == '\\') output.Append('\\');
                output.Append(c);
                continue;
            }
            var code = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
                && (apart.IsDefault || !apart.Contains(i + 1))
                ? char.ConvertToUtf32(c, text[++i])
                : c;
            WriteSpecial(output, code);
        }
        output.Append(quote);
    }

    private static void WriteSpecial(StringBuilder output, int code)
    {
        switch (code)
        {
            case '\n': output.Append("\\n"); return;
            case '\r': output.Append("\\r"); return;
            case '\t': output.Append("\\t"); return;
        }
        if (code >= 128 && code is not (>= 0xD800 and < 0xE000) && Identifiers.IsPrintable(code)) output.Append(char.ConvertFromUtf32(code));
        else if (code < 0x100) output.Append(CultureInfo.InvariantCulture, $"\\x{code:x2}");
        else if (code < 0x10000) output.Append(CultureInfo.InvariantCulture, $"\\u{code:x4}");
        else output.Append(CultureInfo.InvariantCulture, $"\\U{code:x8}");
    }

    private static void Write(StringBuilder output, byte[] bytes)
    {
        var quote = bytes.Contains((byte)'\'') && !bytes.Contains((byte)'"') ? '"' : '\'';
        output.Append('b').Append(quote);
        foreach (var b in bytes)
        {
            switch (b)
            {
                case (byte)'\n': output.Append("\\n"); break;
                case (byte)'\r': output.Append("\\r"); break;
                case (byte)'\t': output.Append("\\t"); break;
                case < 32 or >= 127: output.Append(CultureInfo.InvariantCulture, $"\\x{b:x2}"); break;
                default:
                    if (b == quote || b == '\\') output.Append('\\');
                    output.Append((char)b);
                    break;
            }
        }
        output.Append(quote);
    }

    /// <summary>The shortest text that reads back as the same number, in Python's form.</summary>
    private static string Float(double value, bool addPoint)
    {
        if (double.IsPositiveInfinity(value)) return "inf";
        if (double.IsNegativeInfinity(value)) return "-inf";
        if (double.IsNaN(value)) return "nan";
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var negative = shortest.StartsWith('-');
        var mantissa = (negative ? shortest[1..] : shortest).Split('E')[0];
        var digits = mantissa.Replace(".", "").TrimStart('0').TrimEnd('0');
        var sign = negative ? "-" : "";
        if (digits.Length == 0) return sign + (addPoint ? "0.0" : "0");
        var exponent = Exponent(shortest, mantissa);
        if (exponent is < -4 or >= 16)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }
        if (exponent < 0) return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        if (digits.Length > exponent + 1) return $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
        return $"{sign}{digits}{new string('0', exponent + 1 - digits.Length)}{(addPoint ? ".0" : "")}";
    }

    /// <summary>The decimal exponent of the first significant digit.</summary>
    private static int Exponent(string shortest, string mantissa)
    {
        var e = shortest.IndexOf('E');
        var scale = e < 0 ? 0 : int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        if (whole.TrimStart('0').Length > 0) return scale + whole.TrimStart('0').Length - 1;
        var zeros = mantissa.Length - point - 1 - mantissa[(point + 1)..].TrimStart('0').Length;
        return scale - zeros - 1;
    }
}
