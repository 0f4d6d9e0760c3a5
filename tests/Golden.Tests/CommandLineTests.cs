using System.Diagnostics;
using Xunit;

namespace Pytocs.Golden.Tests;

/// <summary>What the command line says and does with input that is wrong.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pytocs-cli");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static (string Output, string Error, int Code) Pytocs(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, error.Result, process.ExitCode);
    }

    [Fact]
    public void A_syntax_error_is_located_and_coded()
    {
        var path = Write("bad.py", "x = 1\ndef f(:\n    pass\n");
        var (output, error, code) = Pytocs("convert", path, "-o", Path.Combine(_folder.FullName, "bad.cs"));
        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Contains($"{path}(2,", error);
        Assert.Contains("error PTC1001:", error);
        Assert.DoesNotContain("   at ", error);
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "bad.cs")));
    }

    [Theory]
    [InlineData("missing.py", "no such file")]
    [InlineData(".", "it is a directory")]
    public void What_cannot_be_read_is_one_clear_line(string name, string reason)
    {
        var (_, error, code) = Pytocs("run", Path.Combine(_folder.FullName, name));
        Assert.Equal(2, code);
        Assert.Contains("PTC9001", error);
        Assert.Contains(reason, error);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused()
    {
        var path = Path.Combine(_folder.FullName, "latin.py");
        File.WriteAllBytes(path, [(byte)'x', (byte)'=', (byte)'\'', 0xe9, (byte)'\'', (byte)'\n']);
        var (_, error, code) = Pytocs("run", path);
        Assert.Equal(2, code);
        Assert.Contains("PTC1004", error);
    }

    [Fact]
    public void A_file_of_somebody_else_is_not_overwritten()
    {
        var path = Write("ok.py", "print(1)\n");
        var target = Write("ok.cs", "// mine\n");
        var (_, error, code) = Pytocs("convert", path, "-o", target);
        Assert.Equal(2, code);
        Assert.Contains("PTC9003", error);
        Assert.Equal("// mine\n", File.ReadAllText(target));
        Assert.Equal(0, Pytocs("convert", path, "-o", target, "--force").Code);
        Assert.Contains("Print(1)", File.ReadAllText(target));
    }

    [Fact]
    public void A_script_ends_with_its_own_exit_code_and_gets_its_arguments()
    {
        var path = Write("exit.py", "import sys\nprint(sys.argv[1:])\nsys.exit(7)\n");
        var (output, _, code) = Pytocs("run", path, "a", "b c");
        Assert.Equal("['a', 'b c']\n", output);
        Assert.Equal(7, code);
    }

    [Theory]
    [InlineData("tracebacks")]
    [InlineData("coroutines")]
    [InlineData("carets_of_alike_parts")]
    public void Tracebacks_are_CPythons(string name)
    {
        var script = Path.Combine(GoldenCase.Root, "tests/Golden.Tests/Tracebacks", name + ".py");
        var (output, error, code) = Pytocs("run", script);
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(script, ".out")), output);
        Assert.Equal("", error);
        Assert.Equal(0, code);
    }

    [Fact]
    public void A_script_warns_as_the_interpreter_does()
    {
        var path = Write("warn.py", "x = 'a\\d'\nprint(x)\n");
        var (output, error, code) = Pytocs("run", path);
        Assert.Equal("a\\d\n", output);
        Assert.Equal($"{path}:1: SyntaxWarning: invalid escape sequence '\\d'\n  x = 'a\\d'\n", error);
        Assert.Equal(0, code);
    }

    [Fact]
    public void Source_text_that_only_the_run_knows_is_warned_of()
    {
        var (_, error, code) = Pytocs("convert", Write("text.py", "exec('x = 1')\n"));
        Assert.Contains("(1,1,1,5): warning PTC4002: exec()", error);
        Assert.Equal(0, code);
    }

    [Fact]
    public void Imports_that_will_fail_are_warned_of_but_not_by_run()
    {
        var path = Write("missing.py", "try:\n    import nowhere_a\nexcept ImportError:\n    pass\nfrom json import dumpz\nimport nowhere_b\n");
        var (_, error, code) = Pytocs("convert", path);
        Assert.Contains("(5,18,5,23): warning PTC4004: pytocs's module 'json' has no 'dumpz'", error);
        Assert.Contains("(6,8,6,17): warning PTC4003: module 'nowhere_b'", error);
        Assert.DoesNotContain("nowhere_a", error);
        Assert.Equal(0, code);
        Assert.DoesNotContain("PTC400", Pytocs("run", path).Error);
    }

    [Fact]
    public void A_folder_of_the_library_gives_modules_that_are_missing()
    {
        Write("lib/quaint.py", "def f():\n    return 'converted'\n");
        Write("lib/json.py", "raise ValueError('the runtime has one of its own')\n");
        var path = Write("uses.py", "import json\nimport quaint\nprint(json.dumps(quaint.f()))\n");
        Assert.Equal(("\"converted\"\n", "", 0), Pytocs("run", "--library", Path.Combine(Path.GetDirectoryName(path)!, "lib"), path));
    }

    [Fact]
    public void An_uncaught_exception_ends_as_in_Python()
    {
        var path = Write("raise.py", "print('before')\nraise ValueError('wrong')\n");
        var (output, error, code) = Pytocs("run", path);
        Assert.Equal("before\n", output);
        Assert.EndsWith("ValueError: wrong\n", error);
        Assert.Equal(1, code);
    }
}
