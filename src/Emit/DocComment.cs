using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary>A docstring as an XML documentation comment: its first paragraph the summary, the rest remarks.</summary>
internal static class DocComment
{
    /// <param name="doc">The docstring, cleaned of indentation.</param>
    /// <param name="depth">How deep the member stands.</param>
    /// <param name="inline">Plain comments instead of XML, for local functions, which take no documentation.</param>
    public static SyntaxTriviaList Lines(string doc, int depth, bool inline = false)
    {
        var paragraphs = doc.Split("\n\n", 2);
        var lines = new List<string>();
        if (inline)
        {
            lines.AddRange(doc.Split('\n').Select(l => l.Length == 0 ? "//" : "// " + l));
        }
        else
        {
            Add(lines, "summary", paragraphs[0]);
            if (paragraphs.Length > 1)
                Add(lines, "remarks", paragraphs[1]);
        }
        var result = TriviaList();
        for (var i = 0; i < lines.Count; i++)
        {
            // The indentation of the first line stands before it already.
            if (i > 0)
                result = result.AddRange(Layout.Indent(depth));
            result = result.Add(OneLine(lines[i])).AddRange(Layout.NewLine);
        }
        return inline ? result.AddRange(Layout.Indent(depth)) : result;
    }

    /// <summary>A comment of one line: what ends lines in C# alone, and no line of Python, becomes a blank.</summary>
    public static SyntaxTrivia OneLine(string text)
        => Comment(text.AsSpan().IndexOfAny("\r\u0085\u2028\u2029") < 0 ? text : string.Concat(text.Select(static c => c is '\r' or '\u0085' or '\u2028' or '\u2029' ? ' ' : c)));

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
