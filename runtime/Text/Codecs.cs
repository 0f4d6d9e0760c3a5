using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Text encodings. See <see href="https://docs.python.org/3.13/library/codecs.html#standard-encodings">standard encodings</see>.</summary>
internal static class Codecs
{
    private static string Normalise(string encoding) => encoding.ToLowerInvariant().Replace('_', '-').Replace(' ', '-') switch
    {
        "utf8" or "utf-8" or "u8" or "cp65001" => "utf-8",
        "ascii" or "us-ascii" or "646" => "ascii",
        "latin-1" or "latin1" or "iso-8859-1" or "iso8859-1" or "l1" or "8859" or "cp819" => "latin-1",
        "utf-8-sig" or "utf8-sig" => "utf-8-sig",
        "utf16" or "utf-16" => "utf-16",
        "utf-16le" or "utf-16-le" => "utf-16-le",
        "utf-16be" or "utf-16-be" => "utf-16-be",
        "utf32" or "utf-32" => "utf-32",
        "utf-32le" or "utf-32-le" => "utf-32-le",
        "utf-32be" or "utf-32-be" => "utf-32-be",
        "cp1252" or "windows-1252" or "1252" => "cp1252",
        _ => throw new LookupError($"unknown encoding: {encoding}"),
    };

    public static byte[] Encode(string text, string encoding, string errors)
    {
        var name = Normalise(encoding);
        var result = new List<byte>(text.Length + 4);
        if (name is "utf-16")
            result.AddRange([0xff, 0xfe]);
        else if (name is "utf-32")
            result.AddRange([0xff, 0xfe, 0, 0]);
        else if (name is "utf-8-sig")
            result.AddRange([0xef, 0xbb, 0xbf]);
        if (name is "utf-8" && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return Encoding.UTF8.GetBytes(text);
        var points = Str.CodePoints(text);
        for (var i = 0; i < points.Count; i++)
        {
            if (TryEncode(points[i], name, result))
                continue;
            var end = i + 1;
            while (end < points.Count && !TryEncode(points[end], name, []))
                end++;
            var (reason, label) = Reason(name);
            var replacement = Handle(errors, points, i, end, () => new UnicodeEncodeError(label, text, i, end, reason), result);
            if (replacement is not null)
                foreach (var code in Str.CodePoints(replacement))
                    TryEncode(code, name, result);
            i = end - 1;
        }
        return [.. result];
    }

    private static (string Reason, string Label) Reason(string name) => name switch
    {
        "ascii" => ("ordinal not in range(128)", "ascii"),
        "latin-1" => ("ordinal not in range(256)", "latin-1"),
        "cp1252" => ("character maps to <undefined>", "charmap"),
        _ => ("surrogates not allowed", name is "utf-8-sig" ? "utf-8" : name),
    };

    private static bool TryEncode(int code, string name, List<byte> result)
    {
        switch (name)
        {
            case "ascii":
                if (code >= 128)
                    return false;
                result.Add((byte)code);
                return true;
            case "latin-1":
                if (code >= 256)
                    return false;
                result.Add((byte)code);
                return true;
            case "cp1252":
                var index = code < 0x80 || code is >= 0xa0 and < 0x100 ? code : 0x80 + Cp1252.IndexOf((char)code, StringComparison.Ordinal);
                if (index < 0x80 && code >= 0x80 || code > 0xffff)
                    return false;
                result.Add((byte)index);
                return true;
        }
        if (code is >= 0xd800 and <= 0xdfff)
            return false;
        var text = Str.FromCodePoint(code);
        result.AddRange(name switch
        {
            "utf-16" or "utf-16-le" => Encoding.Unicode.GetBytes(text),
            "utf-16-be" => Encoding.BigEndianUnicode.GetBytes(text),
            "utf-32" or "utf-32-le" => BitConverter.GetBytes(code),
            "utf-32-be" => [.. BitConverter.GetBytes(code).Reverse()],
            _ => Encoding.UTF8.GetBytes(text),
        });
        return true;
    }

    private const string Cp1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <summary>What stands for characters that cannot be encoded; null when the handler wrote bytes itself.</summary>
    private static string? Handle(string errors, List<int> points, int start, int end, Func<BaseException> error, List<byte> raw)
    {
        var bad = points.GetRange(start, end - start);
        switch (errors)
        {
            case "strict":
                throw error();
            case "ignore":
                return "";
            case "replace":
                return new string('?', bad.Count);
            case "backslashreplace":
                return string.Concat(bad.Select(c => c < 0x100 ? $"\\x{c:x2}" : c < 0x10000 ? $"\\u{c:x4}" : $"\\U{c:x8}"));
            case "xmlcharrefreplace":
                return string.Concat(bad.Select(c => string.Create(CultureInfo.InvariantCulture, $"&#{c};")));
            case "surrogateescape" when bad.TrueForAll(c => c is >= 0xdc80 and <= 0xdcff):
                raw.AddRange(bad.Select(c => (byte)(c - 0xdc00)));
                return null;
            case "surrogatepass" when bad.TrueForAll(c => c is >= 0xd800 and <= 0xdfff):
                foreach (var c in bad)
                    raw.AddRange([(byte)(0xe0 | (c >> 12)), (byte)(0x80 | ((c >> 6) & 0x3f)), (byte)(0x80 | (c & 0x3f))]);
                return null;
            case "surrogateescape" or "surrogatepass":
                throw error();
            default:
                throw new LookupError($"unknown error handler name '{errors}'");
        }
    }

    public static string Decode(ReadOnlySpan<byte> data, string encoding, string errors)
    {
        var name = Normalise(encoding);
        switch (name)
        {
            case "latin-1":
                return Encoding.Latin1.GetString(data);
            case "utf-8-sig":
                return Utf8(data.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? data[3..] : data, errors);
            case "utf-8":
                return Utf8(data, errors);
            case "ascii":
                return Single(data, errors, "ascii", static b => b < 128 ? (char)b : null, "ordinal not in range(128)");
            case "cp1252":
                return Single(data, errors, "charmap", static b => b is < 0x80 or >= 0xa0 ? (char)b : Cp1252[b - 0x80] == b ? null : Cp1252[b - 0x80], "character maps to <undefined>");
            case "utf-16":
                if (data.Length >= 2 && data[0] == 0xfe && data[1] == 0xff)
                    return Wide(data[2..], "utf-16-be", errors);
                return Wide(data.Length >= 2 && data[0] == 0xff && data[1] == 0xfe ? data[2..] : data, "utf-16-le", errors);
            case "utf-32":
                return Wide(data.Length >= 4 && data[0] == 0xff && data[1] == 0xfe && data[2] == 0 && data[3] == 0 ? data[4..] : data, "utf-32-le", errors);
            default:
                return Wide(data, name, errors);
        }
    }

    private static string Single(ReadOnlySpan<byte> data, string errors, string label, Func<byte, char?> map, string reason)
    {
        var text = new StringBuilder(data.Length);
        for (var i = 0; i < data.Length; i++)
        {
            if (map(data[i]) is { } c)
                text.Append(c);
            else
                text.Append(HandleDecode(errors, data, i, i + 1, label, reason));
        }
        return text.ToString();
    }

    private static string HandleDecode(string errors, ReadOnlySpan<byte> data, int start, int end, string label, string reason)
    {
        switch (errors)
        {
            case "strict" or "surrogatepass":
                throw new UnicodeDecodeError(label, new PyBytes(data.ToArray()), start, end, reason);
            case "ignore":
                return "";
            case "replace":
                return "\ufffd";
            case "backslashreplace":
                var escaped = new StringBuilder();
                foreach (var b in data[start..end])
                    escaped.Append(CultureInfo.InvariantCulture, $"\\x{b:x2}");
                return escaped.ToString();
            case "surrogateescape":
                var text = new StringBuilder();
                foreach (var b in data[start..end])
                    text.Append((char)(0xdc00 + b));
                return text.ToString();
            default:
                throw new LookupError($"unknown error handler name '{errors}'");
        }
    }

    private static string Utf8(ReadOnlySpan<byte> data, string errors)
    {
        if (System.Text.Unicode.Utf8.IsValid(data))
            return Encoding.UTF8.GetString(data);
        var text = new StringBuilder(data.Length);
        for (var i = 0; i < data.Length;)
        {
            var status = Rune.DecodeFromUtf8(data[i..], out var rune, out var used);
            if (status == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune.ToString());
                i += used;
                continue;
            }
            var lead = data[i];
            var reason = status == System.Buffers.OperationStatus.NeedMoreData ? "unexpected end of data"
                : lead is < 0xc2 or > 0xf4 ? "invalid start byte" : "invalid continuation byte";
            text.Append(HandleDecode(errors, data, i, i + used, "utf-8", reason));
            i += used;
        }
        return text.ToString();
    }

    private static string Wide(ReadOnlySpan<byte> data, string name, string errors)
    {
        var unit = name.StartsWith("utf-16", StringComparison.Ordinal) ? 2 : 4;
        var big = name.EndsWith("be", StringComparison.Ordinal);
        var text = new StringBuilder();
        var i = 0;
        for (; i + unit <= data.Length; i += unit)
        {
            if (unit == 2)
            {
                text.Append((char)(big ? (data[i] << 8) | data[i + 1] : data[i] | (data[i + 1] << 8)));
                continue;
            }
            var code = big ? (data[i] << 24) | (data[i + 1] << 16) | (data[i + 2] << 8) | data[i + 3] : data[i] | (data[i + 1] << 8) | (data[i + 2] << 16) | (data[i + 3] << 24);
            text.Append(code is >= 0 and <= 0x10ffff ? Str.FromCodePoint(code) : HandleDecode(errors, data, i, i + 4, name, "code point not in range(0x110000)"));
        }
        if (i < data.Length)
            text.Append(HandleDecode(errors, data, i, data.Length, name, "truncated data"));
        return text.ToString();
    }
}
