using System.Text.RegularExpressions;

namespace Pytocs.Lowering.Doctests;

/// <summary>
/// The interactive examples in a docstring. See
/// <see href="https://docs.python.org/3.13/library/doctest.html#how-are-docstring-examples-recognized">how examples are recognized</see>.
/// </summary>
internal static partial class DocExamples
{
    /// <summary>The sources of the examples, in order, without prompts; comments and blank ones are none.</summary>
    public static IEnumerable<string> Sources(string docstring)
    {
        foreach (Match match in Example().Matches(Unindented(docstring)))
        {
            var lines = match.Groups["source"].Value.Split('\n').Select(l => l.Trim(' ') is "..." or ">>>" ? "" : l.TrimStart(' ')[4..]);
            var source = string.Join('\n', lines);
            if (!BlankOrComment().IsMatch(source))
                yield return source;
        }
    }

    private static string Unindented(string text)
    {
        var lines = text.Replace("\t", "        ", StringComparison.Ordinal).Split('\n');
        var margin = lines.Where(l => l.Trim(' ').Length > 0).Select(l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => l.Length >= margin ? l[margin..] : ""));
    }

    [GeneratedRegex(@"(?<source>^[ ]*>>>(?:[ ][^\n]*|$)(?:\n[ ]*\.\.\.(?:[ ][^\n]*|$))*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    [GeneratedRegex(@"^[ ]*(#[^\n]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BlankOrComment();
}
