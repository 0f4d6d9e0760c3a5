using System.Diagnostics;
using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>What <c>pytocs convert</c> writes, and what it never overwrites.</summary>
public sealed class ConvertTests : IDisposable
{
    private readonly Sandbox _box = new();

    public void Dispose() => _box.Dispose();

    private void WritePackage()
    {
        _box.Write("pk/__init__.py", "from .core import double\n");
        _box.Write("pk/core.py", "def double(n: int) -> int:\n    return n * 2\n");
        _box.Write("pk/event.py", "from . import core\nSTART = core.double(4)\n");
    }

    [Fact]
    public void A_folder_without_a_script_becomes_a_library_and_one_with_a_script_a_program()
    {
        WritePackage();
        Assert.Equal(new Result("", "", 0), _box.Pytocs("convert", "pk", "-o", "lib", "--project"));
        Assert.True(_box.Has("lib/pk/core.cs") && _box.Has("lib/pk/event.cs") && _box.Has("lib/pk/__init__.cs"));
        Assert.Contains("<OutputType>Library</OutputType>", _box.Read("lib/Pk.csproj"));
        Assert.Contains("Modules.ImportAll(\"pk\", ", _box.Read("lib/PythonModules.cs"));
        _box.Write("pk/__main__.py", "from .event import START\nprint(START)\n");
        _box.Write("pk/my-script.py", "print('alone')\n");
        var (_, error, code) = _box.Pytocs("convert", "pk", "-o", "app", "--project");
        Assert.Equal(0, code);
        Assert.Contains("warning PTC9007: left out", error);
        Assert.Contains("<OutputType>Exe</OutputType>", _box.Read("app/Pk.csproj"));
        Assert.Contains("EventModule.Start;", _box.Read("app/__main__.cs"));
        Assert.False(_box.Has("app/PythonModules.cs"));
        _box.Write("pk/core.py", "import importlib\n\n\ndef double(n: int) -> int:\n    return importlib.import_module(f\"pk.table{n}-0\").VALUE\n");
        _box.Write("pk/table4-0.py", "VALUE = 8\n");
        (_, error, code) = _box.Pytocs("convert", "pk", "-o", "texts", "--project");
        Assert.True(code == 0 && !error.Contains("PTC9007", StringComparison.Ordinal), error);
        Assert.Contains("namespace Pk.Table40;", _box.Read("texts/pk/table4-0.cs"));
    }

    [Fact]
    public void A_program_that_reads_source_text_has_the_interpreter_beside_it()
    {
        _box.Write("reads.py", "import ast\nprint(ast.dump(ast.parse('x')))\n");
        _box.Write("set_up.py", "from logging import config\nconfig.dictConfig({'version': 1})\n");
        _box.Write("plain.py", "import json\nprint(json.dumps(1))\n");
        foreach (var (script, reads) in ((string, bool)[])[("reads", true), ("set_up", true), ("plain", false)])
        {
            Assert.Equal(0, _box.Pytocs("convert", script + ".py", "--project", "-o", script).Code);
            Assert.Equal(reads, _box.Has(script + "/lib/Pytocs.Interpreter.dll") && _box.Has(script + "/lib/Pytocs.Parser.dll"));
        }
    }

    [Fact]
    public void Scripts_that_go_into_one_folder_share_their_modules_the_same_way_each_time()
    {
        _box.Write("s/app.py", "from common import twice\nprint(twice(2))\n");
        _box.Write("s/common.py", "def twice(x):\n    return x * 2\nprint(twice('a'))\n");
        _box.Write("s/other.py", "from common import twice\nprint(twice('b'))\n");
        var (_, error, code) = _box.Pytocs("convert", "s/*.py", "-o", "out");
        Assert.Equal(0, code);
        Assert.Contains("out/common.cs: warning PTC9007: left out: ", error);
        Assert.Contains("PyModule Definition", _box.Read("out/common.cs"));
        var first = _box.Read("out/common.cs");
        for (var i = 0; i < 5; i++)
        {
            Directory.Delete(Path.Combine(_box.Folder, "out"), recursive: true);
            Assert.Equal(error, _box.Pytocs("convert", "s/*.py", "-o", "out").Error);
            Assert.Equal(first, _box.Read("out/common.cs"));
        }
    }

    [Fact]
    public void Patterns_convert_each_script_by_itself_and_only_changed_files_are_written()
    {
        _box.Write("s/one.py", "print(1)\n");
        _box.Write("s/deep/two.py", "print(2)\n");
        if (!OperatingSystem.IsWindows())
            Directory.CreateSymbolicLink(_box.PathOf("s/deep/round"), _box.PathOf("s"));
        Assert.Equal(0, _box.Pytocs("convert", "s/**/*.py", "-o", "out").Code);
        Assert.Equal(["out/deep/two.cs", "out/one.cs"], Directory.EnumerateFiles(_box.PathOf("out"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_box.Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
        var before = File.GetLastWriteTimeUtc(_box.PathOf("out/one.cs"));
        _box.Write("s/deep/two.py", "print(3)\n");
        Assert.Equal(0, _box.Pytocs("convert", "s/**/*.py", "-o", "out").Code);
        Assert.Equal(before, File.GetLastWriteTimeUtc(_box.PathOf("out/one.cs")));
        Assert.Contains("Print(3)", _box.Read("out/deep/two.cs"));
    }

    [Fact]
    public void Messages_about_many_scripts_come_in_their_order()
    {
        for (var i = 0; i < 12; i++)
            _box.Write($"s/n{i:D2}.py", i % 3 == 0 ? $"x{i} = (\n" : string.Concat(Enumerable.Repeat("print(1)\n", 200 * (12 - i))));
        var (output, error, code) = _box.Pytocs("convert", "s/*.py", "-o", "out");
        Assert.Equal(("", 1), (output, code));
        Assert.Equal(["n00", "n03", "n06", "n09"], error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => Path.GetFileNameWithoutExtension(l.Split('(')[0])));
        Assert.Equal(8, Directory.GetFiles(_box.PathOf("out")).Length);
    }

    [Fact]
    public void Two_scripts_never_become_one_file()
    {
        _box.Write("a/x.py", "print('a')\n");
        _box.Write("b/X.py", "print('b')\n");
        var (_, error, code) = _box.Pytocs("convert", "a/x.py", "b/X.py", "-o", "out");
        Assert.Equal(2, code);
        Assert.Contains("PTC9003", error);
        Assert.Contains("both a/x.py and b/X.py become this", error.Replace('\\', '/'));
        Assert.False(Directory.Exists(_box.PathOf("out")));
    }

    [Fact]
    public void A_full_disk_is_one_line_and_loses_nothing()
    {
        if (!File.Exists("/dev/full"))
            return;
        _box.Write("a.py", "print(1)\n");
        var (output, error, code) = _box.Pytocs("convert", "a.py", "-o", "/dev/full");
        Assert.Equal(("", 2), (output, code));
        Assert.StartsWith("/dev/full: error PTC9003: ", error);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_standard_input_is_converted_under_a_name()
    {
        var (output, error, code) = _box.PytocsWithInput("print('x')\n", "convert", "-", "--stdin-filename", "my_tool.py", "--single");
        Assert.Equal(("", 0), (error, code));
        Assert.StartsWith("#:package Pytocs.Runtime@", output);
        Assert.Contains("namespace MyTool;", output);
        Assert.StartsWith("my_tool.py(1,", _box.PytocsWithInput("print('x'\n", "convert", "-", "--stdin-filename", "my_tool.py").Error);
    }

    [Fact]
    public void Nothing_is_written_where_anything_is_refused()
    {
        WritePackage();
        _box.Write("out/pk/event.cs", "// mine\n");
        Directory.CreateDirectory(_box.PathOf("elsewhere"));
        var (_, error, code) = _box.Pytocs("convert", "pk", "-o", "out");
        Assert.Equal(2, code);
        Assert.Contains("PTC9003", error);
        Assert.False(_box.Has("out/pk/core.cs"));
        Assert.Equal("// mine\n", _box.Read("out/pk/event.cs"));
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(_box.PathOf("out2"));
        Directory.CreateSymbolicLink(_box.PathOf("out2/pk"), _box.PathOf("elsewhere"));
        var escape = _box.Pytocs("convert", "pk", "-o", "out2");
        Assert.Equal(2, escape.Code);
        Assert.Contains("outside the output folder", escape.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_box.PathOf("elsewhere")));
    }

    [Theory]
    [InlineData("convert", "a.py", "--project")]
    [InlineData("convert", "a.py", "--project", "--single", "-o", "x")]
    [InlineData("convert", "a.py", "--namespace", "my.class")]
    [InlineData("convert", "a.py", "--frobnicate")]
    [InlineData("convert")]
    [InlineData("frobnicate")]
    public void Wrong_use_is_one_line_and_exit_code_2(params string[] args)
    {
        _box.Write("a.py", "print(1)\n");
        var (output, error, code) = _box.Pytocs(args);
        Assert.Equal(("", 2), (output, code));
        Assert.Contains("PTC9002", error);
    }

    [Fact]
    public void A_process_that_is_killed_leaves_no_half_written_file()
    {
        var text = "x = 1\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"print({i}, 'some text that takes room')\n"));
        _box.Write("big.py", text);
        Assert.Equal(0, _box.Pytocs("convert", "big.py", "-o", "big.cs").Code);
        var (old, now) = (_box.Read("big.cs"), "");
        for (var delay = 300; delay <= 900; delay += 200)
        {
            _box.Write("big.py", text + $"print('{delay}')\n");
            using (var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), "convert", "big.py", "-o", "big.cs"]) { WorkingDirectory = _box.Folder })!)
            {
                process.WaitForExit(delay);
                process.Kill();
                process.WaitForExit();
            }
            now = _box.Read("big.cs");
            Assert.True(now == old || (now.EndsWith("}\n", StringComparison.Ordinal) && now.Contains($"Print(\"{delay}\")", StringComparison.Ordinal)));
            old = now;
        }
        Assert.Equal(0, _box.Pytocs("convert", "big.py", "-o", "big.cs").Code);
        Assert.Equal(["big.cs", "big.py"], Directory.EnumerateFiles(_box.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
