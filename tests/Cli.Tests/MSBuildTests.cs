using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>
/// The packages, from a folder feed: a project that <c>pytocs init</c> starts is built, run, edited, built again, broken, and cleaned.
/// </summary>
[Collection(nameof(PackageFeed))]
public sealed class MSBuildTests(PackageFeed feed)
{
    private readonly Sandbox _box = feed.Box;

    private Result Dotnet(string folder, params string[] args) => feed.Dotnet(folder, args);

    private Result Build() => Dotnet("hello", "build", "--no-restore", "-v", "q");

    private string Output() => Dotnet("hello", "exec", "bin/Debug/net10.0/Hello.dll").Output;

    [Fact]
    public void A_project_builds_its_Python_files()
    {
        Assert.Equal(["Pytocs", "Pytocs.Interpreter", "Pytocs.MSBuild", "Pytocs.Runtime", "Pytocs.Tool"], Directory.EnumerateFiles(_box.PathOf("feed")).Select(f => Path.GetFileName(f).Replace(".0.1.0.nupkg", "")).Order(StringComparer.Ordinal));
        Assert.Equal(0, _box.Pytocs("init", "hello").Code);
        var restored = Dotnet("hello", "restore");
        Assert.True(restored.Code == 0, restored.Output);
        var built = Build();
        Assert.True(built.Code == 0 && built.Output.Contains("0 Warning(s)", StringComparison.Ordinal), built.Output);
        Assert.Equal("tick 0\ntick 1\ntick 2\n", Output());
        // A project without packages has no data of packages.
        Assert.False(_box.Has("hello/bin/Debug/net10.0/Hello.csproj") || _box.Has("hello/bin/Debug/net10.0/pyproject.toml"));

        // Nothing to do: the conversion does not run.
        var generated = _box.PathOf("hello/obj/Debug/net10.0/pytocs/main.g.cs");
        var stamp = File.GetLastWriteTimeUtc(_box.PathOf("hello/obj/Debug/net10.0/pytocs/pytocs.stamp"));
        Assert.Equal(0, Build().Code);
        Assert.Equal(stamp, File.GetLastWriteTimeUtc(_box.PathOf("hello/obj/Debug/net10.0/pytocs/pytocs.stamp")));

        // A generated file that is gone comes back.
        File.Delete(generated);
        Assert.Equal(0, Build().Code);
        Assert.True(File.Exists(generated));

        // An edit and a new module.
        _box.Write("hello/words/greeting.py", "def greet(name: str) -> str:\n    return f'hi {name}'\n");
        _box.Write("hello/main.py", "from words.greeting import greet\nprint(greet('Ann'))\n");
        Assert.Equal(0, Build().Code);
        Assert.Equal("hi Ann\n", Output());

        // Errors are told at their place in the Python file, whether pytocs or the C# compiler finds them.
        _box.Write("hello/main.py", "from words.greeting import greet\nprint(greet('Ann')\n");
        var broken = Build();
        Assert.Equal(1, broken.Code);
        Assert.Contains("main.py(2,6,2,7): error PTC1001: '(' was never closed", broken.Output);

        // A file that is gone leaves nothing behind.
        _box.Write("hello/main.py", "print('alone')\n");
        Directory.Delete(_box.PathOf("hello/words"), recursive: true);
        Assert.Equal(0, Build().Code);
        Assert.Equal("alone\n", Output());
        Assert.False(_box.Has("hello/obj/Debug/net10.0/pytocs/words/greeting.g.cs"));
        Assert.Equal(0, Dotnet("hello", "clean", "-v", "q").Code);
        Assert.False(File.Exists(generated));
    }
}
