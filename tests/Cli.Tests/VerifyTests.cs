using System.Text.Json;
using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary><c>pytocs verify</c> tells programs that do the same from those that do not, and why.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly Sandbox _box = new();

    public void Dispose() => _box.Dispose();

    /// <summary>A stand-in for CPython 3.13: it prints the file that lies beside the script under the ending <c>.says</c>.</summary>
    private string Oracle()
    {
        var path = _box.Write("python", """
            #!/bin/sh
            if [ "$1" = -c ]; then echo cpython 3.13.9; exit; fi
            cat "${1%.py}.says"
            if [ -f "${1%.py}.varies" ]; then date +%N; fi
            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>What its README says: what is there is what pytocs recorded, so that it records it again.</summary>
    [Fact]
    public void The_example_of_golden_files_is_checked_and_recorded()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Sandbox.Root, "examples/golden_in_ci/scripts")))
            _box.Write("scripts/" + Path.GetFileName(file), File.ReadAllText(file));
        Assert.Equal(0, _box.Pytocs("golden", "scripts").Code);
        var updated = _box.Pytocs("golden", "scripts", "--update");
        Assert.True(updated.Code == 0, updated.Error);
        Assert.Equal(0, _box.Pytocs("golden", "scripts").Code);
        Assert.Contains("--update is refused under CI", Sandbox.Start(_box.Folder, null, ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), "golden", "scripts", "--update"], new Dictionary<string, string> { ["CI"] = "true" }).Error);
    }

    [Fact]
    public void Programs_are_sorted_by_what_came_of_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for CPython is a shell script");
        _box.Write("p/same.py", "print(1)\n");
        _box.Write("p/same.says", "1\n");
        _box.Write("p/differs.py", "print(2)\n");
        _box.Write("p/differs.says", "3\n");
        _box.Write("p/varies.py", "print(2)\n");
        _box.Write("p/varies.says", "3\n");
        _box.Write("p/varies.varies", "");
        _box.Write("p/broken.py", "x = (\n");
        _box.Write("p/broken.says", "it runs there\n");
        _box.Write("p/endless.py", "import time\ntime.sleep(1000)\n");
        _box.Write("p/endless.says", "");
        _box.Write("p/node_modules/other.py", "print(3)\n");
        var (output, error, code) = _box.Pytocs("verify", "p", "--python", Oracle(), "--timeout", "25", "--json");
        Assert.Equal("", error);
        Assert.Equal(1, code);
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.Equal((4, 3, 3, 1, 1), (Number("programs"), Number("converted"), Number("compiled"), Number("same"), Number("unstable")));
        var outcomes = root.GetProperty("results").EnumerateArray().ToDictionary(r => r.GetProperty("file").GetString()!, r => r.GetProperty("outcome").GetString()!);
        Assert.Equal("same", outcomes["p/same.py"]);
        Assert.Equal("differs", outcomes["p/differs.py"]);
        Assert.Equal("unstable", outcomes["p/varies.py"]);
        Assert.Equal("notConverted", outcomes["p/broken.py"]);
        Assert.Equal("differs", outcomes["p/endless.py"]);

        int Number(string name) => root.GetProperty(name).GetInt32();
    }

    [Fact]
    public void Without_an_interpreter_recorded_outputs_count()
    {
        _box.Write("greet.py", "import sys\nprint('hi', input(), sys.argv[1:])\nprint('careful', file=sys.stderr)\nsys.exit(3)\n");
        _box.Write("greet.in", "Ann\n");
        _box.Write("greet.args", "a\nb c\n");
        _box.Write("greet.out", "hi Ann ['a', 'b c']\n");
        _box.Write("greet.err", "careful\n");
        _box.Write("greet.exit", "3\n");
        var environment = new Dictionary<string, string> { ["PATH"] = Path.GetDirectoryName(Environment.ProcessPath!)! + Path.PathSeparator + _box.PathOf("none") };
        var command = new[] { Dotnet(), "exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), "verify", "greet.py" };
        var same = Sandbox.Start(_box.Folder, null, command, environment);
        Assert.Contains("PTC9004", same.Error);
        Assert.Equal(0, same.Code);
        _box.Write("greet.err", "careful!\n");
        var differs = Sandbox.Start(_box.Folder, null, command, environment);
        Assert.Equal(1, differs.Code);
        Assert.Contains("-careful!\n+careful\n", differs.Output);
        Assert.Contains("pytocs verify greet.py", differs.Output);
    }

    [Fact]
    public void Levels_of_the_library_of_CPython_do_not_count()
    {
        var path = _box.Write("gone.py", "import asyncio\n\n\nasync def main():\n    async with asyncio.timeout(1):\n        await fail()\n\n\nasync def fail():\n    raise ValueError('gone')\n\n\nasyncio.run(main())\n");
        _box.Write("gone.out", "");
        _box.Write("gone.exit", "1\n");
        const string Library = "/usr/lib/python3.13/asyncio";
        _box.Write("gone.err", $$"""
            Traceback (most recent call last):
              File "{{path}}", line 13, in <module>
                asyncio.run(main())
                ~~~~~~~~~~~^^^^^^^^
              File "{{Library}}/runners.py", line 194, in run
                return runner.run(main)
                       ~~~~~~~~~~^^^^^^
              File "{{Library}}/base_events.py", line 721, in run_until_complete
                return future.result()
                       ~~~~~~~~~~~~~^^
              File "{{path}}", line 6, in main
                await fail()
              File "{{path}}", line 10, in fail
                raise ValueError('gone')
            ValueError: gone

            """);
        var environment = new Dictionary<string, string> { ["PATH"] = _box.PathOf("none") };
        var (output, _, code) = Sandbox.Start(_box.Folder, null, [Dotnet(), "exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), "verify", path], environment);
        Assert.Equal((0, ""), (code, code == 0 ? "" : output));
    }

    [Fact]
    public void A_verification_is_kept_as_a_page()
    {
        _box.Write("p/same.py", "print(1)\n");
        _box.Write("p/same.out", "1\n");
        _box.Write("p/other.py", "print(1)\n");
        _box.Write("p/other.out", "2\n");
        var environment = new Dictionary<string, string> { ["PATH"] = _box.PathOf("none") };
        var (output, _, code) = Sandbox.Start(_box.Folder, null, [Dotnet(), "exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), "verify", "p", "--report", "page.md"], environment);
        Assert.Equal(1, code);
        Assert.Contains($"    pytocs verify {Path.Combine("p", "other.py")}\n", output);
        var page = _box.Read("page.md");
        Assert.Contains("| 2 | 2 | 2 | 1 |", page);
        Assert.Contains("| 1 | differs | the standard output differs |", page);
        Assert.Contains("-2\n+1\n", page);
    }

    private static string Dotnet() => Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? Environment.ProcessPath! : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(f => Path.Combine(f, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")).First(File.Exists);
}
