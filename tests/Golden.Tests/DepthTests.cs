using System.Diagnostics;
using Xunit;

namespace Pytocs.Golden.Tests;

/// <summary>Long chains and deep nesting overflow no stack, from the parser to the C# compiler.</summary>
public sealed class DepthTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pytocs-depth");

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Chain(string first, string part, int count) => first + string.Concat(Enumerable.Repeat(part, count));

    [Fact]
    public void Long_chains_run()
    {
        var program = string.Join('\n',
            "class Link:",
            "    def __init__(self):",
            "        self.next = self",
            "    def go(self):",
            "        return self",
            "def choose(x):",
            "    if x == 0:",
            "        return 0",
            string.Concat(Enumerable.Range(1, 2000).Select(i => $"    elif x == {i}:\n        return -{i}\n")),
            "a = 1",
            "link = Link()",
            "itself = []",
            "itself.append(itself)",
            "print(" + Chain("a", " + a", 9_999) + ")",
            "print(" + Chain("'s'", " + 's'", 999) + " == 's' * 1000)",
            "print(" + Chain("link", ".next", 2000) + " is " + Chain("link", ".go()", 2000) + ")",
            "print(" + Chain("a", " <= a", 2000) + ", " + Chain("a", " and a", 2000) + ", " + Chain("0", " or 0", 2000) + ")",
            "print(" + Chain("itself", "[0]", 1000) + " is itself, choose(1999))",
            "print(" + Chain("", "not ", 300) + "a, len(" + Chain("", "[", 90) + Chain("", "]", 90) + "))",
            "");
        var path = Path.Combine(_folder.FullName, "deep.py");
        File.WriteAllText(path, program);
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), "run", path]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        Assert.Equal("10000\nTrue\nTrue\nTrue 1 0\nTrue -1999\nTrue 1\n", process.StandardOutput.ReadToEnd());
    }
}
