using System.Runtime.CompilerServices;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>The forms of the methods of <c>str</c> that emitted code calls: parameters as Python names them, numbers as <see cref="PyInt"/>.</summary>
public static partial class Str
{
    /// <summary><c>s.split(sep, maxsplit)</c>.</summary>
    /// <exception cref="ValueError">The separator is empty.</exception>
    public static PyList<string> Split(string s, string? sep, PyInt maxsplit) => Split(s, sep, SequenceRules.SizeOf(maxsplit));

    /// <summary><c>s.split(maxsplit=maxsplit)</c>.</summary>
    public static PyList<string> Split(string s, PyInt maxsplit) => Split(s, null, SequenceRules.SizeOf(maxsplit));

    /// <summary><c>s.rsplit(sep, maxsplit)</c>.</summary>
    /// <exception cref="ValueError">The separator is empty.</exception>
    public static PyList<string> RSplit(string s, string? sep, PyInt maxsplit) => RSplit(s, sep, SequenceRules.SizeOf(maxsplit));

    /// <summary><c>s.rsplit(maxsplit=maxsplit)</c>.</summary>
    public static PyList<string> RSplit(string s, PyInt maxsplit) => RSplit(s, null, SequenceRules.SizeOf(maxsplit));

    /// <summary><c>s.partition(sep)</c>.</summary>
    /// <exception cref="ValueError">The separator is empty.</exception>
    public static (string, string, string) Parts(string s, string sep) => Partition(s, sep) is [var a, var b, var c] ? (a, b, c) : default;

    /// <summary><c>s.rpartition(sep)</c>.</summary>
    /// <exception cref="ValueError">The separator is empty.</exception>
    public static (string, string, string) RParts(string s, string sep) => RPartition(s, sep) is [var a, var b, var c] ? (a, b, c) : default;

    /// <summary><c>separator.join(items)</c>.</summary>
    public static string Join(string separator, IEnumerable<string> items)
    {
        if (items is PyList<string> list)
            return string.Join(separator, list.AsSpan());
        var text = new StringBuilder();
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(separator);
            first = false;
            text.Append(item);
        }
        return text.ToString();
    }

    /// <summary><c>s.replace(old, new, count)</c>.</summary>
    public static string Replace(string s, string old, string @new, PyInt count) => Replace(s, old, @new, SequenceRules.SizeOf(count));

    public static bool StartsWith(string s, string prefix) => s.StartsWith(prefix, StringComparison.Ordinal);

    public static bool StartsWith(string s, Any prefix) => StartsWith(s, prefix, Any.None, Any.None);

    public static bool StartsWith(string s, Any prefix, Any start) => StartsWith(s, prefix, start, Any.None);

    public static bool EndsWith(string s, string suffix) => s.EndsWith(suffix, StringComparison.Ordinal);

    public static bool EndsWith(string s, Any suffix) => EndsWith(s, suffix, Any.None, Any.None);

    public static bool EndsWith(string s, Any suffix, Any start) => EndsWith(s, suffix, start, Any.None);

    public static PyInt Find(string s, string part)
    {
        var at = PatternSearch.IndexOf<char>(s, part);
        return at <= 0 ? at : Position(s, at);
    }

    public static PyInt Find(string s, string part, Any start) => Find(s, part, start, Any.None);

    public static PyInt RFind(string s, string part) => RFind(s, part, Any.None, Any.None);

    public static PyInt RFind(string s, string part, Any start) => RFind(s, part, start, Any.None);

    public static PyInt Count(string s, string part) => Count(s, part, Any.None, Any.None);

    public static PyInt Count(string s, string part, Any start) => Count(s, part, start, Any.None);

    /// <summary><c>s.index(part)</c>.</summary>
    /// <exception cref="ValueError">It is not there.</exception>
    public static PyInt IndexOf(string s, string part) => Found(Find(s, part));

    /// <inheritdoc cref="IndexOf(string, string)"/>
    public static PyInt IndexOf(string s, string part, Any start) => Found(Find(s, part, start, Any.None));

    /// <inheritdoc cref="IndexOf(string, string)"/>
    public static PyInt IndexOf(string s, string part, Any start, Any end) => Found(Find(s, part, start, end));

    /// <inheritdoc cref="IndexOf(string, string)"/>
    public static PyInt RIndexOf(string s, string part) => Found(RFind(s, part));

    /// <inheritdoc cref="IndexOf(string, string)"/>
    public static PyInt RIndexOf(string s, string part, Any start) => Found(RFind(s, part, start, Any.None));

    /// <inheritdoc cref="IndexOf(string, string)"/>
    public static PyInt RIndexOf(string s, string part, Any start, Any end) => Found(RFind(s, part, start, end));

    private static PyInt Found(PyInt at) => at >= 0 ? at : throw new ValueError("substring not found");

    /// <summary><c>s.removeprefix(prefix)</c>.</summary>
    public static string RemovePrefix(string s, string prefix) => StartsWith(s, prefix) ? s[prefix.Length..] : s;

    /// <summary><c>s.removesuffix(suffix)</c>.</summary>
    public static string RemoveSuffix(string s, string suffix) => EndsWith(s, suffix) ? s[..^suffix.Length] : s;

    private static string FillOf(string fill) => Length(fill) == 1 ? fill : throw new TypeError("The fill character must be exactly one character long");

    public static string Center(string s, PyInt width) => Center(s, SequenceRules.IndexOf(width), " ");

    public static string Center(string s, PyInt width, string fill) => Center(s, SequenceRules.IndexOf(width), FillOf(fill));

    public static string LJust(string s, PyInt width) => LJust(s, SequenceRules.IndexOf(width), " ");

    public static string LJust(string s, PyInt width, string fill) => LJust(s, SequenceRules.IndexOf(width), FillOf(fill));

    public static string RJust(string s, PyInt width) => RJust(s, SequenceRules.IndexOf(width), " ");

    public static string RJust(string s, PyInt width, string fill) => RJust(s, SequenceRules.IndexOf(width), FillOf(fill));

    public static string ZFill(string s, PyInt width) => ZFill(s, SequenceRules.IndexOf(width));

    public static string ExpandTabs(string s, PyInt tabsize) => ExpandTabs(s, SequenceRules.IndexOf(tabsize));

    /// <summary><c>s.format(*args)</c>.</summary>
    public static string Format(string s, params ReadOnlySpan<Any> args) => TextFormat.Format(s, PyTuple.Of(args), new PyDict<Any, Any>());

    /// <summary><c>s.encode(encoding, errors)</c>.</summary>
    /// <exception cref="UnicodeEncodeError">A character has no encoding.</exception>
    /// <exception cref="LookupError">The encoding is not known.</exception>
    public static PyBytes Encode(string s, string encoding = "utf-8", string errors = "strict") => PyBytes.Wrap(Codecs.Encode(s, encoding, errors));
}
