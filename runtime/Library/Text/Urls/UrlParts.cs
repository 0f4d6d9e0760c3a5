using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Urls;

/// <summary>
/// The functions of <see href="https://docs.python.org/3.13/library/urllib.parse.html">urllib.parse</see> that take single parts off an address. They are
/// deprecated, and stand without a warning under names with an underscore.
/// </summary>
internal static class UrlParts
{
    public static PyModule AddTo(PyModule module)
    {
        Both("type", "url", static a => Matched(a[0], "([^/:]+):(.*)", fully: false) is { } m ? PyTuple.Of(m[0].Invoke("lower"), m[1]) : PyTuple.Of(Any.None, a[0]));
        Both("host", "url", static a => Matched(a[0], "//([^/#?]*)(.*)", fully: false) is { } m
            ? PyTuple.Of(m[0], m[1].Truth && Operators.Str(m[1])[0] != '/' ? "/" + m[1] : m[1]) : PyTuple.Of(Any.None, a[0]));
        Both("user", "host", static a => a[0].Invoke("rpartition", "@") is var p ? PyTuple.Of(p[1].Truth ? p[0] : Any.None, p[2]) : Any.None);
        Both("passwd", "user", static a => a[0].Invoke("partition", ":") is var p ? PyTuple.Of(p[0], p[1].Truth ? p[2] : Any.None) : Any.None);
        Both("port", "host", static a => Matched(a[0], "(.*):([0-9]*)", fully: true) is not { } m ? PyTuple.Of(a[0], Any.None) : PyTuple.Of(m[0], m[1].Truth ? m[1] : Any.None));
        Both("nport", "host, defport=-1", static a => NumberedPort(a[0], a[1]));
        Both("query", "url", static a => Last(a[0], "?"));
        Both("tag", "url", static a => Last(a[0], "#"));
        Both("attr", "url", static a => Operators.ToList(a[0].Invoke("split", ";")) is var words ? PyTuple.Of(words[0], Lib.List(words.Skip(1))) : Any.None);
        Both("value", "attr", static a => a[0].Invoke("partition", "=") is var p ? PyTuple.Of(p[0], p[1].Truth ? p[2] : Any.None) : Any.None, "parse_qsl");
        Deprecated("to_bytes", "", static a => ToBytes(a[0]), "url");
        return module.Python("_to_bytes", "url", static a => ToBytes(a[0])).Python("unwrap", "url", static a => Unwrapped(Operators.Str(a[0]).Trim()));

        void Both(string part, string signature, Func<Any[], Any> take, string instead = "urlparse")
        {
            module.Python("_split" + part, signature, take);
            Deprecated("split" + part, $", use urllib.parse.{instead}() instead", take, signature);
        }

        void Deprecated(string name, string advice, Func<Any[], Any> body, string signature) => module.Python(name, signature, a =>
        {
            Warnings.Issue(DeprecationWarning.Type, $"urllib.parse.{name}() is deprecated as of 3.8{advice}");
            return body(a);
        });
    }

    /// <summary>The two groups of a pattern, if it fits.</summary>
    private static Any[]? Matched(Any text, string pattern, bool fully)
    {
        var match = ((Any)ReModule.Compile(pattern, (long)RegexFlags.DotAll)).Invoke(fully ? "fullmatch" : "match", text);
        return match.IsNone ? null : [match.Invoke("group", 1), match.Invoke("group", 2)];
    }

    private static Any NumberedPort(Any text, Any otherwise)
    {
        var parts = text.Invoke("rpartition", ":");
        if (!parts[1].Truth)
            return PyTuple.Of(parts[2], otherwise);
        var port = Operators.Str(parts[2]);
        return PyTuple.Of(parts[0], port.Length == 0 ? otherwise : port.All(char.IsAsciiDigit) ? PyInt.Parse(port) : Any.None);
    }

    private static Any Last(Any text, string sign)
    {
        var parts = text.Invoke("rpartition", sign);
        return parts[1].Truth ? PyTuple.Of(parts[0], parts[2]) : PyTuple.Of(text, Any.None);
    }

    private static Any ToBytes(Any url)
    {
        if (PyValueInstance.Unwrap(url).Ref is string text && !text.All(char.IsAscii))
            throw new UnicodeError($"URL {Operators.Repr(url)} contains non-ASCII characters");
        return url;
    }

    private static string Unwrapped(string url)
    {
        if (url.StartsWith('<') && url.EndsWith('>'))
            url = url[1..^1].Trim();
        return url.StartsWith("URL:", StringComparison.Ordinal) ? url[4..].Trim() : url;
    }
}
