using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Pytocs.Cli.Diagnostics;

/// <summary>Two texts, line by line: what only the old one has after <c>-</c>, what only the new one has after <c>+</c>.</summary>
internal static class LineDiff
{
    private const int Context = 3;
    private const int MostLines = 200;

    public static string Of(string old, string now)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(old, now, ignoreWhitespace: false).Lines;
        var text = new StringBuilder();
        var (last, shown) = (-1, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsNearChange(lines, i))
                continue;
            if (shown++ == MostLines)
                return text.Append("...\n").ToString();
            if (i > last + 1)
                text.Append("@@ line ").Append(i + 1).Append(" @@\n");
            last = i;
            text.Append(lines[i].Type switch { ChangeType.Inserted => "+", ChangeType.Deleted => "-", _ => " " }).Append(lines[i].Text).Append('\n');
        }
        if (last < 0)
            text.Append("(only the line ends differ)\n");
        return text.ToString();
    }

    private static bool IsNearChange(List<DiffPiece> lines, int at)
    {
        for (var i = Math.Max(0, at - Context); i <= Math.Min(lines.Count - 1, at + Context); i++)
            if (lines[i].Type != ChangeType.Unchanged)
                return true;
        return false;
    }
}
