using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Pytocs.Lowering.Tests;

/// <summary>The documentation and the sources agree, and the house rules hold.</summary>
public sealed partial class CodeMapTests
{
    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex("`((?:src|runtime|tests)/[A-Za-z0-9_./]+)`")]
    private static partial Regex MapPath();

    [Fact]
    public void Every_path_of_the_code_map_exists()
    {
        var missing = MapPath().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "ARCHITECTURE.md"))).Select(m => m.Groups[1].Value)
            .Where(p => !File.Exists(Path.Combine(Root(), p)) && !Directory.Exists(Path.Combine(Root(), p)));
        Assert.Empty(missing);
    }

    [Fact]
    public void No_source_file_has_more_than_500_lines()
    {
        var folders = ((string[])["src", "runtime", "tests"]).SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root(), f), "*.cs", SearchOption.AllDirectories));
        var long_ = folders.Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Golden/", StringComparison.Ordinal) && File.ReadLines(f).Count() > 500);
        Assert.Empty(long_.Select(f => Path.GetRelativePath(Root(), f)));
    }
}
