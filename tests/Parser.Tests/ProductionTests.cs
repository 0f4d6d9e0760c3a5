using System.Text.Json;
using Pytocs.Parser.Dump;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Tests;

/// <summary>Every production of the grammar gives the tree that CPython gives, places included.</summary>
public class ProductionTests
{
    private static readonly JsonElement[] Cases = Snippet.Cases("productions.json");

    public static TheoryData<string, int> Rows() => Snippet.Rows("productions.json");

    private static readonly JsonElement[] TypeComments = Snippet.Cases("type_comments.json");

    public static TheoryData<string, int> TypeCommentRows() => Snippet.Rows("type_comments.json");

    [Theory]
    [MemberData(nameof(TypeCommentRows))]
    public void Type_comments_are_CPythons(string production, int number)
    {
        Assert.NotEmpty(production);
        var source = new SourceText("test.py", TypeComments[number].GetProperty("text").GetString()!);
        var result = PythonParser.Parse(source, new ParseOptions { TypeComments = true });
        Assert.Empty(result.Diagnostics);
        Assert.Equal(TypeComments[number].GetProperty("expected").GetString(), AstDump.Write(result.Module, source));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_tree_is_CPythons(string production, int number)
    {
        Assert.NotEmpty(production);
        var text = Cases[number].GetProperty("text").GetString()!;
        var source = new SourceText("test.py", text);
        var result = PythonParser.Parse(source);
        Assert.DoesNotContain(result.Diagnostics, d => d.Code != "PTC1005" && d.Severity == Diagnostics.Severity.Error);
        Assert.Equal(Cases[number].GetProperty("expected").GetString(), AstDump.Write(result.Module, source));
    }
}
