using System.Globalization;

namespace Pytocs.Runtime.Core;

/// <summary>The lines of a <see href="https://docs.python.org/3.13/library/exceptions.html#SyntaxError">SyntaxError</see>: its place, the source line, carets.</summary>
internal static class SyntaxErrorText
{
    public static IEnumerable<string> Of(SyntaxError error, string typeName)
    {
        var suffix = "";
        if (!error.Line.IsNone)
            yield return $"  File \"{(error.FileName.Truth ? Operators.Str(error.FileName) : "<string>")}\", line {Operators.Str(error.Line)}\n";
        else if (!error.FileName.IsNone)
            suffix = $" ({Operators.Str(error.FileName)})";
        if (error.Text.Ref is string text)
            foreach (var line in Marked(error, text))
                yield return line;
        yield return $"{typeName}: {(error.Reason.Truth ? Operators.Str(error.Reason) : "<no detail available>")}{suffix}\n";
    }

    private static IEnumerable<string> Marked(SyntaxError error, string text)
    {
        var whole = text.TrimEnd('\n');
        var line = whole.TrimStart(' ', '\n', '\f');
        yield return string.Create(CultureInfo.InvariantCulture, $"    {line}\n");
        if (error.Offset.IsNone)
            yield break;
        var spaces = whole.Length - line.Length;
        var offset = (int)(long)Operators.ToInt(error.Offset);
        var end = Operators.Equal(error.Line, error.EndLine) ? error.EndOffset.Truth ? (int)(long)Operators.ToInt(error.EndOffset) : offset : whole.Length + 1;
        if (text.Length > 0 && offset > text.Length)
            offset = whole.Length + 1;
        if (text.Length > 0 && end > text.Length)
            end = whole.Length + 1;
        if (offset >= end || end < 0)
            end = offset + 1;
        var (first, last) = (offset - 1 - spaces, end - 1 - spaces);
        if (first >= 0)
            yield return "    " + string.Concat(line.Take(first).Select(static c => char.IsWhiteSpace(c) ? c : ' ')) + new string('^', last - first) + "\n";
    }
}
