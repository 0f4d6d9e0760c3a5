using Pytocs.Cli;
using Xunit;

namespace Pytocs.Golden.Tests;

/// <summary>Goldens as source text: a program reads them and runs them by <c>exec</c>, and prints what CPython printed.</summary>
public sealed class InterpretedGoldenTests
{
    private static readonly Lazy<byte[]> s_host = new(MakeHost);

    [Theory]
    [InlineData("Async/generator_protocol")]
    [InlineData("Async/tour_async")]
    [InlineData("Language/bank")]
    [InlineData("Language/classes_and_loops")]
    [InlineData("Language/classes_at_run_time")]
    [InlineData("Language/docstrings")]
    [InlineData("Language/exceptions_tour")]
    [InlineData("Language/handled_exceptions")]
    [InlineData("Language/source_text")]
    public void Prints_the_same_when_it_is_interpreted(string name)
    {
        var golden = new GoldenCase(Path.Combine(GoldenCase.Root, "tests", "Golden", name + ".py"));
        var (output, error, code) = GoldenTests.Run(s_host.Value, isVirtual: name.StartsWith("Async/", StringComparison.Ordinal), golden.Path);
        Assert.True(File.ReadAllText(golden.Output) == output, $"{output}{error}");
        Assert.Equal(golden.ExitCode, code);
    }

    /// <summary>The program that runs the file that its first argument names.</summary>
    private static byte[] MakeHost()
    {
        var folder = Directory.CreateTempSubdirectory("pytocs-host");
        try
        {
            var script = Path.Combine(folder.FullName, "host.py");
            File.WriteAllText(script, """
                import sys
                del sys.argv[0]
                exec(compile(open(sys.argv[0], encoding="utf-8").read(), sys.argv[0], "exec"), globals())
                """);
            var conversion = Conversion.Convert(script, new ConversionOptions());
            return InMemory.Compile(conversion!, "Golden", out _)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
