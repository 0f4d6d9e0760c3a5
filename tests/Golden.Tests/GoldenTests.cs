using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Pytocs.Cli;
using Pytocs.Cli.Files;
using Pytocs.Parser.Diagnostics;
using Pytocs.Runtime.Core;
using Xunit;

namespace Pytocs.Golden.Tests;

/// <summary>
/// The theory over all goldens: the emitted text is the recorded one, it compiles without a
/// warning, and it prints what CPython printed, in both tiers.
/// </summary>
public sealed class GoldenTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Cases => [.. GoldenCase.All()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Emits_the_recorded_text(string name)
    {
        var golden = new GoldenCase(Path.Combine(GoldenCase.Root, name));
        foreach (var (module, text, lowered) in Convert(golden, exact: false).Modules.Where(m => m.Module.Source.Text.Length > 0))
        {
            var emitted = Path.ChangeExtension(Path.Combine(GoldenCase.Root, module.Source.Path), ".cs");
            // What pytocs itself has recorded begins with its mark.
            var recorded = File.Exists(emitted) && File.ReadAllText(emitted).StartsWith(OutputWriter.Mark + "\n", StringComparison.Ordinal) ? $"{OutputWriter.Mark}\n{text}" : text;
            if (Environment.GetEnvironmentVariable("PYTOCS_GOLDEN_UPDATE") == "1" && Environment.GetEnvironmentVariable("CI") is null)
                File.WriteAllText(emitted, recorded);
            Assert.Equal(File.ReadAllText(emitted), recorded);
            if (module.Parsed.Module.Body.Length > 0)
                Assert.NotEmpty(Emit.LineMap.Of(lowered.File!, module.Source, text));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Compiles_without_warnings_and_prints_what_CPython_printed(string name) => Check(name, exact: false);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Prints_the_same_in_the_exact_tier(string name) => Check(name, exact: true);

    private static void Check(string name, bool exact)
    {
        var golden = new GoldenCase(Path.Combine(GoldenCase.Root, name));
        var conversion = Convert(golden, exact);
        var image = InMemory.Compile(conversion, "Golden", out var diagnostics, resources: Positions(golden, conversion));
        Assert.Empty(diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
        var (output, error, code) = Run(image!, isVirtual: name.StartsWith("tests/Golden/Async/", StringComparison.Ordinal));
        Assert.Equal(File.ReadAllText(golden.Output), output);
        Assert.True(code == golden.ExitCode, $"exit code {code}: {error}");
    }

    /// <summary>The position tables of the program's files, under their paths below its folder.</summary>
    private static IEnumerable<(string Name, string Text)> Positions(GoldenCase golden, Conversion conversion)
        => conversion.Modules.DistinctBy(static m => m.Module.Source.Path)
            .Select(m => (Path.GetRelativePath(Path.GetDirectoryName(golden.Path)!, Path.Combine(GoldenCase.Root, m.Module.Source.Path)) + PositionMaps.Suffix, m.Positions()));

    private static Conversion Convert(GoldenCase golden, bool exact)
    {
        var conversion = Conversion.Convert(golden.Path, new ConversionOptions(ExactTier: exact));
        Assert.NotNull(conversion);
        Assert.Empty(conversion.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
        return conversion;
    }

    /// <summary>Runs in a process of its own: the runtime's state is the process's.</summary>
    /// <param name="image">The program.</param>
    /// <param name="isVirtual">Whether time is virtual: order is tested, not time.</param>
    /// <param name="arguments">The program's arguments.</param>
    internal static (string Output, string Error, int Code) Run(byte[] image, bool isVirtual, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("pytocs-golden");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "Golden.dll"), image);
            foreach (var assembly in (string[])["Pytocs.Runtime.dll", "Pytocs.Interpreter.dll", "Pytocs.Parser.dll"])
                File.Copy(Path.Combine(AppContext.BaseDirectory, assembly), Path.Combine(folder.FullName, assembly));
            File.WriteAllText(Path.Combine(folder.FullName, "Golden.runtimeconfig.json"), """
                { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" }, "configProperties": { "System.Globalization.Invariant": true } } }
                """);
            var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(folder.FullName, "Golden.dll"), .. arguments])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder.FullName,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            };
            start.Environment["PYTHONHASHSEED"] = "0";
            start.Environment["PYTOCS_VIRTUAL_CLOCK"] = isVirtual ? "1" : "0";
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeLimit))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"the program does not end: {output.Result}{error.Result}");
            }
            return (output.Result, error.Result, process.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
