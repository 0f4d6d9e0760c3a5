namespace Pytocs.Runtime.Core;

/// <summary>An encoding whose text may come in parts; one object serves all texts, and what is between two parts is a number.</summary>
internal abstract class TextCodec
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, TextCodec?> s_known = new(StringComparer.Ordinal);

    /// <summary>The codec of an encoding that <see cref="Codecs"/> does not know itself.</summary>
    /// <param name="canonical">Its name as <see cref="Codecs.Canonical"/> has it.</param>
    public static TextCodec? Find(string canonical) => s_known.GetOrAdd(canonical, static name => Create(name.Replace('-', '_')));

    private static TextCodec? Create(string module)
        => module switch
        {
            "utf_7" => new Utf7Codec(),
            "punycode" => new PunycodeCodec(),
            "idna" => new IdnaCodec(),
            "undefined" => new UndefinedCodec(),
            "hz" => new HzCodec(),
            _ => (TextCodec?)Charmap.Create(module) ?? (TextCodec?)MultibyteCodec.Create(module) ?? Iso2022Codec.Create(module),
        };

    /// <summary>Encodes the next part of a text.</summary>
    /// <param name="state">What was left over by the part before; 0 at the beginning.</param>
    /// <param name="final">Whether nothing follows.</param>
    /// <exception cref="UnicodeEncodeError">A character has no code, and the handler of errors gives none.</exception>
    public abstract byte[] Encode(string text, string errors, bool final, ref long state);

    /// <summary>Decodes the next bytes; those that make no whole character yet stay.</summary>
    /// <param name="used">How many bytes were decoded; all of them where nothing follows.</param>
    /// <inheritdoc cref="Encode"/>
    /// <exception cref="UnicodeDecodeError">The bytes are no text of the encoding.</exception>
    public abstract string Decode(ReadOnlySpan<byte> data, string errors, bool final, ref long state, out int used);
}

/// <summary>The encoding <c>undefined</c>, which refuses everything.</summary>
internal sealed class UndefinedCodec : TextCodec
{
    public override byte[] Encode(string text, string errors, bool final, ref long state) => throw new UnicodeError("undefined encoding");

    public override string Decode(ReadOnlySpan<byte> data, string errors, bool final, ref long state, out int used) => throw new UnicodeError("undefined encoding");
}
