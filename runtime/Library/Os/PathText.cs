using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Paths that are str, bytes or path-like: worked on as text, given back as what they were.</summary>
internal readonly record struct PathText(string Text, bool IsBytes)
{
    /// <exception cref="TypeError">It is no path.</exception>
    public static PathText Of(Any path, string function = "")
    {
        var plain = PyValueInstance.Unwrap(path);
        if (plain.Ref is IPyObject and not PyBytes && PyType.Of(path).Special("__fspath__") is { IsUnbound: false } hook)
            plain = PyValueInstance.Unwrap(hook.Call(path));
        return new PathText(FileErrors.PathOf(plain, function), plain.Ref is PyBytes);
    }

    /// <summary>A path that is only worked on as text, whatever the system thinks of it.</summary>
    /// <exception cref="TypeError">It is no path.</exception>
    public static PathText OfAny(Any path) => PyValueInstance.Unwrap(Shown(path)).Ref switch
    {
        string text => new PathText(text, false),
        PyBytes bytes => new PathText(Codecs.Decode(bytes.Span, "utf-8", "surrogateescape"), true),
        _ => Of(path),
    };

    /// <summary>Text as str, or as bytes where the path was bytes.</summary>
    public Any Back(string text) => IsBytes ? PyBytes.Wrap(Codecs.Encode(text, "utf-8", "surrogateescape")) : text;

    /// <summary>Several texts as a tuple.</summary>
    public PyTuple Back(params ReadOnlySpan<string> texts)
    {
        var items = new Any[texts.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = Back(texts[i]);
        return new PyTuple(items);
    }

    /// <summary>A path as an error shows it: what <c>__fspath__</c> gives.</summary>
    public static Any Shown(Any path)
    {
        var plain = PyValueInstance.Unwrap(path);
        return plain.Ref is IPyObject and not PyBytes && PyType.Of(path).Special("__fspath__") is { IsUnbound: false } hook ? hook.Call(path) : path;
    }
}
