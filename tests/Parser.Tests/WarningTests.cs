namespace Pytocs.Parser.Tests;

/// <summary>CPython's warnings.</summary>
public class WarningTests
{
    [Theory]
    [InlineData("'\\d'", "invalid escape sequence '\\d'")]
    [InlineData("b'\\d'", "invalid escape sequence '\\d'")]
    [InlineData("f'\\d{x}'", "invalid escape sequence '\\d'")]
    [InlineData("f'\\{x}'", "invalid escape sequence '\\{'")]
    [InlineData("'\\400'", "invalid octal escape sequence '\\400'")]
    [InlineData("1if x else y", "invalid decimal literal")]
    [InlineData("0x1for x in y", "invalid hexadecimal literal")]
    [InlineData("x is 1", "\"is\" with 'int' literal. Did you mean \"==\"?")]
    [InlineData("'a' is not x", "\"is not\" with 'str' literal. Did you mean \"!=\"?")]
    [InlineData("x is ()", "\"is\" with 'tuple' literal. Did you mean \"==\"?")]
    [InlineData("assert (x, 'y')", "assertion is always true, perhaps remove parentheses?")]
    [InlineData("[1](2)", "'list' object is not callable; perhaps you missed a comma?")]
    [InlineData("1[2]", "'int' object is not subscriptable; perhaps you missed a comma?")]
    [InlineData("[1][2, 3]", "list indices must be integers or slices, not tuple; perhaps you missed a comma?")]
    public void A_warning(string text, string message) => Assert.Contains(message, Snippet.Warnings(text));

    [Theory]
    [InlineData("x is None")]
    [InlineData("r'\\d'")]
    [InlineData("{}[x]")]
    [InlineData("(lambda: 1)()")]
    [InlineData("assert ()")]
    [InlineData("x[1, 2]")]
    public void No_warning(string text) => Assert.Empty(Snippet.Warnings(text));

    [Theory]
    [InlineData("'\\d'", 1)]
    [InlineData("x = '''\n\n\\d'''", 1)]
    [InlineData("x = f'''\n{x}\n\\d\n'''", 4)]
    public void Escapes_are_shown_where_CPython_shows_them(string text, int line)
    {
        var warning = Assert.Single(Snippet.Parse(text).Diagnostics);
        Assert.Equal(line, text[..(warning.ShownAt ?? warning.Span.Start)].Count(static c => c == '\n') + 1);
    }
}
