using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>UTF-16 and UTF-32.</summary>
internal static class WideCodecs
{
    public static byte[] Encode16(string text, string codec, bool big, string errors)
        => Utf8.HasLoneSurrogate(text)
            ? ErrorHandlers.EncodeEach(text, codec, errors, "surrogates not allowed", static c => c is < 0xD800 or > 0xDFFF, (c, output) =>
                output.Write((big ? Encoding.BigEndianUnicode : Encoding.Unicode).GetBytes(char.ConvertFromUtf32(c))), oneByOne: true)
            : (big ? Encoding.BigEndianUnicode : Encoding.Unicode).GetBytes(text);

    public static byte[] Encode32(string text, string codec, bool big, string errors)
        => ErrorHandlers.EncodeEach(text, codec, errors, "surrogates not allowed", static c => c is < 0xD800 or > 0xDFFF, (c, output) =>
            output.Write(big ? [0, (byte)(c >> 16), (byte)(c >> 8), (byte)c] : [(byte)c, (byte)(c >> 8), (byte)(c >> 16), 0]), oneByOne: true);

    public static string DecodeBom16(ReadOnlySpan<byte> data, string errors) => data switch
    {
        [0xFE, 0xFF, ..] => Decode16(data, 2, "utf-16-be", true, errors),
        [0xFF, 0xFE, ..] => Decode16(data, 2, "utf-16-le", false, errors),
        _ => Decode16(data, 0, "utf-16-le", false, errors),
    };

    public static string Decode16(ReadOnlySpan<byte> data, int start, string codec, bool big, string errors) => Decode16(data, start, codec, big, errors, true, out _);

    /// <summary>Decodes what is complete, or all where nothing follows; <paramref name="used"/> is how many bytes that was.</summary>
    public static string Decode16(ReadOnlySpan<byte> data, int start, string codec, bool big, string errors, bool final, out int used)
    {
        var text = new StringBuilder(data.Length / 2);
        var i = start;
        while (i < data.Length)
        {
            if (i + 1 >= data.Length)
            {
                if (!final)
                    break;
                text.Append(ErrorHandlers.Decode(errors, codec, data, i, i + 1, "truncated data", out i));
                continue;
            }
            var unit = Unit(data, i, big);
            if (!char.IsSurrogate(unit))
            {
                text.Append(unit);
                i += 2;
            }
            else if (char.IsHighSurrogate(unit) && i + 3 < data.Length && char.IsLowSurrogate(Unit(data, i + 2, big)))
            {
                text.Append(unit).Append(Unit(data, i + 2, big));
                i += 4;
            }
            else if (char.IsHighSurrogate(unit) && i + 3 >= data.Length)
            {
                if (!final)
                    break;
                text.Append(ErrorHandlers.Decode(errors, codec, data, i, data.Length, "unexpected end of data", out i));
            }
            else
            {
                text.Append(ErrorHandlers.Decode(errors, codec, data, i, i + 2, char.IsHighSurrogate(unit) ? "illegal UTF-16 surrogate" : "illegal encoding", out i));
            }
        }
        used = i;
        return text.ToString();
    }

    private static char Unit(ReadOnlySpan<byte> data, int i, bool big) => (char)(big ? (data[i] << 8) | data[i + 1] : data[i] | (data[i + 1] << 8));

    public static string DecodeBom32(ReadOnlySpan<byte> data, string errors) => data switch
    {
        [0, 0, 0xFE, 0xFF, ..] => Decode32(data, 4, "utf-32-be", true, errors),
        [0xFF, 0xFE, 0, 0, ..] => Decode32(data, 4, "utf-32-le", false, errors),
        _ => Decode32(data, 0, "utf-32-le", false, errors),
    };

    public static string Decode32(ReadOnlySpan<byte> data, int start, string codec, bool big, string errors) => Decode32(data, start, codec, big, errors, true, out _);

    /// <inheritdoc cref="Decode16(ReadOnlySpan{byte}, int, string, bool, string, bool, out int)"/>
    public static string Decode32(ReadOnlySpan<byte> data, int start, string codec, bool big, string errors, bool final, out int used)
    {
        var text = new StringBuilder(data.Length / 4);
        var i = start;
        while (i < data.Length)
        {
            if (i + 3 >= data.Length)
            {
                if (!final)
                    break;
                text.Append(ErrorHandlers.Decode(errors, codec, data, i, data.Length, "truncated data", out i));
                continue;
            }
            var c = big
                ? ((uint)data[i] << 24) | ((uint)data[i + 1] << 16) | ((uint)data[i + 2] << 8) | data[i + 3]
                : ((uint)data[i + 3] << 24) | ((uint)data[i + 2] << 16) | ((uint)data[i + 1] << 8) | data[i];
            if (c is >= 0xD800 and <= 0xDFFF)
                text.Append(ErrorHandlers.Decode(errors, codec, data, i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)", out i));
            else if (c > 0x10FFFF)
                text.Append(ErrorHandlers.Decode(errors, codec, data, i, i + 4, "code point not in range(0x110000)", out i));
            else
            {
                text.Append(char.ConvertFromUtf32((int)c));
                i += 4;
            }
        }
        used = i;
        return text.ToString();
    }
}
