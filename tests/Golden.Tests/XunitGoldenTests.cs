using Pytocs.Cli.Start;
using Xunit;

namespace Pytocs.Golden.Tests;

/// <summary>The C# of the example with tests, as the repository shows it, is what the tool writes.</summary>
public sealed class XunitGoldenTests : IDisposable
{
    private const string Example = "examples/with_tests";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pytocs-xunit");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_example_becomes_the_recorded_projects()
    {
        Assert.Equal(0, CommandLine.Create(["convert"]).Parse(["convert", Path.Combine(GoldenCase.Root, Example, "shop"), "--project", "--doctest", "-o", _folder.FullName]).Invoke());
        var recorded = Path.Combine(GoldenCase.Root, Example, "csharp");
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
