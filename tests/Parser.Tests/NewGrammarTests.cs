using Pytocs.Parser.Ast;
using Pytocs.Parser.Dump;
using Assert = Xunit.Assert;

namespace Pytocs.Parser.Tests;

/// <summary>What Python 3.14 adds to the grammar. The oracle is older, so the expectations are written by hand.</summary>
public class NewGrammarTests
{
    private static string Dump(string text)
    {
        var result = Snippet.Parse(text);
        Assert.Empty(result.Diagnostics);
        return AstDump.Write(((ExprStatement)result.Module.Body[0]).Value, null);
    }

    [Fact]
    public void Template_strings() => Assert.Equal(
        "TemplateStr(values=[Constant(value='a'), Interpolation(value=Name(id='b', ctx=Load()), str='b', conversion=-1), Constant(value='c')])",
        Dump("t'a{b}c'"));

    [Fact]
    public void Template_strings_with_conversion_and_format() => Assert.Equal(
        "TemplateStr(values=[Interpolation(value=Name(id='a', ctx=Load()), str='a', conversion=114, "
        + "format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id='b', ctx=Load()), conversion=-1)]))])",
        Dump("t'{a!r:>{b}}'"));

    [Fact]
    public void Template_strings_that_show_their_source() => Assert.Equal(
        "TemplateStr(values=[Constant(value='a = '), Interpolation(value=Name(id='a', ctx=Load()), str='a', conversion=114)])",
        Dump("t'{a = }'"));

    [Fact]
    public void Raw_and_joined_template_strings() => Assert.Equal(
        "TemplateStr(values=[Constant(value='\\\\d'), Interpolation(value=Name(id='a', ctx=Load()), str='a', conversion=-1), Constant(value='e')])",
        Dump("rt'\\d{a}' T'e'"));

    [Theory]
    [InlineData("t'a' 'b'")]
    [InlineData("f'a' t'b'")]
    [InlineData("t'a' b'b'")]
    public void Template_strings_join_nothing_else(string text) =>
        Assert.Equal("cannot mix t-string literals with string or bytes literals", Snippet.Errors(text)[0].Message);

    [Theory]
    [InlineData("try: pass\nexcept A, B: pass\n")]
    [InlineData("try: pass\nexcept* A, B: pass\n")]
    public void Exception_types_without_parentheses(string text)
    {
        var attempt = Assert.IsAssignableFrom<TryStatement>(Snippet.Parse(text).Module.Body[0]);
        Assert.Equal(2, Assert.IsType<Ast.Tuple>(attempt.Handlers[0].Type).Elts.Length);
        Assert.Empty(Snippet.Errors(text));
    }

    [Fact]
    public void Exception_types_with_a_name_need_parentheses() => Assert.Equal(
        "multiple exception types must be parenthesized when using 'as'", Snippet.Errors("try: pass\nexcept A, B as c: pass\n")[0].Message);

    [Fact]
    public void Python_3_13_knows_neither()
    {
        var old = new ParseOptions { MinorVersion = 13 };
        Assert.Equal("invalid syntax", Snippet.Errors("t'a'", old)[0].Message);
        Assert.Equal("multiple exception types must be parenthesized", Snippet.Errors("try: pass\nexcept A, B: pass\n", old)[0].Message);
    }

    [Fact]
    public void The_uncle_for_life_wants_another_operator()
    {
        Assert.Empty(Snippet.Errors("from __future__ import barry_as_FLUFL\na <> b\n"));
        Assert.Equal(
            "with Barry as BDFL, use '<>' instead of '!='",
            Snippet.Errors("from __future__ import barry_as_FLUFL\na != b\n")[0].Message);
        Assert.Equal("invalid syntax", Snippet.Errors("a <> b\n")[0].Message);
    }
}
