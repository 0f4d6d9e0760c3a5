using System.Globalization;
using Pytocs.Parser.Text;

namespace Pytocs.Emit;

/// <summary>
/// Says in the C# which stretch of which Python file a statement came from, so that compile errors, stack traces and debuggers
/// speak of the Python file.
/// See <see href="https://learn.microsoft.com/dotnet/csharp/language-reference/preprocessor-directives#error-and-warning-information">#line</see>.
/// </summary>
/// <param name="source">The Python text.</param>
/// <param name="path">The name of the file in the directives.</param>
public sealed class LineDirectives(SourceText source, string path)
{
    /// <summary>Whatever starts before this column of the next line stands for the whole stretch.</summary>
    private const int Offset = 65000;

    /// <summary>The directive in front of code that has no counterpart in the Python file.</summary>
    public const string Hidden = "#line hidden\n";

    /// <summary>The directive in front of a line of C# that came from a stretch of the Python file.</summary>
    public string At(TextSpan span)
    {
        var (first, start) = (source.LineOf(span.Start), span.Start - source.LineStart(source.LineOf(span.Start)) + 1);
        var (last, end) = (source.LineOf(span.End), span.End - source.LineStart(source.LineOf(span.End)) + 1);
        return string.Create(CultureInfo.InvariantCulture, $"#line ({first},{start})-({last},{Math.Max(end, first == last ? start + 1 : 1)}) {Offset} \"{path}\"\n");
    }
}
