using Pytocs.Lowering.Binding;

namespace Pytocs.Cli.Reports;

/// <summary>One line of the report: what a function, class or variable became, and why.</summary>
/// <param name="Path">The Python file.</param>
/// <param name="Line">Where it is defined, from 1.</param>
/// <param name="Kind">generator, class or function.</param>
/// <param name="Name">Its qualified name.</param>
/// <param name="Became">What it became: native or exact, C# class or dynamic, typed or dynamic.</param>
/// <param name="Reason">Why.</param>
internal sealed record ReportLine(string Path, int Line, string Kind, string Name, string Became, string Reason);

/// <summary>
/// Says of every generator whether it became a C# iterator, of every class whether it became a C# class, and of every function
/// which of its values have no C# type, with the reason: what to change in the Python to get plainer and faster C#.
/// </summary>
internal static class TierReport
{
    public static IEnumerable<ReportLine> Of(Conversion conversion)
        => conversion.Modules.SelectMany(m => Of(m.Lowered.Model)).OrderBy(l => l.Path, StringComparer.Ordinal).ThenBy(l => l.Line);

    private static IEnumerable<ReportLine> Of(SemanticModel model)
    {
        foreach (var cls in model.Classes.Values)
            yield return Line("class", cls.QualName, cls.Definition.Span.Start, cls.IsNative ? "C# class" : "dynamic", cls.DynamicReason ?? "its shape is plain to see");
        foreach (var function in model.Functions.Values.Where(f => f.Definition is not null))
        {
            if (function.IsGenerator)
                yield return Line(function.IsAsync ? "async generator" : "generator", function.QualName, function.Node.Span.Start, function.Tier == Tier.Native ? "native" : "exact", function.TierReason);
            var untyped = Untyped(function).ToList();
            yield return Line(
                function.IsCoroutine ? "coroutine" : "function", function.QualName, function.Node.Span.Start, untyped.Count == 0 ? "typed" : "dynamic in part",
                untyped.Count == 0 ? "every parameter, local and result has a C# type" : $"no one type is known of {string.Join(", ", untyped)}");
        }

        ReportLine Line(string kind, string name, int position, string became, string reason)
            => new(model.Source.Path, model.Source.LineOf(position), kind, name, became, reason);
    }

    private static IEnumerable<string> Untyped(FunctionSymbol function)
    {
        foreach (var symbol in function.Scope.Symbols.Values.Where(s => s.Final.IsAny && s.Function is null && s.Class is null && s.Import is null))
            yield return symbol.Name;
        if (function.Returns.Final.IsAny)
            yield return "its result";
        if (function.IsGenerator && function.Yields.Final.IsAny)
            yield return "what it yields";
    }

    public static void Write(Conversion conversion, TextWriter to)
    {
        var lines = Of(conversion).ToList();
        foreach (var line in lines)
            to.WriteLine($"{line.Path}({line.Line}): {line.Kind} {line.Name}: {line.Became}: {line.Reason}");
        foreach (var kind in lines.GroupBy(l => l.Kind == "async generator" ? "generator" : l.Kind == "coroutine" ? "function" : l.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            to.WriteLine($"{kind.Count()} {(kind.Key == "class" ? "classes" : kind.Key + "s")}: {string.Join(", ", kind.GroupBy(l => l.Became).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"))}");
    }
}
