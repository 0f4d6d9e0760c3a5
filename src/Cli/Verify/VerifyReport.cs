using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli.Verify;

/// <summary>What is told of a verification: a table, the reasons by their number, each failure with how to repeat it.</summary>
internal static class VerifyReport
{
    private static readonly (Outcome Outcome, string Text)[] s_leftOut =
    [
        (Outcome.NotPython, "left out, since CPython refuses them too"),
        (Outcome.Unstable, "left out, since CPython's own run cannot be compared"),
        (Outcome.NothingToCompare, "left out, since nothing is recorded for them"),
    ];

    public static void Text(IReadOnlyList<Verdict> verdicts, string replay, TextWriter to)
    {
        var counted = verdicts.Where(v => v.Counts).ToList();
        to.WriteLine($"{"programs",10} {"converted",10} {"compiled",10} {"same",10}");
        to.WriteLine($"{counted.Count,10} {counted.Count(v => v.Outcome != Outcome.NotConverted),10} {counted.Count(v => v.Outcome is Outcome.Same or Outcome.Differs),10} {counted.Count(v => v.Outcome == Outcome.Same),10}");
        foreach (var (count, text) in LeftOut(verdicts))
            to.WriteLine($"{count,10} {text}");
        var failures = verdicts.Where(v => v.IsFailure).ToList();
        if (failures.Count == 0)
            return;
        to.WriteLine();
        to.WriteLine("Reasons:");
        foreach (var (count, outcome, kind) in Reasons(failures))
            to.WriteLine($"{count,10} {outcome}: {kind}");
        to.WriteLine();
        to.WriteLine("Each of them again, with what differs:");
        foreach (var failure in failures)
            to.WriteLine($"    {replay} {Quoted(failure.Script)}");
    }

    /// <summary>How many programs are not compared, and why.</summary>
    public static IEnumerable<(int Count, string Text)> LeftOut(IReadOnlyList<Verdict> verdicts)
        => s_leftOut.Select(k => (Count: verdicts.Count(v => v.Outcome == k.Outcome), k.Text)).Where(static l => l.Count > 0);

    /// <summary>The kinds of reasons, the most frequent first.</summary>
    public static IEnumerable<(int Count, string Outcome, string Kind)> Reasons(IReadOnlyList<Verdict> failures)
        => failures.GroupBy(static v => (v.Outcome, Kind: Verdict.Kind(v.Reason!))).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key.Kind, StringComparer.Ordinal).Select(static g => (g.Count(), Word(g.Key.Outcome), g.Key.Kind));

    /// <summary>What one program printed differently, line by line.</summary>
    public static void Differences(Verdict verdict, TextWriter to)
    {
        if (verdict is not { Expected: { } expected, Actual: { } actual } || verdict.Outcome == Outcome.Same)
        {
            if (verdict.Reason is not null)
                to.WriteLine($"{verdict.Script}: {Word(verdict.Outcome)}: {verdict.Reason}");
            return;
        }
        var got = Expectation.Of(actual);
        to.WriteLine($"{verdict.Script}: {verdict.Reason}");
        foreach (var (name, old, now) in ((string, string?, string)[])[("standard output", expected.Output, got.Output!), ("standard error", expected.Error, got.Error!)])
        {
            if (Verdict.IsSame(old, now))
                continue;
            to.WriteLine($"--- {name} of CPython");
            to.WriteLine($"+++ {name} of the C#");
            to.Write(LineDiff.Of(old!, now));
        }
    }

    public static void Json(IReadOnlyList<Verdict> verdicts, string replay, TextWriter to) => Diagnostics.Json.Write(to, writer =>
    {
        var counted = verdicts.Where(v => v.Counts).ToList();
        writer.WriteStartObject();
        writer.WriteNumber("programs", counted.Count);
        writer.WriteNumber("converted", counted.Count(v => v.Outcome != Outcome.NotConverted));
        writer.WriteNumber("compiled", counted.Count(v => v.Outcome is Outcome.Same or Outcome.Differs));
        writer.WriteNumber("same", counted.Count(v => v.Outcome == Outcome.Same));
        writer.WriteNumber("notPython", verdicts.Count(v => v.Outcome == Outcome.NotPython));
        writer.WriteNumber("unstable", verdicts.Count(v => v.Outcome == Outcome.Unstable));
        writer.WriteNumber("nothingToCompare", verdicts.Count(v => v.Outcome == Outcome.NothingToCompare));
        writer.WriteStartArray("results");
        foreach (var verdict in verdicts)
        {
            writer.WriteStartObject();
            writer.WriteString("file", verdict.Script);
            writer.WriteString("outcome", System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(verdict.Outcome.ToString()));
            if (verdict.Reason is not null)
                writer.WriteString("reason", verdict.Reason);
            if (verdict.IsFailure)
                writer.WriteString("replay", $"{replay} {Quoted(verdict.Script)}");
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.NotConverted => "not converted",
        Outcome.NotCompiled => "not compiled",
        Outcome.Differs => "differs",
        Outcome.NotPython => "no Python",
        Outcome.NothingToCompare => "not compared",
        _ => "left out",
    };

    private static string Quoted(string path)
        => path.All(static c => char.IsLetterOrDigit(c) || "/\\._-+:".Contains(c, StringComparison.Ordinal)) ? path : "'" + path.Replace("'", "'\\''") + "'";
}
