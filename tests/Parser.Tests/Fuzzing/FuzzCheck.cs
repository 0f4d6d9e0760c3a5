using System.Diagnostics;
using Pytocs.Parser.Ast;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Dump;
using Pytocs.Parser.Tests.Tool;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Tests.Fuzzing;

/// <summary>What holds for every input: it ends in time, in a tree that can be written or in errors that say where they are.</summary>
internal static class FuzzCheck
{
    /// <summary>What is wrong with the parse of a text; null if nothing is.</summary>
    public static string? Problem(string text)
    {
        try
        {
            var source = new SourceText("fuzz.py", text);
            return IsSlow(source) && IsSlow(source) ? "slow" : Problem(source, PythonParser.Parse(source));
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    /// <summary>Whether parsing takes more than a second for each 100 kB.</summary>
    private static bool IsSlow(SourceText source)
    {
        var watch = Stopwatch.StartNew();
        PythonParser.Parse(source);
        return watch.Elapsed.TotalSeconds > Math.Max(1, source.Text.Length / 100_000.0);
    }

    private static string? Problem(SourceText source, ParseResult result)
    {
        foreach (var diagnostic in result.Diagnostics)
        {
            var (start, end) = (diagnostic.Span.Start, diagnostic.Span.End);
            if (start < 0 || end < start || end > source.Text.Length) return $"place {diagnostic.Span} outside the text: {diagnostic.Message}";
            if (diagnostic.Message.Length == 0 || diagnostic.Start.Line < 1 || diagnostic.Start.Column < 1) return $"no place or message: {diagnostic}";
        }
        foreach (var node in Tree.DescendantsAndSelf(result.Module))
            if (node.Span.Start < 0 || node.Span.End < node.Span.Start || node.Span.End > source.Text.Length) return $"{node.GetType().Name} at {node.Span}";
        if (result.Diagnostics.Any(d => d.Severity == Severity.Error)) return null;
        AstDump.Write(result.Module, source);
        return TriviaCheck.Run(result).FirstOrDefault();
    }
}
