using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Bytes as literals write them: <c>codecs.escape_decode</c> and <c>escape_encode</c>.</summary>
internal static class EscapedBytes
{
    /// <exception cref="ValueError">An escape is not complete.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> data, string errors = "strict")
    {
        const string letters = "\n\\'\"abfnrtv", values = "\0\\'\"\a\b\f\n\r\t\v";
        var result = new List<byte>(data.Length);
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i] != '\\')
            {
                result.Add(data[i]);
                continue;
            }
            if (++i >= data.Length)
                throw new ValueError("Trailing \\ in string");
            var kind = (char)data[i];
            if (kind == 'x')
            {
                if (i + 2 >= data.Length || !byte.TryParse(Encoding.Latin1.GetString(data.Slice(i + 1, 2)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    if (errors == "strict")
                        throw new ValueError($"invalid \\x escape at position {i - 1}");
                    if (errors is not ("replace" or "ignore"))
                        throw new ValueError($"decoding error; unknown error handling code: {errors}");
                    if (errors == "replace")
                        result.Add((byte)'?');
                    // A digit that stands alone goes with it.
                    if (i + 1 < data.Length && char.IsAsciiHexDigit((char)data[i + 1]))
                        i++;
                    continue;
                }
                result.Add(code);
                i += 2;
            }
            else if (kind is >= '0' and <= '7')
            {
                var number = 0;
                var end = Math.Min(i + 3, data.Length);
                for (; i < end && data[i] is >= (byte)'0' and <= (byte)'7'; i++)
                    number = (number * 8) + data[i] - '0';
                result.Add((byte)number);
                i--;
            }
            else if (letters.IndexOf(kind, StringComparison.Ordinal) is >= 0 and var at)
            {
                if (at > 0)
                    result.Add((byte)values[at]);
            }
            else
            {
                result.AddRange([(byte)'\\', data[i]]);
            }
        }
        return [.. result];
    }

    public static byte[] Encode(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        foreach (var b in data)
            text.Append(b switch
            {
                (byte)'\\' => "\\\\",
                (byte)'\'' => "\\'",
                (byte)'\n' => "\\n",
                (byte)'\r' => "\\r",
                (byte)'\t' => "\\t",
                >= (byte)' ' and < 0x7f => ((char)b).ToString(),
                _ => $"\\x{b:x2}",
            });
        return Buffers.FromLatin1(text.ToString());
    }
}
