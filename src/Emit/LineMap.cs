using System.Globalization;
using System.Text.RegularExpressions;
using Pytocs.Lowering.Tree;
using Pytocs.Parser.Text;

namespace Pytocs.Emit;

/// <summary>
/// Which stretch of a C# file came from where in the Python file: what <c>#line</c> directives say, for a file that has none. Lines count
/// from one, columns from zero; a Python line of zero stands for code that has no counterpart.
/// </summary>
public static partial class LineMap
{
    [GeneratedRegex(@"^#line (?:hidden|\((\d+),(\d+)\)-\(\d+,\d+\) \d+ ""map"")$")]
    private static partial Regex Directive();

    /// <param name="file">The lowered file.</param>
    /// <param name="source">The Python text.</param>
    /// <param name="text">The C# text without directives.</param>
    /// <returns>Where the code changes its place, in the order of the C# text; nothing where the two texts do not agree.</returns>
    public static IReadOnlyList<(int Line, int Column, int PythonLine, int PythonColumn)> Of(LowFile file, SourceText source, string text)
    {
        var lines = new SourceText("", text);
        var places = new List<(int Line, int Column, int PythonLine, int PythonColumn)>();
        (int Line, int Column)? pending = null;
        var at = 0;
        // A directive inside an expression breaks its line, which is whole in the text: the two differ in white space.
        foreach (var written in CSharpEmitter.ToText(file, new LineDirectives(source, "map")).Split('\n').Select(l => l.Trim()))
        {
            if (Directive().Match(written) is { Success: true } directive)
            {
                pending = directive.Groups[1].Success ? (Number(directive.Groups[1]), Number(directive.Groups[2]) - 1) : (0, 0);
                continue;
            }
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (string.CompareOrdinal(text, at, written, 0, written.Length) != 0)
                return [];
            if (pending is var (line, column) && written.Length > 0)
            {
                var place = lines.LineOf(at);
                places.Add((place, at - lines.LineStart(place), line, column));
                pending = null;
            }
            at += written.Length;
        }
        return places;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
}
