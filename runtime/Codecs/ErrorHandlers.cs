using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// What encoders and decoders do with what they cannot convert.
/// See <see href="https://docs.python.org/3.13/library/codecs.html#error-handlers">Error handlers</see>.
/// </summary>
internal static class ErrorHandlers
{
    /// <summary>Handlers registered by <c>codecs.register_error</c>.</summary>
    public static Dictionary<string, Any> Registered { get; } = [];

    /// <summary>Lets the handler stand in for one character that has no code in an encoding of several bytes a character.</summary>
    /// <param name="encode">Encodes what a handler gives; null if that has no code either.</param>
    /// <returns>Where encoding goes on.</returns>
    public static int EncodeOne(MemoryStream output, string errors, string codec, string text, List<int> points, int start, Func<string, byte[]?> encode)
    {
        const string reason = "illegal multibyte sequence";
        var end = start + 1;
        var replacement = Encode(errors, codec, text, points, start, ref end, reason, out var raw);
        output.Write(raw ?? encode(replacement) ?? (errors == "replace" ? "?"u8.ToArray() : throw Error(codec, replacement, 0, 1, reason)));
        return end;
    }

    /// <summary>Encodes character by character; runs of characters that do not fit go to the handler together.</summary>
    public static byte[] EncodeEach(string text, string codec, string errors, string reason, Func<int, bool> fits, Action<int, MemoryStream> write, bool oneByOne = false)
    {
        var points = Str.CodePoints(text);
        var output = new MemoryStream(points.Count);
        for (var i = 0; i < points.Count;)
        {
            if (fits(points[i]))
            {
                write(points[i++], output);
                continue;
            }
            var end = i + 1;
            while (!oneByOne && end < points.Count && !fits(points[end]))
                end++;
            var replacement = Encode(errors, codec, text, points, i, ref end, reason, out var raw);
            if (raw is not null)
            {
                output.Write(raw);
            }
            else
            {
                foreach (var c in Str.CodePoints(replacement))
                {
                    if (!fits(c))
                        throw Error(codec, text, i, end, reason);
                    write(c, output);
                }
            }
            i = end;
        }
        return output.ToArray();
    }

    private static UnicodeEncodeError Error(string codec, string text, int start, int end, string reason) => new(codec, text, start, end, reason);

    private static string Encode(string errors, string codec, string text, List<int> points, int start, ref int end, string reason, out byte[]? raw)
    {
        raw = null;
        switch (errors)
        {
            case "strict":
                throw Error(codec, text, start, end, reason);
            case "ignore":
                return "";
            case "replace":
                return new string('?', end - start);
            case "surrogateescape":
                raw = new byte[end - start];
                for (var i = start; i < end; i++)
                    raw[i - start] = points[i] is >= 0xDC80 and <= 0xDCFF ? (byte)(points[i] - 0xDC00) : throw Error(codec, text, start, end, reason);
                return "";
            case "surrogatepass" when codec.StartsWith("utf", StringComparison.Ordinal):
                raw = PassSurrogates(codec, points, start, end) ?? throw Error(codec, text, start, end, reason);
                return "";
            case "surrogatepass":
                throw Error(codec, text, start, end, reason);
        }
        var result = new StringBuilder();
        for (var i = start; i < end && errors is "backslashreplace" or "xmlcharrefreplace" or "namereplace"; i++)
            result.Append(errors switch
            {
                "xmlcharrefreplace" => $"&#{points[i]};",
                "namereplace" => Named(points[i]),
                _ => Escape(points[i]),
            });
        if (errors is "backslashreplace" or "xmlcharrefreplace" or "namereplace")
            return result.ToString();
        var answer = Custom(errors, Error(codec, text, start, end, reason));
        end = Position(answer[1], points.Count);
        if (answer[0].Ref is PyBytesBase bytes)
            raw = bytes.ToArray();
        return answer[0].Ref as string ?? "";
    }

    private static byte[]? PassSurrogates(string codec, List<int> points, int start, int end)
    {
        var output = new MemoryStream();
        for (var i = start; i < end; i++)
        {
            var c = points[i];
            if (c is < 0xD800 or > 0xDFFF)
                return null;
            if (codec is "utf-8")
                output.Write([(byte)(0xE0 | (c >> 12)), (byte)(0x80 | ((c >> 6) & 0x3F)), (byte)(0x80 | (c & 0x3F))]);
            else if (codec.StartsWith("utf-16", StringComparison.Ordinal))
                output.Write(codec.EndsWith("be", StringComparison.Ordinal) ? [(byte)(c >> 8), (byte)c] : [(byte)c, (byte)(c >> 8)]);
            else
                output.Write(codec.EndsWith("be", StringComparison.Ordinal) ? [0, 0, (byte)(c >> 8), (byte)c] : [(byte)c, (byte)(c >> 8), 0, 0]);
        }
        return output.ToArray();
    }

    /// <summary>A character as an escape that says its name, where it has one.</summary>
    public static string Named(int c) => Modules.Import("unicodedata").Invoke("name", Str.FromCodePoint(c), Any.None).Ref is string name ? $"\\N{{{name}}}" : Escape(c);

    /// <summary>A character as an escape: <c>\xe9</c>, <c>\u20ac</c>, <c>\U0001f600</c>.</summary>
    public static string Escape(int c) => c < 0x100 ? $"\\x{c:x2}" : c < 0x10000 ? $"\\u{c:x4}" : $"\\U{c:x8}";

    /// <summary>What stands for bytes that do not decode; <paramref name="next"/> is where decoding goes on.</summary>
    public static string Decode(string errors, string codec, ReadOnlySpan<byte> data, int start, int end, string reason, out int next)
    {
        next = end;
        switch (errors)
        {
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
                var lone = new StringBuilder();
                foreach (var b in data[start..end])
                    lone.Append(b >= 0x80 ? (char)(0xDC00 + b) : throw Error(codec, data, start, end, reason));
                return lone.ToString();
            case "surrogatepass":
                if (codec == "utf-8" && start + 2 < data.Length && data[start] == 0xED && data[start + 1] is >= 0xA0 and <= 0xBF && (data[start + 2] & 0xC0) == 0x80)
                {
                    next = start + 3;
                    return ((char)(0xD000 | ((data[start + 1] & 0x3F) << 6) | (data[start + 2] & 0x3F))).ToString();
                }
                if (codec.StartsWith("utf-16", StringComparison.Ordinal) && start + 1 < data.Length)
                {
                    next = start + 2;
                    return ((char)(codec.EndsWith("be", StringComparison.Ordinal) ? (data[start] << 8) | data[start + 1] : data[start] | (data[start + 1] << 8))).ToString();
                }
                if (codec.StartsWith("utf-32", StringComparison.Ordinal) && start + 3 < data.Length)
                {
                    next = start + 4;
                    var unit = codec.EndsWith("be", StringComparison.Ordinal) ? (data[start] << 24) | (data[start + 1] << 16) | (data[start + 2] << 8) | data[start + 3] : data[start] | (data[start + 1] << 8) | (data[start + 2] << 16) | (data[start + 3] << 24);
                    if (unit is >= 0xD800 and <= 0xDFFF)
                        return ((char)unit).ToString();
                }
                throw Error(codec, data, start, end, reason);
            case "strict":
                throw Error(codec, data, start, end, reason);
            case "xmlcharrefreplace" or "namereplace":
                throw new TypeError("don't know how to handle UnicodeDecodeError in error callback");
        }
        var answer = Custom(errors, Error(codec, data, start, end, reason));
        next = Position(answer[1], data.Length);
        return answer[0].Ref as string ?? throw new TypeError("decoding error handler must return (str, int) tuple");
    }

    private static UnicodeDecodeError Error(string codec, ReadOnlySpan<byte> data, int start, int end, string reason)
        => new(codec, new PyBytes(data), start, end, reason);

    private static PyTuple Custom(string errors, BaseException error)
    {
        if (!Registered.TryGetValue(errors, out var handler))
            throw new LookupError($"unknown error handler name '{errors}'");
        return handler.Call(error).Ref is PyTuple { Count: 2 } answer ? answer
            : throw new TypeError($"{(error is UnicodeEncodeError ? "encoding error handler must return (str/bytes, int) tuple" : "decoding error handler must return (str, int) tuple")}");
    }

    private static int Position(Any given, int length)
    {
        var position = Operators.Index(given);
        if (position < 0)
            position += length;
        return position >= 0 && position <= length ? (int)position : throw new IndexError($"position {Operators.Str(given)} from error handler out of bounds");
    }
}
