using System.Text;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Shell-style wildcards as regular expressions: <see href="https://docs.python.org/3.13/library/fnmatch.html">fnmatch</see>.</summary>
internal static class WildcardText
{
    private const string Special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";

    /// <summary>What <c>re.escape</c> makes of a text.</summary>
    public static string Escape(string text) => string.Concat(text.Select(static c => Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));

    /// <summary>The regular expression of a pattern as <c>fnmatch.translate</c> writes it.</summary>
    public static string Translate(string pattern) => $"(?s:{Body(pattern, ".*", ".")})\\Z";

    /// <summary>The same without its frame.</summary>
    /// <param name="pattern">The wildcards.</param>
    /// <param name="star">What <c>*</c> stands for.</param>
    /// <param name="any">What <c>?</c> stands for.</param>
    public static string Body(string pattern, string star, string any)
    {
        // Null stands for a run of stars; the texts between two of them match as early as they can, and need no second try.
        var parts = new List<string?>();
        for (var i = 0; i < pattern.Length;)
        {
            var c = pattern[i++];
            if (c == '*')
            {
                if (parts.Count == 0 || parts[^1] is not null)
                    parts.Add(null);
            }
            else
            {
                parts.Add(c == '?' ? any : c == '[' ? Set(pattern, ref i) : Escape(c.ToString()));
            }
        }
        var result = new StringBuilder();
        var at = 0;
        while (at < parts.Count && parts[at] is { } fixedPart)
        {
            result.Append(fixedPart);
            at++;
        }
        while (at < parts.Count)
        {
            var next = parts.FindIndex(at + 1, static p => p is null);
            var between = string.Concat(parts.Skip(at + 1).Take((next < 0 ? parts.Count : next) - at - 1));
            result.Append(next < 0 ? star + between : $"(?>{star}?{between})");
            at = next < 0 ? parts.Count : next;
        }
        return result.ToString();
    }

    /// <summary>A set from behind its bracket on; a bracket that nothing closes is itself.</summary>
    private static string Set(string pattern, ref int i)
    {
        var end = i;
        if (end < pattern.Length && pattern[end] == '!')
            end++;
        if (end < pattern.Length && pattern[end] == ']')
            end++;
        while (end < pattern.Length && pattern[end] != ']')
            end++;
        if (end >= pattern.Length)
            return "\\[";
        var text = pattern[i..end];
        text = text.Contains('-', StringComparison.Ordinal) ? Ranges(pattern, i, end) : text.Replace("\\", "\\\\", StringComparison.Ordinal);
        i = end + 1;
        // Python's re reserves doubled signs in sets.
        text = Regex.Replace(text, "([&~|])", "\\$1");
        if (text.Length == 0)
            return "(?!)";
        if (text == "!")
            return ".";
        if (text[0] == '!')
            text = "^" + text[1..];
        else if (text[0] is '^' or '[')
            text = "\\" + text;
        return $"[{text}]";
    }

    /// <summary>Splits a set at the hyphens that make ranges, and drops the ranges that hold nothing.</summary>
    private static string Ranges(string pattern, int start, int end)
    {
        var chunks = new List<string>();
        var from = pattern[start] == '!' ? start + 2 : start + 1;
        var first = start;
        while (true)
        {
            var hyphen = from < end ? pattern.IndexOf('-', from, end - from) : -1;
            if (hyphen < 0)
                break;
            chunks.Add(pattern[first..hyphen]);
            first = hyphen + 1;
            from = hyphen + 3;
        }
        var last = pattern[first..end];
        if (last.Length > 0)
            chunks.Add(last);
        else
            chunks[^1] += "-";
        for (var k = chunks.Count - 1; k > 0; k--)
        {
            if (chunks[k - 1][^1] <= chunks[k][0])
                continue;
            chunks[k - 1] = chunks[k - 1][..^1] + chunks[k][1..];
            chunks.RemoveAt(k);
        }
        return string.Join('-', chunks.Select(static c => c.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal)));
    }

    private static readonly Dictionary<(string, bool), Regex> s_compiled = [];

    /// <summary>Whether a name fits a pattern.</summary>
    public static bool Fits(string name, string pattern, bool ignoreCase = false) => Compile(Translate(pattern), ignoreCase).IsMatch(name);

    /// <summary>A translated pattern as one that .NET understands.</summary>
    public static Regex Compile(string translated, bool ignoreCase)
    {
        lock (s_compiled)
        {
            if (!s_compiled.TryGetValue((translated, ignoreCase), out var regex))
            {
                if (s_compiled.Count > 500)
                    s_compiled.Clear();
                // In sets a bracket opens no subtraction, and the end is the end of the text.
                var text = Regex.Replace(translated[..^2], @"(?<=\[\^?[^\]\\]*(?:\\.[^\]\\]*)*)-\[", "-\\[").Replace("\\-", "\\x2d", StringComparison.Ordinal);
                s_compiled[(translated, ignoreCase)] = regex = new Regex("\\A" + text + "\\z", RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));
            }
            return regex;
        }
    }
}
