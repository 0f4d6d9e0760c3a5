namespace Pytocs.Lowering.Declarations;

/// <summary>Docstrings, as Python keeps them and as C# readers see them.</summary>
internal static class Docstrings
{
    private const int TabSize = 8;

    /// <summary>
    /// The value of <c>__doc__</c>: since 3.13 the compiler takes away the indentation that the lines after the first share.
    /// See <see href="https://docs.python.org/3.13/whatsnew/3.13.html#other-language-changes">what's new in 3.13</see>.
    /// </summary>
    public static string AsKept(string doc)
    {
        var lines = ExpandTabs(doc).Split('\n');
        var margin = int.MaxValue;
        foreach (var line in lines.AsSpan(1))
            if (line.Trim(' ').Length > 0)
                margin = Math.Min(margin, Indent(line));
        if (margin == int.MaxValue)
            margin = 0;
        return string.Join('\n', lines.Select((l, i) => i == 0 ? l.TrimStart(' ') : l[Math.Min(margin, Indent(l))..]));
    }

    /// <summary>The text of an XML comment: without empty lines around it.</summary>
    public static string? ForReaders(string? doc)
        => doc is null ? null : string.Join('\n', AsKept(doc).Split('\n').Select(l => l.TrimEnd())).Trim('\n');

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    private static string ExpandTabs(string text)
    {
        if (!text.Contains('\t', StringComparison.Ordinal))
            return text;
        var result = new System.Text.StringBuilder();
        var column = 0;
        foreach (var c in text)
        {
            if (c == '\t')
            {
                var count = TabSize - (column % TabSize);
                result.Append(' ', count);
                column += count;
                continue;
            }
            result.Append(c);
            column = c == '\n' ? 0 : column + 1;
        }
        return result.ToString();
    }
}
