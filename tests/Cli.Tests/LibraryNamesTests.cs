using Pytocs.Cli.Convert;
using Pytocs.Runtime.Core;
using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>The list of the library's names, by which conversions do without the library, is that of the library.</summary>
public sealed class LibraryNamesTests
{
    /// <summary>What the list lacks is asked of the library; what it has must be there.</summary>
    [Fact]
    public void The_list_says_what_the_library_has()
    {
        var path = Path.Combine(Sandbox.Root, "src", "Cli", "Convert", "LibraryNames.txt");
        if (Environment.GetEnvironmentVariable("PYTOCS_GOLDEN_UPDATE") == "1")
            File.WriteAllText(path, string.Concat(Modules.Names.ToArray().Order(StringComparer.Ordinal).Select(Line)));
        var lines = File.ReadAllLines(path).Select(static l => l.Split(' ')).ToArray();
        Assert.Empty(Modules.Names.Except(lines.Select(static l => l[0])));
        Assert.Empty(lines.SelectMany(static l => l[1..].Where(n => !Modules.Has(l[0], n)).Select(n => $"{l[0]}.{n}")));
    }

    private static string Line(string module)
    {
        var names = Builtins.Dir(Modules.Import(module)).Select(static n => n.ToString()!);
        return string.Join(' ', [module, .. names.Where(n => n.All(char.IsAscii) && Modules.Has(module, n)).Order(StringComparer.Ordinal)]) + "\n";
    }

    [Theory]
    [InlineData("json", true)]
    [InlineData("os.path", true)]
    [InlineData("no_such_module", false)]
    [InlineData("json.no_such_module", false)]
    public void Modules_are_found(string name, bool isThere) => Assert.Equal(isThere, LibraryNames.Has(name));

    [Theory]
    [InlineData("math", "sqrt", true)]
    [InlineData("math", "no_such_name", false)]
    [InlineData("ast", "Num", true)]
    public void Names_are_found(string module, string name, bool isThere) => Assert.Equal(isThere, LibraryNames.Has(module, name));
}
