using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Urls;

/// <summary>Arguments that are all str or all bytes: bytes are worked on as ASCII text and the results turned back.</summary>
internal static class UrlText
{
    /// <summary>The arguments as text, and whether they were bytes; None and empty ones go with either.</summary>
    /// <exception cref="TypeError">Some are str and some bytes.</exception>
    public static (string[] Texts, bool AreBytes) Of(params ReadOnlySpan<Any> arguments)
    {
        var first = PyValueInstance.Unwrap(arguments[0]).Ref is string;
        foreach (var argument in arguments[1..])
            if (argument.Truth && PyValueInstance.Unwrap(argument).Ref is string != first)
                throw new TypeError("Cannot mix str and non-str arguments");
        var texts = new string[arguments.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = PyValueInstance.Unwrap(arguments[i]).Ref as string
                ?? (!arguments[i].Truth ? "" : Operators.Str(arguments[i].Invoke("decode", "ascii", "strict")));
        }
        return (texts, !first);
    }

    public static Any Back(string text, bool asBytes) => asBytes ? PyBytes.Wrap(Codecs.Encode(text, "ascii", "strict")) : text;

    public static (string Before, string Separator, string After) Partition(string text, char separator)
    {
        var at = text.IndexOf(separator);
        return at < 0 ? (text, "", "") : (text[..at], separator.ToString(), text[(at + 1)..]);
    }
}
