using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pytocs.Lowering.Tree;

namespace Pytocs.Emit;

/// <summary>Literals, with the spelling a person would choose.</summary>
internal static class Literals
{
    public static void Emit(LowLiteral literal, CSharpWriter writer)
    {
        switch (literal.Value)
        {
            case string text:
                writer.Write('"').Escaped(text).Write('"');
                break;
            case char c:
                writer.Write('\'').Write(Character(c)).Write('\'');
                break;
            default:
                writer.Write(Plain(literal));
                break;
        }
    }

    private static string Plain(LowLiteral literal) => literal.Value switch
    {
        null => "null",
        true => "true",
        false => "false",
        int i => Integer(i, literal.Spelling),
        long l => Integer(l, literal.Spelling),
        double d => Double(d),
        var other => throw new UnreachableException(other.GetType().Name),
    };

    private static string Integer(long value, string? spelling)
        => value == long.MinValue ? "long.MinValue"
            : value < 0 || spelling is null ? value.ToString(CultureInfo.InvariantCulture) : spelling;

    private static string Double(double value)
    {
        if (double.IsNaN(value))
            return "double.NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) || text.Contains('E', StringComparison.Ordinal) ? text : text + ".0";
    }

    private static string Character(char c) => c switch
    {
        '\'' => "\\'",
        '"' => "\"",
        _ => Escape(c.ToString()),
    };

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        Escape(text, value);
        return text.ToString();
    }

    /// <summary>The inside of a regular string literal.</summary>
    public static void Escape(StringBuilder text, string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\0' when i + 1 == value.Length || !char.IsAsciiHexDigit(value[i + 1]): text.Append("\\0"); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                        text.Append(c).Append(value[++i]);
                    else if (c is >= ' ' and <= '~' || IsPlain(c))
                        text.Append(c);
                    else
                        text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    break;
            }
        }
    }

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpaceSeparator);
}
