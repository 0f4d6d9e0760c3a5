using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;
using Pytocs.Parser.Unicode;

namespace Pytocs.Parser.Lexing;

/// <summary>The values of string and bytes literals.</summary>
internal static class StringDecoder
{
    /// <summary>Decodes what stands between the quotes: a string, or a literal where there is more to say.</summary>
    public static object Decode(ReadOnlySpan<char> content, bool isBytes, bool isRaw, bool simple, bool isUnicodeMarked,
        int start, int end, int contentStart, List<LexicalError> warnings)
    {
        if (isBytes) return DecodeBytes(content, isRaw, start, end, contentStart, warnings);
        if (simple || isRaw)
        {
            var text = simple ? content.ToString() : WithLineFeeds(content);
            return isUnicodeMarked ? new StringLiteral(text, true, null) : text;
        }
        var builder = new StringBuilder(content.Length);
        LexicalError? error = null;
        ImmutableArray<int> apart = default;
        for (var i = 0; i < content.Length;)
        {
            var c = content[i++];
            if (c == '\r')
            {
                if (i < content.Length && content[i] == '\n') i++;
                builder.Append('\n');
                continue;
            }
            if (c != '\\' || i >= content.Length)
            {
                builder.Append(c);
                continue;
            }
            var length = builder.Length;
            var reason = Escape(content, ref i, builder, contentStart, warnings, out var from);
            if (length > 0 && builder.Length == length + 1 && char.IsLowSurrogate(builder[length]) && char.IsHighSurrogate(builder[length - 1]))
                apart = apart.IsDefault ? [length] : apart.Add(length);
            if (reason is null || error is not null) continue;
            var message = string.Create(CultureInfo.InvariantCulture,
                $"(unicode error) 'unicodeescape' codec can't decode bytes in position {EscapedLength(content[..from])}-{EscapedLength(content[..i]) - 1}: {reason}");
            error = new LexicalError(Catalogue.SyntaxError, message, TextSpan.FromBounds(start, end));
        }
        return isUnicodeMarked || error is not null || !apart.IsDefault
            ? new StringLiteral(builder.ToString(), isUnicodeMarked, error) { SeparateSurrogates = apart }
            : builder.ToString();
    }

    /// <summary>Text with every line end written as a line feed.</summary>
    public static string WithLineFeeds(ReadOnlySpan<char> text)
    {
        var plain = text.ToString();
        return plain.Contains('\r') ? plain.Replace("\r\n", "\n").Replace('\r', '\n') : plain;
    }

    /// <summary>The source of a replacement field, comments left out.</summary>
    public static string WithoutComments(ReadOnlySpan<char> text)
    {
        if (!text.Contains('#')) return WithLineFeeds(text);
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '#')
            {
                var length = text[i..].IndexOfAny('\n', '\r');
                if (length < 0) break;
                i += length;
            }
            builder.Append(text[i]);
        }
        return WithLineFeeds(builder.ToString());
    }

    /// <summary>Warns about a backslash before a character that needs none, once a literal.</summary>
    public static void WarnEscape(char c, int position, int literalStart, List<LexicalError> warnings)
    {
        if (c >= 128 || HasWarned(literalStart, warnings)) return;
        warnings.Add(new LexicalError(Catalogue.SyntaxWarning, $"invalid escape sequence '\\{c}'", new TextSpan(position, 2)));
    }

    private static bool HasWarned(int literalStart, List<LexicalError> warnings) =>
        warnings.Count > 0 && warnings[^1].Span.Start >= literalStart && warnings[^1].Message.Contains("escape sequence");

    /// <summary>How long CPython's decoder sees a text: with `\UXXXXXXXX` for each character beyond ASCII, and `\u005c` for a backslash before one.</summary>
    private static int EscapedLength(ReadOnlySpan<char> content)
    {
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\r' && i + 1 < content.Length && content[i + 1] == '\n' || char.IsLowSurrogate(c)) continue;
            length += c < 128 ? 1 : 10;
            if (c != '\\' || i + 1 == content.Length) continue;
            if (content[i + 1] >= 128) length += 5;
            else if (content[i + 1] == '\\') (i, length) = (i + 1, length + 1);
        }
        return length;
    }

    /// <summary>Decodes one escape; gives the reason if it cannot be decoded.</summary>
    private static string? Escape(ReadOnlySpan<char> content, ref int i, StringBuilder builder, int contentStart, List<LexicalError> warnings, out int from)
    {
        from = i - 1;
        var c = content[i++];
        switch (c)
        {
            case '\n': return null;
            case '\r':
                if (i < content.Length && content[i] == '\n') i++;
                return null;
            case 'x': return Hex(content, ref i, 2, builder, "truncated \\xXX escape");
            case 'u': return Hex(content, ref i, 4, builder, "truncated \\uXXXX escape");
            case 'U': return Hex(content, ref i, 8, builder, "truncated \\UXXXXXXXX escape");
            case 'N': return Named(content, ref i, builder);
        }
        if (SimpleEscape(c) is { } simple)
        {
            builder.Append(simple);
            return null;
        }
        if (c is >= '0' and <= '7')
        {
            var value = Octal(content, ref i, c);
            if (value > 255 && !HasWarned(contentStart, warnings)) WarnOctal(content[(from + 1)..i], contentStart + from, warnings);
            builder.Append((char)value);
            return null;
        }
        WarnEscape(c, contentStart + from, contentStart, warnings);
        builder.Append('\\').Append(c);
        return null;
    }

    private static char? SimpleEscape(char c) => c switch
    {
        '\\' => '\\',
        '\'' => '\'',
        '"' => '"',
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        'a' => '\a',
        'v' => '\v',
        _ => null,
    };

    private static int Octal(ReadOnlySpan<char> content, ref int i, char first)
    {
        var value = first - '0';
        for (var n = 0; n < 2 && i < content.Length && content[i] is >= '0' and <= '7'; n++) value = value * 8 + content[i++] - '0';
        return value;
    }

    private static void WarnOctal(ReadOnlySpan<char> digits, int position, List<LexicalError> warnings) => warnings.Add(
        new LexicalError(Catalogue.SyntaxWarning, $"invalid octal escape sequence '\\{digits}'", new TextSpan(position, digits.Length + 1)));

    private static string? Hex(ReadOnlySpan<char> content, ref int i, int digits, StringBuilder builder, string reason)
    {
        uint value = 0;
        for (var n = 0; n < digits; n++, i++)
        {
            if (i >= content.Length || !char.IsAsciiHexDigit(content[i])) return reason;
            value = value * 16 + (uint)Convert.ToInt32(content[i].ToString(), 16);
        }
        if (value > 0x10FFFF) return "illegal Unicode character";
        if (value < 0x10000) builder.Append((char)value);
        else builder.Append(char.ConvertFromUtf32((int)value));
        return null;
    }

    private static string? Named(ReadOnlySpan<char> content, ref int i, StringBuilder builder)
    {
        const string malformed = "malformed \\N character escape";
        if (i >= content.Length || content[i] != '{') return malformed;
        var length = content[i..].IndexOf('}');
        if (length < 2)
        {
            i = length < 0 ? content.Length : i + length + 1;
            return malformed;
        }
        var name = content.Slice(i + 1, length - 1).ToString();
        i += length + 1;
        if (UnicodeNames.Find(name) is not { } code) return "unknown Unicode character name";
        builder.Append(char.ConvertFromUtf32(code));
        return null;
    }

    private static StringLiteral DecodeBytes(ReadOnlySpan<char> content, bool isRaw, int start, int end, int contentStart, List<LexicalError> warnings)
    {
        var bytes = new List<byte>(content.Length);
        LexicalError? error = null;
        for (var i = 0; i < content.Length;)
        {
            var c = content[i++];
            if (c == '\r')
            {
                if (i < content.Length && content[i] == '\n') i++;
                c = '\n';
            }
            if (c >= 128)
                error ??= new LexicalError(Catalogue.SyntaxError, "bytes can only contain ASCII literal characters", TextSpan.FromBounds(start, end));
            if (c != '\\' || isRaw || i >= content.Length)
            {
                bytes.Add((byte)c);
                continue;
            }
            var from = i - 1;
            c = content[i++];
            if (c == '\n') continue;
            if (c == '\r')
            {
                if (i < content.Length && content[i] == '\n') i++;
            }
            else if (SimpleEscape(c) is { } simple)
            {
                bytes.Add((byte)simple);
            }
            else if (c is >= '0' and <= '7')
            {
                var value = Octal(content, ref i, c);
                if (value > 255 && !HasWarned(contentStart, warnings)) WarnOctal(content[(from + 1)..i], contentStart + from, warnings);
                bytes.Add((byte)value);
            }
            else if (c == 'x')
            {
                if (i + 1 < content.Length && char.IsAsciiHexDigit(content[i]) && char.IsAsciiHexDigit(content[i + 1]))
                {
                    bytes.Add(Convert.ToByte(content.Slice(i, 2).ToString(), 16));
                    i += 2;
                    continue;
                }
                error ??= new LexicalError(Catalogue.SyntaxError,
                    string.Create(CultureInfo.InvariantCulture, $"(value error) invalid \\x escape at position {from}"), TextSpan.FromBounds(start, end));
            }
            else
            {
                WarnEscape(c, contentStart + from, contentStart, warnings);
                bytes.Add((byte)'\\');
                i--;
            }
        }
        return new StringLiteral(bytes.ToArray(), false, error);
    }
}
