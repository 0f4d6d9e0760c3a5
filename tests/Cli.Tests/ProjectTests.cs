using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>Written-out projects: they print CPython's tracebacks, with and without <c>#line</c> directives in the C#.</summary>
public sealed partial class ProjectTests : IDisposable
{
    private static readonly string s_script = Path.Combine(Sandbox.Root, "tests/Cli.Tests/Programs/raises.py");

    private readonly Sandbox _box = new();

    public void Dispose() => _box.Dispose();

    [GeneratedRegex("File \"[^\"]*[/\\\\]")]
    private static partial Regex Folder();

    [Fact]
    public void A_project_prints_CPythons_traceback_until_its_CSharp_is_edited()
    {
        Assert.Equal(new Result("", "", 0), _box.Pytocs("convert", s_script, "--project", "-o", "app"));
        Assert.DoesNotContain("#line", _box.Read("app/raises.cs"));
        var (output, error, code) = Run();
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(s_script, ".out")), output);
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(s_script, ".err")), Folder().Replace(error, "File \""));
        Assert.Equal(1, code);
        _box.Write("app/raises.cs", _box.Read("app/raises.cs").Replace("namespace Raises;", "\n\nnamespace Raises;"));
        Assert.EndsWith("RuntimeError: cannot share\n", Run().Error);
        Assert.DoesNotContain("raises.py", Run().Error);
    }

    [Fact]
    public void With_line_directives_debug_information_names_the_Python_file()
    {
        Assert.Equal(0, _box.Pytocs("convert", s_script, "--project", "--line", "-o", "app").Code);
        var (_, error, _) = Run();
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(s_script, ".err")), Folder().Replace(error, "File \""));
        using var file = File.OpenRead(Directory.EnumerateFiles(_box.PathOf("app/bin"), "Raises.pdb", SearchOption.AllDirectories).First());
        using var provider = MetadataReaderProvider.FromPortablePdbStream(file);
        var symbols = provider.GetMetadataReader();
        var lines = symbols.MethodDebugInformation.SelectMany(h => symbols.GetMethodDebugInformation(h).GetSequencePoints())
            .Where(p => !p.IsHidden && symbols.GetString(symbols.GetDocument(p.Document).Name).EndsWith("raises.py", StringComparison.Ordinal))
            .ToList();
        Assert.Contains(lines, l => l is { StartLine: 14, StartColumn: 9, EndLine: 14 });
        Assert.Contains(lines, l => l is { StartLine: 32, StartColumn: 1, EndLine: 32 });
    }

    private Result Run()
    {
        var built = Sandbox.Start(_box.PathOf("app"), null, ["dotnet", "build", "-v", "q"]);
        Assert.True(built.Code == 0 && built.Output.Contains("0 Warning(s)", StringComparison.Ordinal), built.Output + built.Error);
        var program = Directory.EnumerateFiles(_box.PathOf("app/bin"), "Raises.dll", SearchOption.AllDirectories).First();
        return Sandbox.Start(_box.Folder, null, ["dotnet", "exec", program]);
    }
}
