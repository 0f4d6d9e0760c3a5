using System.Globalization;

namespace Pytocs.Runtime.Core;

/// <summary>The algorithms of bytes methods, on spans.</summary>
internal static class ByteStrings
{
    public static byte[] Slice(ReadOnlySpan<byte> data, PySlice slice)
    {
        var (first, step, count) = slice.Resolve(data.Length);
        if (step == 1)
            return data.Slice(count == 0 ? 0 : (int)first, count).ToArray();
        var result = new byte[count];
        for (var i = 0; i < count; i++)
            result[i] = data[(int)(first + (i * step))];
        return result;
    }

    public static bool IsSpace(byte b) => b is (byte)' ' or >= 9 and <= 13;

    public static byte[] Strip(ReadOnlySpan<byte> data, Any characters, bool left, bool right)
    {
        var start = 0;
        var end = data.Length;
        var set = characters.IsNone ? " \t\n\r\v\f"u8 : Buffers.Of(characters);
        while (left && start < end && set.Contains(data[start]))
            start++;
        while (right && end > start && set.Contains(data[end - 1]))
            end--;
        return data[start..end].ToArray();
    }

    public static List<byte[]> Split(ReadOnlySpan<byte> data, Any separator, long limit)
    {
        var parts = new List<byte[]>();
        if (limit < 0)
            limit = long.MaxValue;
        if (separator.IsNone)
        {
            for (var i = 0; ;)
            {
                while (i < data.Length && IsSpace(data[i]))
                    i++;
                if (i == data.Length)
                    return parts;
                var start = i;
                if (parts.Count >= limit)
                {
                    parts.Add(data[start..].ToArray());
                    return parts;
                }
                while (i < data.Length && !IsSpace(data[i]))
                    i++;
                parts.Add(data[start..i].ToArray());
            }
        }
        var by = Separator(separator);
        while (parts.Count < limit && PatternSearch.IndexOf(data, by) is >= 0 and var at)
        {
            parts.Add(data[..at].ToArray());
            data = data[(at + by.Length)..];
        }
        parts.Add(data.ToArray());
        return parts;
    }

    public static List<byte[]> RSplit(ReadOnlySpan<byte> data, Any separator, long limit)
    {
        if (limit < 0)
            limit = long.MaxValue;
        var parts = new List<byte[]>();
        if (separator.IsNone)
        {
            while (true)
            {
                while (data.Length > 0 && IsSpace(data[^1]))
                    data = data[..^1];
                if (data.Length == 0)
                    break;
                if (parts.Count >= limit)
                {
                    parts.Add(data.ToArray());
                    break;
                }
                var start = data.Length;
                while (start > 0 && !IsSpace(data[start - 1]))
                    start--;
                parts.Add(data[start..].ToArray());
                data = data[..start];
            }
        }
        else
        {
            var by = Separator(separator);
            while (parts.Count < limit && PatternSearch.LastIndexOf(data, by) is >= 0 and var at)
            {
                parts.Add(data[(at + by.Length)..].ToArray());
                data = data[..at];
            }
            parts.Add(data.ToArray());
        }
        parts.Reverse();
        return parts;
    }

    private static ReadOnlySpan<byte> Separator(Any separator)
    {
        var by = Buffers.Of(separator);
        return by.Length > 0 ? by : throw new ValueError("empty separator");
    }

    public static byte[][] Partition(ReadOnlySpan<byte> data, Any separator, bool last)
    {
        var by = Separator(separator);
        var at = last ? PatternSearch.LastIndexOf(data, by) : PatternSearch.IndexOf(data, by);
        if (at < 0)
            return last ? [[], [], data.ToArray()] : [data.ToArray(), [], []];
        return [data[..at].ToArray(), by.ToArray(), data[(at + by.Length)..].ToArray()];
    }

    public static byte[] Replace(ReadOnlySpan<byte> data, ReadOnlySpan<byte> old, ReadOnlySpan<byte> value, long count)
    {
        if (count < 0)
            count = long.MaxValue;
        var output = new List<byte>(data.Length);
        if (old.Length == 0)
        {
            foreach (var b in data)
            {
                if (count-- > 0)
                    output.AddRange(value);
                output.Add(b);
            }
            if (count > 0)
                output.AddRange(value);
            return [.. output];
        }
        while (count-- > 0 && PatternSearch.IndexOf(data, old) is >= 0 and var at)
        {
            output.AddRange(data[..at]);
            output.AddRange(value);
            data = data[(at + old.Length)..];
        }
        output.AddRange(data);
        return [.. output];
    }

    public static List<byte[]> SplitLines(ReadOnlySpan<byte> data, bool keepEnds)
    {
        var lines = new List<byte[]>();
        var start = 0;
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i] is not ((byte)'\n' or (byte)'\r'))
                continue;
            var end = i;
            if (data[i] == '\r' && i + 1 < data.Length && data[i + 1] == '\n')
                i++;
            lines.Add(data[start..(keepEnds ? i + 1 : end)].ToArray());
            start = i + 1;
        }
        if (start < data.Length)
            lines.Add(data[start..].ToArray());
        return lines;
    }

    /// <summary><c>data.hex(sep, group)</c>.</summary>
    public static string Hex(ReadOnlySpan<byte> data, Any separator, long group)
    {
        var hex = Convert.ToHexStringLower(data);
        if (separator.IsUnbound || group == 0 || data.Length == 0)
        {
            if (!separator.IsUnbound)
                _ = SeparatorText(separator);
            return hex;
        }
        var mark = SeparatorText(separator);
        var size = (int)Math.Min(Math.Abs(group), data.Length);
        var parts = new List<string>();
        var first = group > 0 ? data.Length % size : 0;
        if (first > 0)
            parts.Add(hex[..(first * 2)]);
        for (var i = first; i < data.Length; i += size)
            parts.Add(hex.Substring(i * 2, Math.Min(size, data.Length - i) * 2));
        return string.Join(mark, parts);
    }

    private static string SeparatorText(Any separator)
    {
        var text = separator.Ref switch
        {
            string s => s,
            PyBytesBase b => Buffers.ToLatin1(b.Span),
            _ => throw new TypeError("sep must be str or bytes."),
        };
        if (text.Length != 1)
            throw new ValueError("sep must be length 1.");
        return text[0] < 0x80 ? text : throw new ValueError("sep must be ASCII.");
    }

    public static byte[] FromHex(string text)
    {
        var data = new List<byte>();
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f') is >= 0 and var foreign)
            throw NotHex(foreign);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] < 0x80 && IsSpace((byte)text[i]))
            {
                i++;
                continue;
            }
            if (!char.IsAsciiHexDigit(text[i]))
                throw NotHex(i);
            if (i + 1 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]))
                throw NotHex(i + 1);
            data.Add(byte.Parse(text.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            i += 2;
        }
        return [.. data];
    }

    private static ValueError NotHex(int at) => new($"non-hexadecimal number found in fromhex() arg at position {at}");

    public static byte[] Map(ReadOnlySpan<byte> data, Func<char, char> change)
    {
        var result = data.ToArray();
        foreach (ref var b in result.AsSpan())
            if (b < 0x80)
                b = (byte)change((char)b);
        return result;
    }

    public static byte[] Title(ReadOnlySpan<byte> data)
    {
        var inWord = false;
        var result = data.ToArray();
        foreach (ref var b in result.AsSpan())
        {
            var isLetter = char.IsAsciiLetter((char)b);
            if (isLetter)
                b = (byte)(inWord ? b | 0x20 : b & ~0x20);
            inWord = isLetter;
        }
        return result;
    }
}
