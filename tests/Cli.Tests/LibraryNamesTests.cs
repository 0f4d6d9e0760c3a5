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
        // Packages may make their modules known as they are loaded.
        foreach (var module in Modules.Names.ToArray())
            Modules.Import(module);
        var path = Path.Combine(Sandbox.Root, "src", "Cli", "Convert", "LibraryNames.txt");
        if (Environment.GetEnvironmentVariable("PYTOCS_GOLDEN_UPDATE") == "1")
            File.WriteAllText(path, string.Join("\n", Lines().Order(StringComparer.Ordinal)) + "\n");
        var lines = File.ReadAllLines(path).Select(static l => l.Split(' ')).ToArray();
        Assert.Empty(Modules.Names.Except(lines.Select(static l => l[0])));
        Assert.Empty(lines.Where(static l => !Modules.Has(l[0])).Select(static l => l[0]));
        Assert.Empty(lines.SelectMany(static l => l[1..].Where(n => !Modules.Has(l[0], n)).Select(n => $"{l[0]}.{n}")));
    }

    /// <summary>A line for each module, with its names; and for what else is one as a part of a module.</summary>
    private static IEnumerable<string> Lines()
    {
        var modules = Modules.Names.ToHashSet(StringComparer.Ordinal);
        foreach (var module in modules.ToArray())
        {
            var names = Builtins.Dir(Modules.Import(module)).Select(static n => n.ToString()!).Where(n => n.All(char.IsAscii) && Modules.Has(module, n)).Order(StringComparer.Ordinal).ToArray();
            yield return string.Join(' ', [module, .. names]);
            foreach (var part in names.Select(n => $"{module}.{n}").Where(p => !modules.Contains(p) && Modules.Has(p)))
                yield return part;
        }
    }

    [Theory]
    [InlineData("json", true)]
    [InlineData("os.path", true)]
    [InlineData("no_such_module", false)]
    [InlineData("json.no_such_module", false)]
    [InlineData("json.dumps", false)]
    public void Modules_are_found(string name, bool isThere) => Assert.Equal(isThere, LibraryNames.Has(name));

    [Theory]
    [InlineData("math", "sqrt", true)]
    [InlineData("math", "no_such_name", false)]
    [InlineData("ast", "Num", true)]
    public void Names_are_found(string module, string name, bool isThere) => Assert.Equal(isThere, LibraryNames.Has(module, name));
}
