using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;
using Pytocs.Cli.Verify;

namespace Pytocs.Cli.Golden;

/// <summary>Checks or records one program after another.</summary>
internal sealed class GoldenCheck(bool updates, bool force, PythonOracle? oracle, Limits limits, string[] search, TextWriter differences)
{
    /// <summary>How many programs have something recorded.</summary>
    public int Checked { get; private set; }

    /// <summary>How many are not as recorded.</summary>
    public int Differing { get; private set; }

    /// <returns>The exit code for this program.</returns>
    public int Run(string script)
    {
        var path = Path.GetFullPath(script);
        // A module that only others use has no recording of its own.
        if (!updates && !File.Exists(Path.ChangeExtension(path, ".cs")) && Expectation.Recorded(path) is null)
            return ExitCodes.Fine;
        Checked++;
        if (Conversion.Of(script, new ConversionOptions { SearchPath = search }) is not { } conversion)
            return ExitCodes.WrongUse;
        if (conversion.HasErrors)
        {
            Differing++;
            return ExitCodes.Findings;
        }
        var scratch = Directory.CreateTempSubdirectory("pytocs-golden").FullName;
        try
        {
            var isSame = Text(script, conversion) & Behaviour(script, path, conversion, scratch);
            Differing += isSame ? 0 : 1;
            return isSame ? ExitCodes.Fine : ExitCodes.Findings;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private bool Text(string script, Conversion conversion)
    {
        var file = Path.ChangeExtension(script, ".cs");
        if (updates)
        {
            var writer = new OutputWriter(force, root: null);
            writer.Add(file, conversion.Text, script);
            return writer.Commit();
        }
        if (!File.Exists(file))
            return true;
        var recorded = File.ReadAllText(file).ReplaceLineEndings("\n");
        if (recorded.StartsWith(OutputWriter.Mark + "\n", StringComparison.Ordinal))
            recorded = recorded[(OutputWriter.Mark.Length + 1)..];
        return recorded == conversion.Text || Differs(script, $"the C# is not the recorded one in {Path.GetFileName(file)}", "recorded C#", recorded, conversion.Text);
    }

    private bool Behaviour(string script, string path, Conversion conversion, string scratch)
    {
        if (InMemory.Compile(conversion, "Program", out var diagnostics, resources: CompiledImage.Positions(conversion)) is not { } image)
        {
            Report.Write(InMemory.Defect(script, diagnostics.First(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)));
            return false;
        }
        var options = new VerifyOptions(oracle, limits, false, search, [], false, updates);
        var runner = new ProgramRunner(options, path, scratch);
        if (updates && oracle is not null)
            Expectation.Record(path, runner.RunPython());
        if (Expectation.Recorded(path) is not { } expected)
            return true;
        var file = Path.Combine(scratch, "program.dll");
        File.WriteAllBytes(file, image);
        var verdict = Verdict.Compare(script, expected, runner.RunImage(file));
        if (verdict.Outcome == Outcome.Same)
            return true;
        Report.Write(ToolCatalogue.GoldenDiffers, script, verdict.Reason);
        VerifyReport.Differences(verdict, differences);
        return false;
    }

    private bool Differs(string script, string reason, string what, string old, string now)
    {
        Report.Write(ToolCatalogue.GoldenDiffers, script, reason);
        differences.WriteLine($"--- {what}");
        differences.WriteLine("+++ now");
        differences.Write(LineDiff.Of(old, now));
        return false;
    }
}
