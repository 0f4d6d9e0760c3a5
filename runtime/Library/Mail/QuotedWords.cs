using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Quoted-printable of headers and bodies: the modules <c>email.quoprimime</c> and <c>email.base64mime</c>.</summary>
internal static class QuotedWords
{
    private static bool IsHeaderSafe(int b) => b < 0x80 && (char.IsAsciiLetterOrDigit((char)b) || b is '-' or '!' or '*' or '+' or '/');

    private static bool IsBodySafe(int c) => c is >= ' ' and <= '~' and not '=' or '\t';

    private static string Quote(int b) => $"={b:X2}";

    public static int HeaderLength(ReadOnlySpan<byte> data)
    {
        var length = 0;
        foreach (var b in data)
            length += IsHeaderSafe(b) || b == ' ' ? 1 : 3;
        return length;
    }

    public static int Base64Length(ReadOnlySpan<byte> data) => (data.Length + 2) / 3 * 4;

    /// <summary>An encoded word: <c>=?charset?q?text?=</c>.</summary>
    public static string HeaderEncode(ReadOnlySpan<byte> data, string charset)
    {
        if (data.IsEmpty)
            return "";
        var text = new StringBuilder();
        foreach (var b in data)
            text.Append(b == ' ' ? "_" : IsHeaderSafe(b) ? ((char)b).ToString() : Quote(b));
        return $"=?{charset}?q?{text}?=";
    }

    /// <summary>An encoded word: <c>=?charset?b?text?=</c>.</summary>
    public static string HeaderEncode64(ReadOnlySpan<byte> data, string charset) => data.IsEmpty ? "" : $"=?{charset}?b?{Convert.ToBase64String(data)}?=";

    public static string HeaderDecode(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                result.Append((char)Convert.ToInt32(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                result.Append(text[i] == '_' ? ' ' : text[i]);
            }
        }
        return result.ToString();
    }

    /// <summary>A body of characters that stand for bytes, in lines of limited length.</summary>
    public static string BodyEncode(string body, int maxLength = 76, string end = "\n")
    {
        if (maxLength < 4)
            throw new ValueError("maxlinelen must be at least 4");
        if (body.Length == 0)
            return body;
        // Ends of lines stay, whatever they are.
        var quoted = new StringBuilder();
        foreach (var c in body)
            quoted.Append(c is '\r' or '\n' || IsBodySafe(c) ? c.ToString() : Quote(c));
        var lines = new List<string>();
        foreach (var one in Str.SplitLines(quoted.ToString(), keepends: false))
        {
            var line = (string)one;
            var start = 0;
            while (start < line.Length - 1 - (maxLength - 1))
            {
                var stop = start + maxLength - 1;
                if (line[stop - 2] == '=')
                {
                    lines.Add(line[start..(stop - 1)]);
                    start = stop - 2;
                }
                else if (line[stop - 1] == '=')
                {
                    lines.Add(line[start..stop]);
                    start = stop - 1;
                }
                else
                {
                    lines.Add(line[start..stop] + "=");
                    start = stop;
                }
            }
            AddEnd(lines, line, start, maxLength);
        }
        if (body[^1] is '\r' or '\n')
            lines.Add("");
        return string.Join(end, lines);
    }

    /// <summary>The end of a line; a blank there is quoted.</summary>
    private static void AddEnd(List<string> lines, string line, int start, int maxLength)
    {
        if (line.Length == 0 || line[^1] is not (' ' or '\t'))
        {
            lines.Add(line[start..]);
            return;
        }
        var room = start - (line.Length - 1 - maxLength);
        if (room >= 3)
        {
            lines.Add(line[start..^1] + Quote(line[^1]));
        }
        else if (room == 2)
        {
            lines.Add(line[start..] + "=");
            lines.Add("");
        }
        else
        {
            lines.Add(line[start..^1] + "=");
            lines.Add(Quote(line[^1]));
        }
    }

    public static string Decode(string encoded, string end = "\n")
    {
        var result = new StringBuilder();
        foreach (var one in Str.SplitLines(encoded, keepends: false))
        {
            var line = ((string)one).TrimEnd(' ', '\t', '\v', '\f', '\r', '\n');
            if (line.Length == 0)
            {
                result.Append(end);
                continue;
            }
            for (var i = 0; i < line.Length;)
            {
                if (line[i] != '=')
                {
                    result.Append(line[i++]);
                }
                else if (i + 1 == line.Length)
                {
                    i++;
                    break;
                }
                else if (i + 2 < line.Length && char.IsAsciiHexDigit(line[i + 1]) && char.IsAsciiHexDigit(line[i + 2]))
                {
                    result.Append((char)Convert.ToInt32(line.Substring(i + 1, 2), 16));
                    i += 3;
                }
                else
                {
                    result.Append(line[i++]);
                }
            }
            if (line[^1] != '=')
                result.Append(end);
        }
        var text = result.ToString();
        return encoded.Length > 0 && encoded[^1] is not ('\r' or '\n') && text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;
    }

    /// <summary>Base64 in lines of limited length.</summary>
    public static string BodyEncode64(ReadOnlySpan<byte> data, int maxLength = 76, string end = "\n")
    {
        var result = new StringBuilder();
        var step = maxLength * 3 / 4;
        for (var i = 0; i < data.Length; i += step)
            result.Append(Convert.ToBase64String(data[i..Math.Min(i + step, data.Length)])).Append(end);
        return result.ToString();
    }

    private static byte[] Bytes(Any value, string charset) => value.Ref is string text ? Codecs.Encode(text, charset) : Buffers.Of(value).ToArray();

    public static PyModule Build() => new PyModule("email.quoprimime")
        .Function("header_length", "bytearray", static a => HeaderLength(Buffers.Of(a[0])))
        .Function("body_length", "bytearray", static a => Buffers.Of(a[0]).ToArray().Sum(static b => IsBodySafe(b) || b is (byte)'\r' or (byte)'\n' ? 1 : 3))
        .Function("header_check", "octet", static a => !IsHeaderSafe((int)Lib.Int(a[0])))
        .Function("body_check", "octet", static a => !IsBodySafe((int)Lib.Int(a[0])))
        .Function("header_encode", "header_bytes, charset='iso-8859-1'", static a => HeaderEncode(Buffers.Of(a[0]), Lib.Text(a[1])))
        .Function("header_decode", "s", static a => HeaderDecode(Lib.Text(a[0])))
        .Function("body_encode", "body, maxlinelen=76, eol='\n'", static a => BodyEncode(Lib.Text(a[0]), (int)Lib.Int(a[1]), Lib.Text(a[2])))
        .Function("decode", "encoded, eol='\n'", static a => Decode(Lib.Text(a[0]), Lib.Text(a[1])))
        .Function("quote", "c", static a => Quote(Lib.Text(a[0])[0]))
        .Function("unquote", "s", static a => ((char)Convert.ToInt32(Lib.Text(a[0])[1..3], 16)).ToString());

    public static PyModule Build64() => new PyModule("email.base64mime")
        .Function("header_length", "bytearray", static a => (Operators.Len(a[0]) + 2) / 3 * 4)
        .Function("header_encode", "header_bytes, charset='iso-8859-1'", static a => HeaderEncode64(Bytes(a[0], Operators.Str(a[1])), Operators.Str(a[1])))
        .Function("body_encode", "s, maxlinelen=76, eol='\n'", static a => BodyEncode64(Bytes(a[0], "ascii"), (int)Lib.Int(a[1]), Lib.Text(a[2])))
        .Function("decode", "string", static a => !a[0].Truth ? PyBytes.Wrap([]) : Modules.Import("binascii").Invoke("a2b_base64", a[0].Ref is string s ? new PyBytes(Codecs.Encode(s, "raw-unicode-escape")) : a[0]));
}
