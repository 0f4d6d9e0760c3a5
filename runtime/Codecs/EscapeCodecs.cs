using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary><c>unicode_escape</c> and <c>raw_unicode_escape</c>.</summary>
internal static class EscapeCodecs
{
    public static byte[] Encode(string text)
    {
        var result = new StringBuilder();
        foreach (var c in Str.CodePoints(text))
            result.Append(c switch
            {
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                >= ' ' and < 0x7f => ((char)c).ToString(),
                _ => ErrorHandlers.Escape(c),
            });
        return Buffers.FromLatin1(result.ToString());
    }

    public static byte[] EncodeRaw(string text)
    {
        var result = new StringBuilder();
        foreach (var c in Str.CodePoints(text))
            result.Append(c < 0x100 ? ((char)c).ToString() : ErrorHandlers.Escape(c));
        return Buffers.FromLatin1(result.ToString());
    }

    /// <summary>Decodes what is complete, or all where nothing follows; <paramref name="used"/> is how many bytes that was.</summary>
    public static string Decode(ReadOnlySpan<byte> data, string errors, bool raw, bool final, out int used)
    {
        var text = new StringBuilder();
        used = data.Length;
        for (var i = 0; i < data.Length;)
        {
            if (!final && IsCut(data[i..], raw))
            {
                used = i;
                break;
            }
            if (data[i] != '\\' || (raw && !(i + 1 < data.Length && data[i + 1] is (byte)'u' or (byte)'U')))
            {
                text.Append((char)data[i++]);
                continue;
            }
            if (i + 1 >= data.Length)
            {
                text.Append(ErrorHandlers.Decode(errors, "unicodeescape", data, i, i + 1, "\\ at end of string", out i));
                continue;
            }
            var kind = (char)data[i + 1];
            var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (digits > 0)
                text.Append(Coded(data, ref i, digits, raw ? "rawunicodeescape" : "unicodeescape", errors));
            else if (kind == 'N')
                text.Append(Named(data, ref i, errors));
            else if (kind is >= '0' and <= '7')
                text.Append(Octal(data, ref i));
            else
            {
                const string letters = "\n\\'\"abfnrtv", values = "\0\\'\"\a\b\f\n\r\t\v";
                var at = letters.IndexOf(kind, StringComparison.Ordinal);
                if (at < 0)
                    text.Append('\\').Append(kind);
                else if (at > 0)
                    text.Append(values[at]);
                i += 2;
            }
        }
        return text.ToString();
    }

    /// <summary>Whether the data begin with an escape that may go on behind them.</summary>
    private static bool IsCut(ReadOnlySpan<byte> data, bool raw)
    {
        if (data[0] != '\\')
            return false;
        if (data.Length == 1)
            return true;
        var digits = (char)data[1] switch { 'x' when !raw => 2, 'u' => 4, 'U' => 8, 'N' when !raw => -1, _ => 0 };
        if (digits < 0)
            return data.Length == 2 || (data[2] == '{' && !data.Contains((byte)'}'));
        if (digits > 0)
            return data.Length < 2 + digits && !data[2..].ContainsAnyExcept("0123456789abcdefABCDEF"u8);
        return !raw && data[1] is >= (byte)'0' and <= (byte)'7' && data.Length < 4 && !data[1..].ContainsAnyExceptInRange((byte)'0', (byte)'7');
    }

    private static string Coded(ReadOnlySpan<byte> data, ref int i, int digits, string codec, string errors)
    {
        var end = i + 2;
        while (end < data.Length && end < i + 2 + digits && char.IsAsciiHexDigit((char)data[end]))
            end++;
        if (end == i + 2 + digits)
        {
            var code = uint.Parse(Buffers.ToLatin1(data[(i + 2)..end]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (code <= 0x10FFFF)
            {
                i = end;
                return Str.FromCodePoint((int)code);
            }
            return ErrorHandlers.Decode(errors, codec, data, i, end, "illegal Unicode character", out i);
        }
        var pattern = digits switch { 2 => "\\xXX", 4 => "\\uXXXX", _ => "\\UXXXXXXXX" };
        return ErrorHandlers.Decode(errors, codec, data, i, end, $"truncated {pattern} escape", out i);
    }

    /// <summary>A character by its name: <c>\N{...}</c>.</summary>
    private static string Named(ReadOnlySpan<byte> data, ref int i, string errors)
    {
        var close = i + 2 < data.Length && data[i + 2] == '{' ? data[i..].IndexOf((byte)'}') : -1;
        if (close < 0)
        {
            var end = i + 2 < data.Length && data[i + 2] == '{' ? data.Length : i + 2;
            return ErrorHandlers.Decode(errors, "unicodeescape", data, i, end, "malformed \\N character escape", out i);
        }
        try
        {
            var found = Modules.Import("unicodedata").Invoke("lookup", Buffers.ToLatin1(data[(i + 3)..(i + close)]));
            i += close + 1;
            return Operators.Str(found);
        }
        catch (KeyError)
        {
            return ErrorHandlers.Decode(errors, "unicodeescape", data, i, i + close + 1, "unknown Unicode character name", out i);
        }
    }

    private static char Octal(ReadOnlySpan<byte> data, ref int i)
    {
        var value = 0;
        var end = i + 1;
        for (; end < data.Length && end < i + 4 && data[end] is >= (byte)'0' and <= (byte)'7'; end++)
            value = (value * 8) + data[end] - '0';
        i = end;
        return (char)value;
    }
}
