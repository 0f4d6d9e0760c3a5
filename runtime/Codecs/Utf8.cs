using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>UTF-8 with CPython's error positions and reasons.</summary>
internal static class Utf8
{
    public static byte[] Encode(string text, string errors)
    {
        if (!HasLoneSurrogate(text))
            return Encoding.UTF8.GetBytes(text);
        return ErrorHandlers.EncodeEach(text, "utf-8", errors, "surrogates not allowed", static c => c is < 0xD800 or > 0xDFFF, static (c, output) =>
        {
            Span<byte> buffer = stackalloc byte[4];
            var length = new Rune(c).EncodeToUtf8(buffer);
            output.Write(buffer[..length]);
        });
    }

    internal static bool HasLoneSurrogate(string text)
    {
        var i = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff');
        if (i < 0)
            return false;
        for (; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return true;
        }
        return false;
    }

    public static string Decode(ReadOnlySpan<byte> data, string errors)
    {
        if (System.Text.Unicode.Utf8.IsValid(data))
            return Encoding.UTF8.GetString(data);
        return DecodeSlow(data, errors, final: true, out _);
    }

    /// <summary>Decodes what is complete; <paramref name="used"/> is how many bytes that was.</summary>
    public static string DecodePartial(ReadOnlySpan<byte> data, string errors, bool final, out int used)
    {
        used = final ? data.Length : Whole(data);
        if (used < data.Length && Rune.DecodeFromUtf8(data[used..], out _, out _) != System.Buffers.OperationStatus.NeedMoreData)
            return DecodeSlow(data, errors, final, out used);
        return System.Text.Unicode.Utf8.IsValid(data[..used]) ? Encoding.UTF8.GetString(data[..used]) : DecodeSlow(data, errors, final, out used);
    }

    /// <summary>How many bytes come before a character that is cut off at the end.</summary>
    private static int Whole(ReadOnlySpan<byte> data)
    {
        for (var back = 1; back <= 3 && back <= data.Length; back++)
        {
            var b = data[^back];
            if (b < 0x80)
                break;
            if (b >= 0xc0)
                return (b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2) > back ? data.Length - back : data.Length;
        }
        return data.Length;
    }

    private static string DecodeSlow(ReadOnlySpan<byte> data, string errors, bool final, out int used)
    {
        var text = new StringBuilder();
        var i = 0;
        while (i < data.Length)
        {
            var status = Rune.DecodeFromUtf8(data[i..], out var rune, out var consumed);
            if (status == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune.ToString());
                i += consumed;
                continue;
            }
            if (status == System.Buffers.OperationStatus.NeedMoreData && !final)
                break;
            if (!final && errors == "surrogatepass" && data[i] == 0xED && i + 2 >= data.Length && (i + 1 == data.Length || data[i + 1] is >= 0xA0 and <= 0xBF))
                break;
            var reason = data[i] is < 0xC2 or > 0xF4 ? "invalid start byte"
                : status == System.Buffers.OperationStatus.NeedMoreData ? "unexpected end of data" : "invalid continuation byte";
            text.Append(ErrorHandlers.Decode(errors, "utf-8", data, i, i + consumed, reason, out i));
        }
        used = i;
        return text.ToString();
    }
}

/// <summary>ASCII and Latin-1.</summary>
internal static class SingleByte
{
    public static byte[] Encode(string text, string name, int limit, string errors)
    {
        var i = 0;
        while (i < text.Length && text[i] < limit)
            i++;
        if (i == text.Length)
            return Buffers.FromLatin1(text);
        return ErrorHandlers.EncodeEach(text, name, errors, $"ordinal not in range({limit})", c => c < limit, static (c, output) => output.WriteByte((byte)c));
    }

    public static string DecodeAscii(ReadOnlySpan<byte> data, string errors)
    {
        if (Ascii.IsValid(data))
            return Encoding.ASCII.GetString(data);
        var text = new StringBuilder();
        for (var i = 0; i < data.Length;)
        {
            if (data[i] < 0x80)
                text.Append((char)data[i++]);
            else
                text.Append(ErrorHandlers.Decode(errors, "ascii", data, i, i + 1, "ordinal not in range(128)", out i));
        }
        return text.ToString();
    }
}
