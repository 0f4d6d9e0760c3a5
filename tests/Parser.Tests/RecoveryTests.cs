namespace Pytocs.Parser.Tests;

/// <summary>Several errors are found in one run.</summary>
public class RecoveryTests
{
    private static string[] Found(string text) => [.. Snippet.Errors(text).Select(d => $"{d.Start.Line}: {d.Message}")];

    [Fact]
    public void Errors_in_several_statements() => Assert.Equal(
        ["1: invalid syntax", "3: invalid syntax", "4: cannot assign to literal here. Maybe you meant '==' instead of '='?"],
        Found("a b\nx = 1\nif\n1 = x\n"));

    [Fact]
    public void Errors_in_a_block() => Assert.Equal(
        ["2: invalid syntax", "4: invalid syntax", "6: invalid syntax"],
        Found("def f():\n    a b\n    c\n    d e\n    if x:\n        f g\nx = 1\n"));

    [Fact]
    public void An_error_in_a_header_does_not_hide_the_block() => Assert.Equal(
        ["1: expected ':'", "2: invalid syntax"],
        Found("while x\n    a b\nx = 1\n"));

    [Fact]
    public void Clauses_after_an_error_are_no_errors() => Assert.Equal(
        ["2: invalid syntax", "6: invalid syntax"],
        Found("try:\n    a b\nexcept A:\n    c\nelse:\n    d e\nfinally:\n    f\n"));

    [Fact]
    public void An_open_bracket_does_not_hide_later_errors() => Assert.Equal(
        ["1: '(' was never closed", "3: invalid syntax"],
        Found("x = (1,\ny = 2\nz z\n"));

    [Fact]
    public void An_open_string_does_not_hide_later_errors() => Assert.Equal(
        ["1: unterminated string literal (detected at line 1)", "3: invalid syntax"],
        Found("x = 'abc\ny = 2\nz z\n"));

    [Fact]
    public void Statements_around_an_error_are_kept()
    {
        var result = Snippet.Parse("a = 1\nb b\nc = 2\n");
        Assert.Equal(2, result.Module.Body.Length);
    }

    [Fact]
    public void The_line_of_an_error_is_one_that_tools_understand() => Assert.Equal(
        "test.py(1,3,1,4): error PTC1001: invalid syntax", Snippet.Errors("a b\n")[0].ToString());

    [Fact]
    public void Damaged_text_never_throws()
    {
        var text = string.Join('\n', Snippet.Cases("productions.json").Select(c => c.GetProperty("text").GetString()));
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var start = random.Next(text.Length);
            var piece = text.Substring(start, Math.Min(random.Next(200), text.Length - start));
            Snippet.Parse(piece.Insert(random.Next(piece.Length + 1), "()[]{}'\"\\\n\t:f$\0é"[random.Next(16)].ToString()));
        }
    }
}
