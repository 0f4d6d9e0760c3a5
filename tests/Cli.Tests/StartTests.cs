using System.Diagnostics;
using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>What a newcomer meets: help, settings, completion, the first project, watching.</summary>
public sealed class StartTests : IDisposable
{
    private readonly Sandbox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void Help_shows_commands_and_examples()
    {
        var (output, error, code) = _box.Pytocs("--help");
        Assert.Equal(("", 0), (error, code));
        foreach (var command in (string[])["convert", "run", "check", "verify", "golden", "watch", "init", "explain", "dump", "templates", "completion"])
            Assert.Contains($"\n  {command} ", output);
        Assert.Contains("Examples:\n  pytocs run app.py", output);
        Assert.Contains("pytocs convert mypackage --project", _box.Pytocs("convert", "--help").Output);
    }

    [Fact]
    public void Settings_are_defaults_of_options()
    {
        _box.Write("pyproject.toml", "[tool.pytocs]\nnamespace = \"From.Settings\"\npath = [\"lib\"]\n");
        _box.Write("lib/helper.py", "def one() -> int:\n    return 1\n");
        _box.Write("app/main.py", "import helper\nprint(helper.one())\n");
        Assert.Contains("namespace From.Settings;", _box.Pytocs("convert", "app/main.py").Output);
        Assert.Contains("namespace Given;", _box.Pytocs("convert", "app/main.py", "--namespace", "Given").Output);
        Assert.Equal("1\n", _box.Pytocs("run", "app/main.py").Output);
        _box.Write("pyproject.toml", "[tool.pytocs]\ntier = \"fast\"\n");
        var (_, error, code) = _box.Pytocs("convert", "app/main.py");
        Assert.Equal(2, code);
        Assert.StartsWith("pyproject.toml: error PTC9005: [tool.pytocs] tier", error);
    }

    [Fact]
    public void Completion_suggests_commands()
    {
        Assert.StartsWith("verify\n", _box.Pytocs("[suggest:9]", "pytocs ve").Output);
        var xunit = "pytocs convert a.py --tests ";
        Assert.Equal("none\nxunit\n", _box.Pytocs($"[suggest:{xunit.Length}]", xunit).Output);
        foreach (var shell in (string[])["zsh", "fish", "pwsh"])
            Assert.Contains("[suggest:", _box.Pytocs("completion", shell).Output);
    }

    [Theory]
    [InlineData("pytocs con", "convert")]
    [InlineData("pytocs convert --pro", "--project")]
    [InlineData("pytocs convert a.py --tests ", "none xunit a.py")]
    [InlineData("pytocs convert a", "a.py")]
    public void Bash_completes_commands_options_and_files(string line, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || !File.Exists("/bin/bash"), "there is no bash");
        _box.Write("a.py", "print(1)\n");
        _box.Write("complete.sh", $$"""
            pytocs() { dotnet exec "{{Path.Combine(AppContext.BaseDirectory, "pytocs.dll")}}" "$@"; }
            source <(pytocs completion bash)
            COMP_LINE="{{line}}"; COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ "$COMP_LINE" == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _pytocs
            printf '%s\n' "${COMPREPLY[@]}" | grep -v complete.sh | xargs
            """.ReplaceLineEndings("\n"));
        Assert.Equal(expected + "\n", Sandbox.Start(_box.Folder, null, ["bash", "complete.sh"]).Output);
    }

    [Fact]
    public void Goldens_tell_text_and_output_that_changed_and_are_not_recorded_under_CI()
    {
        _box.Write("t/add.py", "def add(a: int, b: int) -> int:\n    return a + b\n\n\nprint(add(1, 2))\n");
        _box.Write("t/add.out", "3\n");
        var command = new[] { "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), "golden", "t", "--update" };
        var refused = Sandbox.Start(_box.Folder, null, command, new Dictionary<string, string> { ["CI"] = "true" });
        Assert.Equal(2, refused.Code);
        Assert.False(_box.Has("t/add.cs"));
        Assert.Equal(0, _box.Pytocs("convert", "t/add.py", "-o", "t/add.cs").Code);
        Assert.Equal(0, _box.Pytocs("golden", "t").Code);
        _box.Write("t/add.py", "def add(a: int, b: int) -> int:\n    return a - b\n\n\nprint(add(1, 2))\n");
        var (output, error, code) = _box.Pytocs("golden", "t");
        Assert.Equal(1, code);
        Assert.Contains("-        return a + b;\n+        return a - b;\n", output);
        Assert.Contains("-3\n+-1\n", output);
        Assert.Equal(2, error.Split("PTC9006").Length - 1);
    }

    [Fact]
    public void The_report_says_why()
    {
        _box.Write("why.py", "def pairs(n):\n    got = yield n\n    yield got\n\n\nclass Named:\n    def __new__(cls):\n        return super().__new__(cls)\n\n\nprint(next(pairs(1)), Named())\n");
        var (output, _, code) = _box.Pytocs("check", "why.py", "--report");
        Assert.Equal(0, code);
        Assert.Contains("why.py(1): generator pairs: exact: the value of a yield is used\n", output);
        Assert.Contains("why.py(6): class Named: dynamic: it defines __new__\n", output);
        Assert.Contains("1 classes: 1 dynamic\n", output);
    }

    [Theory]
    [InlineData("tokens", "1,1-1,2:\tName\tx\n")]
    [InlineData("ast", "Module(body=[Assign(")]
    [InlineData("symbols", "  x: int\n")]
    [InlineData("low", "LowFile\n")]
    [InlineData("cs", "namespace A;\n")]
    public void Dump_shows_every_stage(string stage, string part)
    {
        _box.Write("a.py", "x = 1\nprint(x)\n");
        Assert.Contains(part, _box.Pytocs("dump", stage, "a.py").Output);
    }

    [Fact]
    public void Watch_runs_again_on_a_change()
    {
        var file = _box.Write("w/a.py", "print('first')\n");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), "watch", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            process.BeginErrorReadLine();
            Assert.Equal("first", process.StandardOutput.ReadLine());
            File.WriteAllText(file, "print('second!')\n");
            Assert.Equal("second!", process.StandardOutput.ReadLine());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
