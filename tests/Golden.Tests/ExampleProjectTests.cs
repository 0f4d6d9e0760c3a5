using Pytocs.Cli.Start;
using Xunit;

namespace Pytocs.Golden.Tests;

/// <summary>The projects of examples, as the repository shows them, are what the tool writes.</summary>
public sealed class ExampleProjectTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pytocs-example");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("examples/with_tests", "shop", "--doctest")]
    [InlineData("examples/convert_once", "inventory")]
    public void An_example_becomes_the_recorded_project(string example, string source, params string[] options)
    {
        Assert.Equal(0, CommandLine.Create(["convert"]).Parse(["convert", Path.Combine(GoldenCase.Root, example, source), "--project", .. options, "-o", _folder.FullName]).Invoke());
        var recorded = Path.Combine(GoldenCase.Root, example, "csharp");
        Directory.CreateDirectory(recorded);
        var written = Files(_folder.FullName);
        if (Environment.GetEnvironmentVariable("PYTOCS_GOLDEN_UPDATE") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            foreach (var file in written)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(recorded, file))!);
                File.Copy(Path.Combine(_folder.FullName, file), Path.Combine(recorded, file), overwrite: true);
            }
        }
        Assert.Equal(written, Files(recorded));
        Assert.All(written, f => Assert.Equal(File.ReadAllText(Path.Combine(recorded, f)), File.ReadAllText(Path.Combine(_folder.FullName, f))));
    }

    /// <summary>The files that people read: the runtime and the tables of tracebacks are left out.</summary>
    private static List<string> Files(string folder)
        => [.. Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f))
            .Where(static f => !f.Split(Path.DirectorySeparatorChar).Any(static p => p is "traceback" or "lib" or "bin" or "obj")).Order(StringComparer.Ordinal)];
}
