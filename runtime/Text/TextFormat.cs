using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>The formatting operators of str: <c>%</c>, <c>format</c>, <c>format_map</c>.</summary>
public static class TextFormat
{
    /// <summary><c>format % args</c> of a str.</summary>
    /// <exception cref="TypeError">The arguments do not fit.</exception>
    public static string Percent(string format, Any args) => new PercentFormatter(format, args, isBytes: false).Run();

    /// <summary><c>format % args</c> of bytes.</summary>
    public static byte[] Percent(ReadOnlySpan<byte> format, Any args)
        => Buffers.FromLatin1(new PercentFormatter(Buffers.ToLatin1(format), args, isBytes: true).Run());

    /// <summary><c>text.format(*args, **keywords)</c>.</summary>
    public static string Format(string text, PyTuple args, Any keywords) => new FieldFormatter(args, keywords).Run(text, 2);

    /// <summary><c>text.format_map(mapping)</c>.</summary>
    public static string FormatMap(string text, Any mapping) => new FieldFormatter(null, mapping).Run(text, 2);
}

/// <summary>Replaces the fields of <c>str.format</c>. See <see href="https://docs.python.org/3.13/library/string.html#format-string-syntax">Format strings</see>.</summary>
internal sealed class FieldFormatter(PyTuple? args, Any keywords)
{
    private int _auto;
    private bool? _automatic;

    public string Run(string text, int depth)
    {
        if (depth <= 0)
            throw new ValueError("Max string recursion exceeded");
        var result = new StringBuilder();
        foreach (var part in FieldParser.Parts(text))
        {
            result.Append(part.Literal);
            if (part.Name is null)
                continue;
            var value = Resolve(part.Name);
            value = part.Conversion switch
            {
                '\0' => value,
                'r' => Operators.Repr(value),
                's' => Operators.Str(value),
                'a' => Operators.Ascii(value),
                > ' ' and < '\x7f' and var c => throw new ValueError($"Unknown conversion specifier {c}"),
                var c => throw new ValueError($"Unknown conversion specifier \\x{(int)c:x}"),
            };
            var spec = part.Nested ? Run(part.Spec, depth - 1) : part.Spec;
            result.Append(Operators.Format(value, spec));
        }
        return result.ToString();
    }

    private Any Resolve(string field)
    {
        var (first, steps) = field.Length == 0 ? (field, []) : FieldParser.Split(field);
        Any value;
        if (first.Length == 0)
        {
            if (_automatic == false)
                throw new ValueError("cannot switch from manual field specification to automatic field numbering");
            _automatic = true;
            value = Positional(_auto++);
        }
        else if (first.All(char.IsAsciiDigit))
        {
            if (!long.TryParse(first, System.Globalization.CultureInfo.InvariantCulture, out var place))
                throw new ValueError("Too many decimal digits in format string");
            if (_automatic == true)
                throw new ValueError("cannot switch from automatic field numbering to manual field specification");
            _automatic = false;
            value = Positional(place);
        }
        else
        {
            value = Operators.GetItem(keywords, first);
        }
        foreach (var (isAttribute, name) in steps)
        {
            if (isAttribute)
                value = Operators.GetAttr(value, name);
            else
                value = Operators.GetItem(value, !name.All(char.IsAsciiDigit) ? name
                    : long.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out var index) ? index : throw new ValueError("Too many decimal digits in format string"));
        }
        return value;
    }

    private Any Positional(long index)
    {
        if (args is null)
            throw new ValueError("Format string contains positional fields");
        return index < args.Count ? args[(int)index] : throw new IndexError($"Replacement index {index} out of range for positional args tuple");
    }
}

/// <summary>One piece of a format string: literal text, then a field or nothing.</summary>
internal readonly record struct FieldPart(string Literal, string? Name, string Spec, char Conversion, bool Nested);

/// <summary>Splits format strings as CPython's MarkupIterator does.</summary>
internal static class FieldParser
{
    private const int MostKept = 256;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, FieldPart[]> s_kept = new(StringComparer.Ordinal);

    /// <summary>The pieces of a format string, kept for the next time; those of one with an error as far as they go.</summary>
    public static IEnumerable<FieldPart> Parts(string text)
    {
        if (s_kept.TryGetValue(text, out var kept))
            return kept;
        try
        {
            kept = [.. Parse(text)];
        }
        catch (ValueError)
        {
            return Parse(text);
        }
        if (s_kept.Count < MostKept)
            s_kept[text] = kept;
        return kept;
    }

    public static IEnumerable<FieldPart> Parse(string text)
    {
        var i = 0;
        while (i < text.Length)
        {
            var literal = new StringBuilder();
            var (field, escaped) = (false, false);
            while (!escaped && i < text.Length)
            {
                var c = text[i++];
                if (c is not ('{' or '}'))
                {
                    literal.Append(c);
                    continue;
                }
                if (i < text.Length && text[i] == c)
                {
                    // A doubled brace ends a part of its own, as Formatter.parse shows.
                    literal.Append(c);
                    i++;
                    escaped = true;
                    continue;
                }
                if (c == '}')
                    throw new ValueError("Single '}' encountered in format string");
                if (i >= text.Length)
                    throw new ValueError("Single '{' encountered in format string");
                field = true;
                break;
            }
            if (!field)
            {
                yield return new FieldPart(literal.ToString(), null, "", '\0', false);
                continue;
            }
            yield return Field(text, ref i, literal.ToString());
        }
    }

    private static FieldPart Field(string text, ref int i, string literal)
    {
        var start = i;
        var c = '\0';
        while (i < text.Length)
        {
            c = text[i++];
            if (c == '{')
                throw new ValueError("unexpected '{' in field name");
            if (c == '[')
            {
                while (i < text.Length && text[i] != ']')
                    i++;
                continue;
            }
            if (c is '}' or ':' or '!')
                break;
        }
        if (c is not ('}' or ':' or '!'))
            throw new ValueError("expected '}' before end of string");
        var name = text[start..(i - 1)];
        if (c == '}')
            return new FieldPart(literal, name, "", '\0', false);
        var conversion = '\0';
        if (c == '!')
        {
            if (i >= text.Length)
                throw new ValueError("end of string while looking for conversion specifier");
            conversion = text[i++];
            if (i < text.Length)
            {
                c = text[i++];
                if (c == '}')
                    return new FieldPart(literal, name, "", conversion, false);
                if (c != ':')
                    throw new ValueError("expected ':' after conversion specifier");
            }
        }
        var begin = i;
        var depth = 1;
        var nested = false;
        for (; i < text.Length; i++)
        {
            if (text[i] == '{')
            {
                nested = true;
                depth++;
            }
            else if (text[i] == '}' && --depth == 0)
            {
                return new FieldPart(literal, name, text[begin..i++], conversion, nested);
            }
        }
        throw new ValueError("unmatched '{' in format spec");
    }

    /// <summary>A field name as its first part and the attribute and item steps after it, read as they are taken.</summary>
    public static (string First, IEnumerable<(bool IsAttribute, string Name)> Steps) Split(string field)
    {
        var i = field.AsSpan().IndexOfAny('.', '[');
        return i < 0 ? (field, []) : (field[..i], Steps(field, i));
    }

    private static IEnumerable<(bool IsAttribute, string Name)> Steps(string field, int i)
    {
        while (i < field.Length)
        {
            var isAttribute = field[i] == '.';
            if (!isAttribute && field[i] != '[')
                throw new ValueError("Only '.' or '[' may follow ']' in format field specifier");
            i++;
            var length = isAttribute ? field.AsSpan(i).IndexOfAny('.', '[') : field.AsSpan(i).IndexOf(']');
            if (length < 0 && !isAttribute)
                throw new ValueError("Missing ']' in format string");
            var name = length < 0 ? field[i..] : field.Substring(i, length);
            if (name.Length == 0)
                throw new ValueError("Empty attribute in format string");
            yield return (isAttribute, name);
            i += name.Length + (isAttribute ? 0 : 1);
        }
    }
}
