using System.Text.Json;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Tests;

/// <summary>Python text for tests, and the cases made by CPython.</summary>
internal static class Snippet
{
    public static ParseResult Parse(string text) => PythonParser.Parse(new SourceText("test.py", text));

    public static List<Diagnostic> Errors(string text) => Errors(text, ParseOptions.Default);

    public static List<Diagnostic> Errors(string text, ParseOptions options) =>
        [.. PythonParser.Parse(new SourceText("test.py", text), options).Diagnostics.Where(d => d.Severity == Severity.Error)];

    public static List<string> Warnings(string text) =>
        [.. Parse(text).Diagnostics.Where(d => d.Severity == Severity.Warning).Select(d => d.Message)];

    public static JsonElement[] Cases(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Cases", name);
        return [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray()];
    }

    /// <summary>The groups of a file of cases and the number of each case.</summary>
    public static TheoryData<string, int> Rows(string name)
    {
        var data = new TheoryData<string, int>();
        var cases = Cases(name);
        for (var i = 0; i < cases.Length; i++) data.Add(cases[i].GetProperty("group").GetString()!, i);
        return data;
    }
}
