using System.Runtime.CompilerServices;

namespace Pytocs.Golden.Tests;

/// <summary>One golden: a Python script, the C# it becomes, and what CPython printed.</summary>
public sealed record GoldenCase(string Path)
{
    public static string Root { get; } = FindRoot();

    public string Name => System.IO.Path.GetRelativePath(Root, Path);

    public string Output => System.IO.Path.ChangeExtension(Path, ".out");

    /// <summary>The exit code that CPython gave; 0 where no file says otherwise.</summary>
    public int ExitCode => File.Exists(System.IO.Path.ChangeExtension(Path, ".exit")) ? int.Parse(File.ReadAllText(System.IO.Path.ChangeExtension(Path, ".exit")), System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string FindRoot([CallerFilePath] string here = "")
    {
        // The test runs from its output folder; the sources lie where they were compiled.
        var folder = System.IO.Path.GetDirectoryName(here)!;
        return System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, "..", ".."));
    }

    /// <summary>Every script of the two folders that has a recorded output.</summary>
    public static IEnumerable<string> All()
        => ((string[])["tests/Golden", "examples"])
            .SelectMany(f => Directory.EnumerateFiles(System.IO.Path.Combine(Root, f), "*.py", SearchOption.AllDirectories))
            .Where(p => File.Exists(System.IO.Path.ChangeExtension(p, ".out")))
            .Select(p => System.IO.Path.GetRelativePath(Root, p))
            .Order(StringComparer.Ordinal);
}
