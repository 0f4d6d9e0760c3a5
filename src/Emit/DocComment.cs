namespace Pytocs.Emit;

/// <summary>A docstring as an XML documentation comment: its first paragraph the summary, the rest remarks.</summary>
internal static class DocComment
{
    /// <summary>Writes the comment, whose first line is indented already, and the indentation of what it documents.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="doc">The docstring, cleaned of indentation.</param>
    /// <param name="inline">Plain comments instead of XML, for local functions, which take no documentation.</param>
    public static void Write(CSharpWriter writer, string doc, bool inline = false)
    {
        foreach (var line in inline ? doc.Split('\n').Select(static l => l.Length == 0 ? "//" : "// " + l) : Xml(doc))
            writer.Comment("", line).Write('\n').Indent();
    }

    private static List<string> Xml(string doc)
    {
        var paragraphs = doc.Split("\n\n", 2);
        var lines = new List<string>();
        Add(lines, "summary", paragraphs[0]);
        if (paragraphs.Length > 1)
            Add(lines, "remarks", paragraphs[1]);
        return lines;
    }

    private static void Add(List<string> lines, string tag, string text)
    {
        var escaped = text.Trim('\n').Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        var parts = escaped.Split('\n');
        if (parts.Length == 1)
        {
            lines.Add($"/// <{tag}>{parts[0]}</{tag}>");
            return;
        }
        lines.Add($"/// <{tag}>");
        lines.AddRange(parts.Select(p => p.Length == 0 ? "///" : "/// " + p));
        lines.Add($"/// </{tag}>");
    }
}
