namespace Pytocs.Parser.Tests;

/// <summary>Depth is limited as in CPython, and never overflows the stack.</summary>
public class DepthTests
{
    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [Fact]
    public void Two_hundred_brackets_are_allowed() => Assert.Empty(Snippet.Errors(Repeat("(", 200) + "1" + Repeat(")", 200)));

    [Fact]
    public void More_brackets_are_refused() =>
        Assert.Equal("too many nested parentheses", Snippet.Errors(Repeat("(", 201) + "1" + Repeat(")", 201))[0].Message);

    [Fact]
    public void Integers_of_more_than_4300_digits_are_refused()
    {
        Assert.Empty(Snippet.Errors(Repeat("1", 4300)));
        Assert.StartsWith(
            "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits;",
            Snippet.Errors("x = " + Repeat("1", 4301))[0].Message);
    }

    [Fact]
    public void A_hundred_levels_of_indentation_are_refused()
    {
        var text = string.Concat(Enumerable.Range(0, 101).Select(i => new string(' ', i) + "if x:\n")) + new string(' ', 101) + "pass\n";
        Assert.Contains(Snippet.Errors(text), d => d.Message == "too many levels of indentation");
    }

    [Theory]
    [InlineData("x = ", "-", "1")]
    [InlineData("x = ", "not ", "1")]
    [InlineData("x = ", "lambda: ", "1")]
    [InlineData("x = ", "a if b else ", "1")]
    [InlineData("x = ", "a ** ", "1")]
    public void Recursion_without_end_is_refused(string start, string part, string end) => Assert.Equal(
        "Parser stack overflowed - Python source too complex to parse", Snippet.Errors(start + Repeat(part, 50_000) + end)[0].Message);

    [Theory]
    [InlineData("x = a", " + a")]
    [InlineData("x = a", ".b")]
    [InlineData("x = a", "(1)")]
    [InlineData("x = a", " and a")]
    [InlineData("if a: b\n", "elif c: d\n")]
    public void Long_chains_are_no_recursion(string start, string part)
    {
        List<Diagnostics.Diagnostic> errors = [];
        var thread = new Thread(() => errors = Snippet.Errors(start + Repeat(part, 20_000)));
        thread.Start();
        thread.Join();
        Assert.Empty(errors);
    }
}
