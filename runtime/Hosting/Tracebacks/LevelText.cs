using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The lines that a traceback prints for its levels: place, source text, and carets under the part that was running. See
/// <see href="https://docs.python.org/3.13/library/traceback.html#stacksummary-objects">StackSummary.format</see>.
/// </summary>
internal static class LevelText
{
    /// <summary>How often the same level is printed before the rest is only counted.</summary>
    private const int RecursiveCutoff = 3;

    /// <summary>The text of each level; of many equal ones the first three and a line that counts the rest.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<TraceLevel> levels)
    {
        var count = 0;
        string? text = null;
        for (var i = 0; i < levels.Count; i++)
        {
            var level = levels[i];
            var isSame = i > 0 && levels[i - 1] is var last && last.File == level.File && last.Line == level.Line && last.Name == level.Name;
            if (!isSame)
            {
                if (count > RecursiveCutoff)
                    yield return Repeated(count);
                count = 0;
            }
            count++;
            if (count > RecursiveCutoff)
                continue;
            if (!isSame || level != levels[i - 1])
                text = Of(level);
            yield return text!;
        }
        if (count > RecursiveCutoff)
            yield return Repeated(count);
    }

    private static string Repeated(int count)
        => string.Create(CultureInfo.InvariantCulture, $"  [Previous line repeated {count - RecursiveCutoff} more time{(count - RecursiveCutoff > 1 ? "s" : "")}]\n");

    /// <summary>The text of one level.</summary>
    public static string Of(TraceLevel level)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"  File \"{level.File}\", line {level.Line}, in {level.Name}\n");
        if (level.Span is not { } span)
        {
            if (SourceLines.Of(level.File, level.Line).Trim() is { Length: > 0 } line)
                text.Append("    ").Append(line).Append('\n');
            return text.ToString();
        }
        var original = Enumerable.Range(span.Line, span.EndLine - span.Line + 1).Select(n => SourceLines.Of(level.File, n).TrimEnd()).ToArray();
        var lines = Dedent(original);
        if (!lines.All(string.IsNullOrWhiteSpace))
            foreach (var line in Dedent([.. Marked(level, span, lines, original[0].Length - lines[0].Length)]))
                text.Append("    ").Append(line).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Marked(TraceLevel level, MapSpan span, string[] lines, int dedented)
    {
        var last = lines.Length - 1;
        var start = Math.Clamp(span.Column - dedented, 0, lines[0].Length);
        var end = Math.Clamp(span.EndColumn - dedented, 0, lines[last].Length);
        var hasAnchors = level.Anchors.Line > 0;
        var (from, to) = (level.Anchors.Line - span.Line, level.Anchors.EndLine - span.Line);
        var showsCarets = !level.IsPlain && (hasAnchors || !string.IsNullOrWhiteSpace(lines[0][..start]) || !string.IsNullOrWhiteSpace(lines[last][end..]));
        var significant = new SortedSet<int> { 0, last };
        if (hasAnchors)
            foreach (var line in (int[])[from - 1, from, from + 1, to - 1, to, to + 1])
                if (line >= 0 && line <= last)
                    significant.Add(line);
        var previous = -1;
        foreach (var line in significant)
        {
            if (line - previous == 2)
                foreach (var text in Line(line - 1))
                    yield return text;
            else if (line - previous > 2)
                yield return string.Create(CultureInfo.InvariantCulture, $"...<{line - previous - 1} lines>...");
            foreach (var text in Line(line))
                yield return text;
            previous = line;
        }

        IEnumerable<string> Line(int number)
        {
            var line = lines[number];
            yield return line;
            if (!showsCarets)
                yield break;
            var spaces = line.Length - line.TrimStart().Length;
            var carets = new StringBuilder();
            var width = number == last ? DisplayWidth.Of(line, end) : DisplayWidth.Of(line, line.Length);
            var first = number == 0 ? Math.Max(spaces, DisplayWidth.Of(line, start)) : spaces;
            for (var column = 0; column < width; column++)
                carets.Append(column < first ? ' ' : !hasAnchors || IsAnchor(number, column) ? '^' : '~');
            yield return carets.ToString();
        }

        bool IsAnchor(int number, int column)
            => (number > from || (number == from && column >= DisplayWidth.Of(lines[from], Math.Max(0, level.Anchors.Column - dedented))))
                && (number < to || (number == to && column < DisplayWidth.Of(lines[to], Math.Max(0, level.Anchors.EndColumn - dedented))));
    }

    /// <summary>The lines without the white space that they all begin with.</summary>
    private static string[] Dedent(string[] lines)
    {
        string? margin = null;
        foreach (var line in lines.Where(static l => !string.IsNullOrWhiteSpace(l)))
        {
            var indent = line[..^line.TrimStart(' ', '\t').Length];
            if (margin is null)
                margin = indent;
            else
                margin = margin[..margin.AsSpan().CommonPrefixLength(indent)];
        }
        return [.. lines.Select(l => string.IsNullOrWhiteSpace(l) ? "" : l[(margin ?? "").Length..])];
    }
}

/// <summary>Lines of Python files, as <see href="https://docs.python.org/3.13/library/linecache.html">linecache</see> keeps them.</summary>
internal static class SourceLines
{
    private static readonly Dictionary<string, (DateTime Written, string[] Lines)> s_files = new(StringComparer.Ordinal);

    /// <summary>A line, counted from one; the empty text where there is none.</summary>
    public static string Of(string file, int line)
    {
        try
        {
            lock (s_files)
            {
                if (!File.Exists(file))
                    return EmbeddedTable.OfPython(file) is { } table && line >= 1 && line <= table.SourceLines.Length ? table.SourceLines[line - 1].TrimEnd('\r') : "";
                var written = File.GetLastWriteTimeUtc(file);
                if (!s_files.TryGetValue(file, out var known) || known.Written != written)
                    s_files[file] = known = (written, File.ReadAllLines(file));
                return line >= 1 && line <= known.Lines.Length ? known.Lines[line - 1] : "";
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The text of a stretch; a line's end is one character.</summary>
    public static string Of(string file, MapSpan span)
    {
        var lines = Enumerable.Range(span.Line, span.EndLine - span.Line + 1).Select(n => Of(file, n)).ToArray();
        lines[^1] = lines[^1][..Math.Min(span.EndColumn, lines[^1].Length)];
        lines[0] = lines[0][Math.Min(span.Column, lines[0].Length)..];
        return string.Join('\n', lines);
    }
}
