using System.Text.Json;

namespace Pytocs.Parser.Tests;

/// <summary>Errors have CPython's words and stand where CPython puts them.</summary>
public class ErrorTests
{
    private static readonly JsonElement[] Cases = Snippet.Cases("errors.json");

    public static TheoryData<string, int> Rows() => Snippet.Rows("errors.json");

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_error_is_CPythons(string group, int number)
    {
        Assert.NotEmpty(group);
        var expected = Cases[number].GetProperty("expected");
        var text = Cases[number].GetProperty("text").GetString()!;
        var found = Snippet.Errors(text, new ParseOptions { MinorVersion = 13 }).Select(d => (d.Message, d.Start.Line, d.Start.Column));
        Assert.Contains((expected[0].GetString()!, expected[1].GetInt32(), Math.Max(1, expected[2].GetInt32())), found);
    }
}
