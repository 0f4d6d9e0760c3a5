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
        var name => CodecCalls.Encode(text, name, encoding, errors) ?? throw Unknown(encoding, "encode"),
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
        "unicode-escape" => EscapeCodecs.Decode(data, errors, raw: false, final: true, out _),
        "raw-unicode-escape" => EscapeCodecs.Decode(data, errors, raw: true, final: true, out _),
        var name => CodecCalls.Decode(data.ToArray(), name, encoding, errors) ?? throw Unknown(encoding, "decode"),
    };

    private static LookupError Unknown(string encoding, string verb)
        => new(EncodingNames.Find(encoding) is { IsText: false } ? $"'{encoding}' is not a text encoding; use codecs.{verb}() to handle arbitrary codecs" : $"unknown encoding: {encoding}");

    /// <summary>Whether there is such an encoding of text.</summary>
    internal static bool Exists(string encoding) => EncodingNames.Find(encoding) is { IsText: true } || !RegisteredCodecs.Find(encoding).IsUnbound;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> s_canonical = new(StringComparer.Ordinal);

    /// <summary>The name by which the tables above know an encoding: its module in CPython, with hyphens.</summary>
    internal static string Canonical(string encoding)
        => encoding is "utf-8" or "ascii" or "latin-1" ? encoding
            : s_canonical.GetOrAdd(encoding, static e => EncodingNames.Find(e)?.Module.Replace('_', '-') ?? e.ToLowerInvariant().Replace('_', '-').Replace(' ', '-'));

    /// <summary>Encodes a text by an encoding of the library, which tells nothing more of an exception.</summary>
    internal static byte[] EncodeWhole(string text, string module, string errors)
    {
        var (name, state) = (Canonical(module), 0L);
        return EncodePart(name, text, errors, final: true, ref state);
    }

    /// <summary>Decodes bytes by an encoding of the library, which tells nothing more of an exception.</summary>
    internal static string DecodeWhole(Any data, string module, string errors)
        => new NativeDecoder(Canonical(module), errors).Part(Buffers.Of(data), final: true, out _);

    /// <summary>Encodes the next part of a text; see <see cref="TextCodec.Encode"/>.</summary>
    internal static byte[] EncodePart(string name, string text, string errors, bool final, ref long state)
        => name is "utf-8" or "ascii" or "latin-1" || TextCodec.Find(name) is not { } codec ? Encode(text, name, errors) : codec.Encode(text, errors, final, ref state);

    /// <summary>Decodes the next bytes; see <see cref="TextCodec.Decode"/>.</summary>
    internal static string DecodePart(string name, ReadOnlySpan<byte> data, string errors, bool final, ref long state, out int used)
    {
        switch (name)
        {
            case "utf-8":
                return Utf8.DecodePartial(data, errors, final, out used);
            case "utf-16-le" or "utf-16-be":
                return WideCodecs.Decode16(data, 0, name, name == "utf-16-be", errors, final, out used);
            case "utf-32-le" or "utf-32-be":
                return WideCodecs.Decode32(data, 0, name, name == "utf-32-be", errors, final, out used);
            case "unicode-escape" or "raw-unicode-escape":
                return EscapeCodecs.Decode(data, errors, name[0] == 'r', final, out used);
        }
        if (name is not ("ascii" or "latin-1") && TextCodec.Find(name) is { } codec)
            return codec.Decode(data, errors, final, ref state, out used);
        used = data.Length;
        return Decode(data, name, errors);
    }
}
