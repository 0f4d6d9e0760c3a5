using System.Text;
using Pytocs.Cli.Templates;

namespace Pytocs.Cli.Verify;

/// <summary>A verification as a page to keep: the table, the reasons by their number, each failure with what differs.</summary>
internal static class MarkdownReport
{
    /// <param name="verdicts">What came of each program.</param>
    /// <param name="oracle">What they were compared with; null for recorded outputs.</param>
    /// <param name="templates">What the text comes from.</param>
    public static string Text(IReadOnlyList<Verdict> verdicts, PythonOracle? oracle, TemplateSet templates)
    {
        var counted = verdicts.Where(v => v.Counts).ToList();
        var failures = verdicts.Where(v => v.IsFailure).ToList();
        return templates.Text(
            Template.VerifyReport,
            ("programs", Number(counted.Count)),
            ("converted", Number(counted.Count(v => v.Outcome != Outcome.NotConverted))),
            ("compiled", Number(counted.Count(v => v.Outcome is Outcome.Same or Outcome.Differs))),
            ("same", Number(counted.Count(v => v.Outcome == Outcome.Same))),
            ("python", oracle is null ? "CPython, as recorded," : "CPython " + oracle.Version),
            ("left_out", LeftOut(verdicts)),
            ("reasons", failures.Count == 0 ? "" : "\n## Reasons\n\n| programs | outcome | reason |\n|---:|---|---|\n" + string.Concat(VerifyReport.Reasons(failures).Select(static r => $"| {r.Count} | {r.Outcome} | {Cell(r.Kind)} |\n"))),
            ("failures", failures.Count == 0 ? "" : "\n## Programs that are not the same\n" + string.Concat(failures.Select(Section))));
    }

    private static string LeftOut(IReadOnlyList<Verdict> verdicts)
    {
        var lines = VerifyReport.LeftOut(verdicts).Select(static l => $"- {l.Count} {l.Text}\n").ToList();
        return lines.Count == 0 ? "" : "\n" + string.Concat(lines);
    }

    private static string Section(Verdict verdict)
    {
        using var differences = new StringWriter { NewLine = "\n" };
        VerifyReport.Differences(verdict, differences);
        var text = differences.ToString();
        // A fence is longer than any run of its sign inside.
        var fence = new string('`', Math.Max(3, 1 + text.Split('\n').Max(static l => l.TakeWhile(static c => c == '`').Count())));
        return new StringBuilder().Append("\n### ").Append(verdict.Script).Append("\n\n").Append(fence).Append("diff\n").Append(text).Append(fence).Append('\n').ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
