using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>Names, links and sizes that tools stumble over: a clear message, and no file is lost, half written or somewhere else.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private readonly Sandbox _box = new();

    public void Dispose() => _box.Dispose();

    private string[] Files(string folder)
        => [.. Directory.EnumerateFiles(_box.PathOf(folder), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_box.PathOf(folder), f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_link_in_the_output_folder_leads_nothing_out_of_it()
    {
        _box.Write("in/sub/a.py", "print(1)\n");
        _box.Write("in/b.py", "print(2)\n");
        Directory.CreateDirectory(_box.PathOf("elsewhere"));
        Directory.CreateDirectory(_box.PathOf("out"));
        Directory.CreateSymbolicLink(_box.PathOf("out/sub"), _box.PathOf("elsewhere"));
        var (_, error, code) = _box.Pytocs("convert", "in/**/*.py", "-o", "out");
        Assert.Equal(2, code);
        Assert.Contains("out/sub/a.cs: error PTC9003: cannot write the file: it is outside the output folder out", error);
        Assert.Empty(Files("elsewhere"));
    }

    [Fact]
    public void A_pattern_keeps_the_folders_of_one_file_as_those_of_many()
    {
        _box.Write("in/sub/a.py", "print(1)\n");
        Assert.Equal(new Result("", "", 0), _box.Pytocs("convert", "in/**/*.py", "-o", "out"));
        Assert.Equal(["sub/a.cs"], Files("out"));
    }

    [Fact]
    public void Names_may_be_as_long_as_the_system_allows()
    {
        var name = new string('n', 252);
        _box.Write(name + ".py", "print(1)\n");
        Assert.Equal(new Result("", "", 0), _box.Pytocs("convert", name + ".py", "-o", name + ".cs"));
        Assert.StartsWith("// Written by pytocs.", _box.Read(name + ".cs"));
        Assert.Equal(2, Directory.GetFiles(_box.Folder).Length);
    }

    [Fact]
    public void What_a_process_that_was_killed_has_left_goes()
    {
        _box.Write("a.py", "print(1)\n");
        _box.Write("out/.pytocs-1-999999999", "half");
        Assert.Equal(0, _box.Pytocs("convert", "a.py", "-o", "out/").Code);
        Assert.Equal(["a.cs"], Files("out"));
    }

    [Fact]
    public void A_file_whose_name_is_not_UTF8_is_told_of()
    {
        if (OperatingSystem.IsWindows())
            return;
        _box.Write("in/a.py", "print(1)\n");
        Assert.Equal(0, Sandbox.Start(_box.Folder, null, ["sh", "-c", "printf 'print(2)' > \"in/$(printf 'b\\377').py\""]).Code);
        var (_, error, code) = _box.Pytocs("convert", "in", "--project", "-o", "out");
        Assert.Equal(2, code);
        Assert.Contains("error PTC9001: cannot read the file: its name is not UTF-8; rename it", error);
        Assert.False(Directory.Exists(_box.PathOf("out")));
        // .NET cannot remove it either.
        Assert.Equal(0, Sandbox.Start(_box.Folder, null, ["rm", "-r", "in"]).Code);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_no_file()
    {
        _box.Write("in/a.py", "print(1)\n");
        File.CreateSymbolicLink(_box.PathOf("in/lock.py"), "somebody@somewhere:17");
        File.CreateSymbolicLink(_box.PathOf("in/round.py"), "round.py");
        Assert.Equal("in/a.py: converts and compiles\n", _box.Pytocs("check", "in").Output);
    }

    [Fact]
    public void A_package_goes_before_the_module_of_its_name()
    {
        _box.Write("in/a.py", "NAME = 'module'\n");
        _box.Write("in/a/__init__.py", "NAME = 'package'\n");
        _box.Write("in/__main__.py", "import a\nprint(a.NAME)\n");
        var (_, error, code) = _box.Pytocs("convert", "in", "-o", "out");
        Assert.Equal(0, code);
        Assert.Contains("in/a.py: warning PTC9007: left out: the package a beside it", error);
        Assert.Equal(["__main__.cs", "a/__init__.cs"], Files("out"));
        Assert.Equal("package\n", _box.Pytocs("run", "in/__main__.py").Output);
    }

    [Fact]
    public void A_line_may_be_longer_than_the_directives_of_CSharp_count()
    {
        _box.Write("a.py", $"x = \"{new string('a', 70_000)}\"; y = len(x); print(y)\nprint(1 // 0)\n");
        var (output, error, code) = _box.Pytocs("run", "a.py");
        Assert.Equal(("70000\n", 1), (output, code));
        Assert.Contains("line 2, in <module>", error);
    }

    [Theory]
    [InlineData("Unrecognized option '--bogus'", "convert", "--bogus", "a.py")]
    [InlineData("Unrecognized option '-x'", "check", "a.py", "-x")]
    [InlineData("Unrecognized option '--bogus'", "run", "--bogus", "a.py")]
    [InlineData("Required argument missing for option: '--tests'", "convert", "a.py", "-o", "out", "--tests")]
    [InlineData("Required argument missing for option: '-o'", "convert", "a.py", "--project", "-o")]
    public void A_wrong_option_is_wrong_use(string message, params string[] args)
    {
        _box.Write("a.py", "print(1)\n");
        var (output, error, code) = _box.Pytocs(args);
        Assert.Equal(("", 2), (output, code));
        Assert.Contains("error PTC9002: " + message, error);
    }

    [Fact]
    public void A_word_after_two_dashes_is_a_file_and_one_after_the_script_its_argument()
    {
        _box.Write("-x.py", "import sys\nprint(sys.argv[1:])\n");
        Assert.Equal("['--bogus', '-y']\n", _box.Pytocs("run", "--", "-x.py", "--bogus", "-y").Output);
        Assert.Equal("['--bogus']\n", _box.Pytocs("run", "./-x.py", "--bogus").Output);
        Assert.Equal(0, _box.Pytocs("check", "--", "-x.py").Code);
    }

    [Fact]
    public void A_namespace_in_the_settings_is_one_of_CSharp()
    {
        _box.Write("a.py", "print(1)\n");
        _box.Write("pyproject.toml", "[tool.pytocs]\nnamespace = \"not valid!\"\n");
        var (output, error, code) = _box.Pytocs("convert", "a.py");
        Assert.Equal(("", 2), (output, code));
        Assert.Contains("pyproject.toml: error PTC9005: [tool.pytocs] namespace 'not valid!' is no C# namespace", error);
    }
}
