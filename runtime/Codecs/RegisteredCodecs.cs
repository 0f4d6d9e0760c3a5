namespace Pytocs.Runtime.Core;

/// <summary>Codecs of the program's own: <see href="https://docs.python.org/3.13/library/codecs.html#codecs.register">codecs.register</see>.</summary>
internal static class RegisteredCodecs
{
    private static readonly List<Any> s_searches = [];
    private static readonly Dictionary<string, Any> s_found = new(StringComparer.Ordinal);

    public static void Register(Any search) => s_searches.Add(Builtins.Callable(search) ? search : throw new TypeError("argument must be callable"));

    public static void Unregister(Any search)
    {
        s_searches.RemoveAll(s => Operators.Is(s, search));
        s_found.Clear();
    }

    /// <summary>What the first search function that knows the encoding gives; unbound if none does.</summary>
    /// <exception cref="TypeError">It is no tuple of four.</exception>
    public static Any Find(string encoding)
    {
        var name = string.Concat(encoding.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? char.ToLowerInvariant(c) : '_'));
        if (s_found.TryGetValue(name, out var known))
            return known;
        foreach (var search in s_searches.ToArray())
        {
            var info = search.Call(name);
            if (info.IsNone)
                continue;
            if (info.Ref is not PyTuple { Count: >= 4 })
                throw new TypeError("codec search functions must return 4-tuples");
            return s_found[name] = info;
        }
        return Any.Unbound;
    }

    /// <summary>Encodes by a registered codec; null if none knows the encoding.</summary>
    public static byte[]? Encode(string text, string encoding, string errors)
    {
        if (Find(encoding) is not { IsUnbound: false } info)
            return null;
        var result = CodecCalls.Noted("encoding", encoding, () => Operators.GetItem(info, 0).Call(text, errors));
        return result.Ref is PyTuple { Count: 2 } pair
            ? pair[0].Ref is PyBytesBase data ? data.ToArray() : throw new TypeError($"'{encoding}' encoder returned '{PyType.Of(pair[0]).ErrorName}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types")
            : throw new TypeError("encoder must return a tuple (object, integer)");
    }

    /// <summary>Decodes by a registered codec; null if none knows the encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> data, string encoding, string errors)
    {
        if (Find(encoding) is not { IsUnbound: false } info)
            return null;
        var given = new PyBytes(data);
        var result = CodecCalls.Noted("decoding", encoding, () => Operators.GetItem(info, 1).Call(given, errors));
        return result.Ref is PyTuple { Count: 2 } pair
            ? pair[0].Ref as string ?? throw new TypeError($"'{encoding}' decoder returned '{PyType.Of(pair[0]).ErrorName}' instead of 'str'; use codecs.decode() to decode to arbitrary types")
            : throw new TypeError("decoder must return a tuple (object,integer)");
    }
}
