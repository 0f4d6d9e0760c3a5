using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tokens;

/// <summary>In which encoding a source file says that it is written. See <see href="https://docs.python.org/3.13/library/tokenize.html#tokenize.detect_encoding">detect_encoding</see>.</summary>
internal static class SourceEncoding
{
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    public static readonly Any Cookie = Modules.Import("re").Invoke("compile", @"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", Modules.Import("re").Get("ASCII"));

    public static readonly Any Blank = Modules.Import("re").Invoke("compile", new PyBytes(@"^[ \t\f]*(?:[#\r\n]|$)"u8.ToArray()));

    /// <summary>The encoding, and the lines that were read to find it.</summary>
    /// <exception cref="SyntaxError">The encoding is unknown, or the lines are not written in it.</exception>
    public static (string Encoding, List<Any> Lines) Detect(Any readline)
    {
        var name = Operators.GetAttr(readline, "__self__", Any.None) is { IsNone: false } file ? Operators.GetAttr(file, "name", Any.None) : Any.None;
        var first = Line(readline);
        if (first.Ref is string)
            throw new TypeError("startswith first arg must be str or a tuple of str, not bytes");
        var fallback = "utf-8";
        if (first.Ref is PyBytesBase bytes && bytes.Span.StartsWith(s_mark))
        {
            first = new PyBytes(bytes.Span[3..].ToArray());
            fallback = "utf-8-sig";
        }
        if (!first.Truth)
            return (fallback, []);
        if (Find(first, fallback, name) is { } encoding)
            return (encoding, [first]);
        if (Blank.Invoke("match", first).IsNone)
            return (fallback, [first]);
        var second = Line(readline);
        return second.Truth ? (Find(second, fallback, name) ?? fallback, [first, second]) : (fallback, [first]);
    }

    /// <summary>The next line; empty at the end.</summary>
    public static Any Line(Any readline)
    {
        try
        {
            return readline.Call();
        }
        catch (StopIteration)
        {
            return new PyBytes([]);
        }
    }

    /// <summary>A line as text.</summary>
    public static string? Text(Any line, string encoding) => line.Truth ? Operators.Str(line.Invoke("decode", encoding)) : null;

    private static string? Find(Any line, string fallback, Any file)
    {
        string text;
        try
        {
            text = Operators.Str(line.Invoke("decode", "utf-8"));
        }
        catch (UnicodeDecodeError)
        {
            throw new SyntaxError("invalid or missing encoding declaration" + (file.IsNone ? "" : $" for {Operators.Repr(file)}"));
        }
        var match = Cookie.Invoke("match", text);
        if (match.IsNone)
            return null;
        var encoding = Normal(Operators.Str(match.Invoke("group", 1)));
        try
        {
            Modules.Import("codecs").Invoke("lookup", encoding);
        }
        catch (LookupError)
        {
            throw new SyntaxError(file.IsNone ? $"unknown encoding: {encoding}" : $"unknown encoding for {Operators.Repr(file)}: {encoding}");
        }
        if (fallback == "utf-8")
            return encoding;
        return encoding == "utf-8" ? "utf-8-sig" : throw new SyntaxError(file.IsNone ? "encoding problem: utf-8" : $"encoding problem for {Operators.Repr(file)}: utf-8");
    }

    private static string Normal(string encoding)
    {
        var name = (encoding.Length > 12 ? encoding[..12] : encoding).ToLowerInvariant().Replace('_', '-');
        if (name == "utf-8" || name.StartsWith("utf-8-", StringComparison.Ordinal))
            return "utf-8";
        return Array.Exists(["latin-1", "iso-8859-1", "iso-latin-1"], n => name == n || name.StartsWith(n + "-", StringComparison.Ordinal)) ? "iso-8859-1" : encoding;
    }
}
