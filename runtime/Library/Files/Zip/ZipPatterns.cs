using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Zip;

/// <summary>Patterns of members' names: <c>*</c> and <c>?</c> stay within a name, <c>**</c> passes folders, <c>[...]</c> is a set of an expression.</summary>
internal static class ZipPatterns
{
    /// <summary>The expression that matches what a pattern does; folders' names end in a slash.</summary>
    /// <exception cref="ValueError"><c>**</c> stands beside other characters of a name.</exception>
    public static string Expression(string pattern)
    {
        var segments = pattern.Split('/');
        if (Array.Exists(segments, static s => s != "**" && s.Contains("**", StringComparison.Ordinal)))
            throw new ValueError("** must appear alone in a path segment");
        // A star that is a whole name does not match the empty one.
        var text = string.Join('/', segments.Select(static s => s == "*" ? "?*" : s));
        var result = new StringBuilder("(?s:");
        for (var i = 0; i < text.Length;)
            i = Append(text, i, result);
        return result.Append("[/]?)\\Z").ToString();
    }

    private static int Append(string text, int i, StringBuilder result)
    {
        if (text[i] == '[' && text.IndexOf(']', i) is > 0 and var end)
        {
            result.Append(text, i, end + 1 - i);
            return end + 1;
        }
        if (text[i] == '*')
        {
            var passes = i + 1 < text.Length && text[i + 1] == '*';
            result.Append(passes ? ".*" : "[^/]*");
            return i + (passes ? 2 : 1);
        }
        result.Append(text[i] == '?' ? "[^/]" : Operators.Str(Modules.Import("re").Invoke("escape", text[i].ToString())));
        return i + 1;
    }
}
