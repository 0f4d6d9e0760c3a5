namespace Pytocs.Runtime.Core;

/// <summary>Encodings other than the commonest, called for a whole text.</summary>
internal static class CodecCalls
{
    /// <summary>Encodes by the codec of the runtime or of the program; null if nobody knows the encoding.</summary>
    public static byte[]? Encode(string text, string canonical, string encoding, string errors)
    {
        if (TextCodec.Find(canonical) is not { } codec)
            return RegisteredCodecs.Encode(text, encoding, errors);
        var state = 0L;
        return Noted("encoding", encoding, () => codec.Encode(text, errors, final: true, ref state));
    }

    /// <summary>Decodes by the codec of the runtime or of the program; null if nobody knows the encoding.</summary>
    public static string? Decode(byte[] data, string canonical, string encoding, string errors)
    {
        if (TextCodec.Find(canonical) is not { } codec)
            return RegisteredCodecs.Decode(data, encoding, errors);
        var state = 0L;
        return Noted("decoding", encoding, () => codec.Decode(data, errors, final: true, ref state, out _));
    }

    /// <summary>Runs a codec; an exception that it raises is told which codec that was, as CPython tells it.</summary>
    /// <param name="verb">encoding or decoding.</param>
    public static T Noted<T>(string verb, string encoding, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (PyException error)
        {
            ((Any)error).Invoke("add_note", $"{verb} with '{encoding}' codec failed");
            throw;
        }
    }
}
