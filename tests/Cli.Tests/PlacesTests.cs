using System.Text.RegularExpressions;
using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>Where coroutines stand, what nobody awaits, which part of a statement failed: told as CPython tells it, under <c>run</c> and by a written-out project.</summary>
public sealed partial class PlacesTests : IDisposable
{
    private static readonly Dictionary<string, string> s_virtual = new() { ["PYTOCS_VIRTUAL_CLOCK"] = "1" };

    private readonly Sandbox _box = new();

    public void Dispose() => _box.Dispose();

    [GeneratedRegex(@"[^\s""]*/(?=\w+\.py)")]
    private static partial Regex Folder();

    [Theory]
    [InlineData("places_of_tasks")]
    [InlineData("never_awaited")]
    [InlineData("alike_subscripts")]
    public void A_program_tells_where_it_is(string name)
    {
        var script = Path.Combine(Sandbox.Root, $"tests/Cli.Tests/Programs/{name}.py");
        Check(script, Sandbox.Start(_box.Folder, null, ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), "run", script], s_virtual));
        Assert.Equal(0, _box.Pytocs("convert", script, "--project", "-o", "app").Code);
        var built = Sandbox.Start(_box.PathOf("app"), null, ["dotnet", "build", "-v", "q"]);
        Assert.True(built.Code == 0 && built.Output.Contains("0 Warning(s)", StringComparison.Ordinal), built.Output + built.Error);
        var program = Directory.EnumerateFiles(_box.PathOf("app/bin"), "*.dll", SearchOption.AllDirectories).First(f => Path.GetFileName(f) != "Pytocs.Runtime.dll");
        Check(script, Sandbox.Start(_box.Folder, null, ["dotnet", "exec", program], s_virtual));
    }

    private static void Check(string script, Result result)
    {
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(script, ".out")), Folder().Replace(result.Output, ""));
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(script, ".err")), Folder().Replace(result.Error, ""));
        Assert.Equal(0, result.Code);
    }
}
