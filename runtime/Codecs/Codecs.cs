using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Text encodings by their Python names.
/// See <see href="https://docs.python.org/3.13/library/codecs.html#standard-encodings">Standard encodings</see>.
/// </summary>
public static class Codecs
{
    /// <summary><c>text.encode(encoding, errors)</c>.</summary>
    /// <exception cref="LookupError">The encoding is unknown.</exception>
    /// <exception cref="UnicodeEncodeError">A character has no code.</exception>
    public static byte[] Encode(string text, string encoding = "utf-8", string errors = "strict") => Canonical(encoding) switch
    {
        "utf-8" => Utf8.Encode(text, errors),
        "utf-8-sig" => [0xEF, 0xBB, 0xBF, .. Utf8.Encode(text, errors)],
        "ascii" => SingleByte.Encode(text, "ascii", 0x80, errors),
        "latin-1" => SingleByte.Encode(text, "latin-1", 0x100, errors),
        "utf-16" => [0xFF, 0xFE, .. WideCodecs.Encode16(text, "utf-16", false, errors)],
        "utf-16-le" => WideCodecs.Encode16(text, "utf-16-le", false, errors),
        "utf-16-be" => WideCodecs.Encode16(text, "utf-16-be", true, errors),
        "utf-32" => [0xFF, 0xFE, 0, 0, .. WideCodecs.Encode32(text, "utf-32", false, errors)],
        "utf-32-le" => WideCodecs.Encode32(text, "utf-32-le", false, errors),
        "utf-32-be" => WideCodecs.Encode32(text, "utf-32-be", true, errors),
        "unicode-escape" => EscapeCodecs.Encode(text),
        "raw-unicode-escape" => EscapeCodecs.EncodeRaw(text),
        var name => Charmap.Find(name) is { } map ? map.Encode(text, errors) : RegisteredCodecs.Encode(text, encoding, errors) ?? throw Unknown(encoding, name),
    };

    /// <summary><c>data.decode(encoding, errors)</c>.</summary>
    /// <exception cref="LookupError">The encoding is unknown.</exception>
    /// <exception cref="UnicodeDecodeError">The bytes are no text of that encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> data, string encoding = "utf-8", string errors = "strict") => Canonical(encoding) switch
    {
        "utf-8" => Utf8.Decode(data, errors),
        "utf-8-sig" => Utf8.Decode(data.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? data[3..] : data, errors),
        "ascii" => SingleByte.DecodeAscii(data, errors),
        "latin-1" => Buffers.ToLatin1(data),
        "utf-16" => WideCodecs.DecodeBom16(data, errors),
        "utf-16-le" => WideCodecs.Decode16(data, 0, "utf-16-le", false, errors),
        "utf-16-be" => WideCodecs.Decode16(data, 0, "utf-16-be", true, errors),
        "utf-32" => WideCodecs.DecodeBom32(data, errors),
        "utf-32-le" => WideCodecs.Decode32(data, 0, "utf-32-le", false, errors),
        "utf-32-be" => WideCodecs.Decode32(data, 0, "utf-32-be", true, errors),
        "unicode-escape" => EscapeCodecs.Decode(data, errors, raw: false),
        "raw-unicode-escape" => EscapeCodecs.Decode(data, errors, raw: true),
        var name => Charmap.Find(name) is { } map ? map.Decode(data, errors) : RegisteredCodecs.Decode(data, encoding, errors) ?? throw Unknown(encoding, name),
    };

    private static LookupError Unknown(string encoding, string name) => name switch
    {
        "rot13" or "rot-13" or "hex" or "hex-codec" or "base64" or "base64-codec" or "bz2" or "zlib" or "uu" or "quopri"
            => new($"'{encoding}' is not a text encoding; use codecs.encode() to handle arbitrary codecs"),
        _ => new($"unknown encoding: {encoding}"),
    };

    /// <summary>Whether there is such an encoding.</summary>
    internal static bool Exists(string encoding)
    {
        var name = Canonical(encoding);
        return name is "utf-8" or "utf-8-sig" or "ascii" or "latin-1" or "utf-16" or "utf-16-le" or "utf-16-be" or "utf-32" or "utf-32-le" or "utf-32-be"
            or "unicode-escape" or "raw-unicode-escape" || Charmap.Find(name) is not null || !RegisteredCodecs.Find(encoding).IsUnbound;
    }

    /// <summary>The name by which the tables above know an encoding.</summary>
    internal static string Canonical(string encoding)
    {
        if (encoding is "utf-8" or "ascii" or "latin-1")
            return encoding;
        var name = encoding.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        return name switch
        {
            "utf8" or "u8" or "utf" or "utf8-ucs2" or "utf8-ucs4" or "cp65001" => "utf-8",
            "utf8-sig" => "utf-8-sig",
            "us-ascii" or "646" or "ansi-x3.4-1968" or "iso646-us" or "us" => "ascii",
            "latin1" or "latin" or "l1" or "8859" or "iso8859-1" or "iso-8859-1" or "cp819" or "iso8859" or "charmap" => "latin-1",
            "utf16" or "u16" => "utf-16",
            "utf16-le" or "utf-16le" or "utf-16-le" or "unicodelittleunmarked" => "utf-16-le",
            "utf16-be" or "utf-16be" or "utf-16-be" => "utf-16-be",
            "utf32" or "u32" => "utf-32",
            "utf32-le" or "utf-32le" => "utf-32-le",
            "utf32-be" or "utf-32be" => "utf-32-be",
            "unicodeescape" => "unicode-escape",
            "rawunicodeescape" => "raw-unicode-escape",
            _ => name,
        };
    }
}

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
    public static string DecodePartial(ReadOnlySpan<byte> data, string errors, bool final, out int used) => DecodeSlow(data, errors, final, out used);

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
