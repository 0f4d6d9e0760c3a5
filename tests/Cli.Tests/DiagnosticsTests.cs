using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>Findings in every format, and the page that explains them.</summary>
public sealed partial class DiagnosticsTests : IDisposable
{
    private readonly Sandbox _box = new();

    public void Dispose() => _box.Dispose();

    [GeneratedRegex(@"\bPTC\d{4}\b")]
    private static partial Regex Code();

    [Fact]
    public void Every_code_of_the_sources_is_explained()
    {
        var folders = ((string[])["src", "runtime"]).SelectMany(f => Directory.EnumerateFiles(Path.Combine(Sandbox.Root, f), "*.cs", SearchOption.AllDirectories));
        var used = folders.Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).SelectMany(f => Code().Matches(File.ReadAllText(f))).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(used, Diagnostics.ExplainPage.Codes);
        foreach (var code in used)
            Assert.True(Diagnostics.ExplainPage.Section(code)!.Length > 100, $"docs/diagnostics.md says too little of {code}");
    }

    [Fact]
    public void Explain_prints_the_section()
    {
        var (output, _, code) = _box.Pytocs("explain", "ptc4002");
        Assert.StartsWith("PTC4002: Runs source text\n", output);
        Assert.DoesNotContain("PTC4003", output);
        Assert.Equal(0, code);
        Assert.Equal(2, _box.Pytocs("explain", "PTC0000").Code);
    }

    [Fact]
    public void Each_format_carries_place_code_and_message()
    {
        _box.Write("a,b.py", "x = 1\nexec('y')\n");
        Assert.Equal("a,b.py(2,1,2,5): warning PTC4002: ", _box.Pytocs("check", "a,b.py").Error[..34]);
        Assert.StartsWith($"{_box.PathOf("a,b.py")}(2,1,2,5): warning PTC4002: ", Check("msbuild"));
        Assert.StartsWith("::warning file=a%2Cb.py,line=2,endLine=2,col=1,endColumn=5,title=PTC4002%3A Runs source text::exec()", Check("github"));
        using var json = JsonDocument.Parse(Check("json"));
        var finding = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(("PTC4002", "warning", "a,b.py", 2, 5), (Text(finding, "code"), Text(finding, "severity"), Text(finding, "file"), finding.GetProperty("line").GetInt32(), finding.GetProperty("endColumn").GetInt32()));
        using var sarif = JsonDocument.Parse(Check("sarif"));
        var run = sarif.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        Assert.Equal("PTC4002", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal(2, result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("a%2Cb.py", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Fact]
    public void Columns_count_characters_and_Sarif_says_so()
    {
        _box.Write("a,b.py", "x = '\U0001d11e' + exec('y')\n");
        using var sarif = JsonDocument.Parse(Check("sarif"));
        var run = sarif.RootElement.GetProperty("runs")[0];
        Assert.Equal("unicodeCodePoints", Text(run, "columnKind"));
        Assert.Equal(11, run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startColumn").GetInt32());
    }

    private string Check(string format) => _box.Pytocs("check", "a,b.py", "--output-format", format).Output;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
