using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pytocs.Cli.Convert.Tests;
using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>Python tests that became xunit tests: <c>dotnet test</c> runs them.</summary>
public sealed partial class XunitTests : IDisposable
{
    private readonly Sandbox _box = new();

    public void Dispose() => _box.Dispose();

    [GeneratedRegex(@"Failed: +(\d+), Passed: +(\d+), Skipped: +(\d+)")]
    private static partial Regex Counts();

    private (string Output, int[] Counts) Test(string folder, params string[] options)
    {
        Assert.Equal(new Result("", "", 0), _box.Pytocs(["convert", Path.Combine(Sandbox.Root, folder), "--project", "-o", "out", .. options]));
        var project = Directory.EnumerateDirectories(_box.PathOf("out"), "*.Tests").Single();
        var (output, error, _) = Sandbox.Start(project, null, ["dotnet", "test"], new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1" });
        Assert.DoesNotContain("warning ", output);
        var counts = Counts().Match(output);
        Assert.True(counts.Success, output + error);
        return (output, [.. counts.Groups.Values.Skip(1).Select(g => int.Parse(g.Value, System.Globalization.CultureInfo.InvariantCulture))]);
    }

    [Fact]
    public void The_tests_of_the_example_pass()
    {
        var (output, counts) = Test("examples/with_tests/shop", "--doctest");
        Assert.True(counts is [0, 19, 2], output);
    }

    /// <summary>The Python tests assert what pytest does; those of test_failing.py fail.</summary>
    [Fact]
    public void Tests_have_their_fixtures_and_failures_show_the_Python_line()
    {
        var (output, counts) = Test("tests/Cli.Tests/Programs/pytest_features");
        Assert.True(counts is [6, 84, 14], output);
        Assert.Matches("""File "[^"]*test_failing\.py", line 12, in test_wrong_total\s+assert total\(\[1, 2\]\) == 4""", output);
        Assert.Contains("adding up", output);
        Assert.Matches(@"at test_wrong_total\(\) in .*test_failing\.py:line 12", output);
        Assert.Matches(@"WrongTest\.test_wrong\) \(n=2\)", output);
        Assert.Contains("AssertionError: 2 != 1", output);
        Assert.Matches(@"ERROR at teardown[\s\S]*RuntimeError: cannot clean up", output);
        Assert.Contains("[XPASS(strict)] should fail", output);
        Assert.Contains("fixture 'nowhere' not found", output);
        Assert.Contains("async def functions are not natively supported", output);
    }

    [Fact]
    public void Without_tests_a_project_is_the_program_alone()
    {
        Assert.Equal(0, _box.Pytocs("convert", Path.Combine(Sandbox.Root, "examples/with_tests/shop"), "--project", "--tests", "none", "-o", "out").Code);
        Assert.False(Directory.Exists(_box.PathOf("out/Shop.Tests")));
        Assert.True(_box.Has("out/tests/test_cart.cs"));
    }

    [Fact]
    public void A_file_of_tests_becomes_a_test_project()
    {
        _box.Write("test_one.py", "import pytest\n\n@pytest.mark.parametrize('x', [1, None])\ndef test_x(x):\n    assert x != 2\n\nif __name__ == '__main__':\n    pytest.main()\n");
        var (_, error, code) = _box.Pytocs("convert", "test_one.py", "--project", "-o", "out");
        Assert.Equal(0, code);
        Assert.Contains("test_one.py(8,5,8,18): warning PTC4005: pytest.main()", error);
        Assert.Contains("    [InlineData(1)]\n    [InlineData(null)]\n    public void X(int? x) => python.Run(\"test_x\", x);\n", _box.Read("out/test_one.xunit.cs"));
        Assert.True(_box.Has("out/TestOne.Tests.csproj"));
        Assert.False(_box.Has("out/TestOne.csproj"));
    }

    [Fact]
    public void The_project_takes_the_packages_that_pytocs_is_tested_with()
    {
        var versions = XDocument.Load(Path.Combine(Sandbox.Root, "Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value);
        Assert.All(TestProject.Packages, p => Assert.Equal(versions[p.Name], p.Version));
    }
}
