using System.Text;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Tests;

/// <summary>Source files are decoded as PEP 263 says.</summary>
public class EncodingTests
{
    private static (string Text, string? Error) Decode(byte[] bytes)
    {
        var text = SourceDecoder.Decode("test.py", bytes, out var error);
        return (text.Text, error?.Message);
    }

    [Fact]
    public void Plain_text_is_UTF8() => Assert.Equal(("é = 1", null), Decode("é = 1"u8.ToArray()));

    [Fact]
    public void A_byte_order_mark_is_left_out() => Assert.Equal(("x", null), Decode([0xEF, 0xBB, 0xBF, (byte)'x']));

    [Theory]
    [InlineData("# coding: latin-1\n")]
    [InlineData("# -*- coding: iso-8859-15 -*-\n")]
    [InlineData("#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n")]
    [InlineData("\n# coding=ISO_8859_1\n")]
    public void A_cookie_names_the_encoding(string cookie) =>
        Assert.Equal((cookie + "é", null), Decode([.. Encoding.ASCII.GetBytes(cookie), 0xE9]));

    [Fact]
    public void A_cookie_in_the_third_line_counts_for_nothing() =>
        Assert.Contains("Non-UTF-8 code", Decode([.. "\n\n# coding: latin-1\n"u8, 0xE9]).Error);

    [Fact]
    public void Text_that_is_not_UTF8_is_refused() => Assert.Equal(
        "Non-UTF-8 code starting with '\\xe9' in file test.py on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
        Decode([.. "x\n"u8, 0xE9, (byte)'\n']).Error);

    [Theory]
    [InlineData("x = 'a", "b'", "(unicode error) 'utf-8' codec can't decode byte 0xf6 in position 1: invalid start byte")]
    [InlineData("# coding: utf-8\nxy", " = 1", "(unicode error) 'utf-8' codec can't decode byte 0xf6 in position 2: invalid start byte")]
    [InlineData("x = b'a", "'", "bytes can only contain ASCII literal characters")]
    [InlineData("x = 1  # ", "", null)]
    [InlineData("x y\n'", "'", "invalid syntax")]
    public void Bytes_to_parse_must_be_UTF8_in_names_and_literals(string before, string after, string? expected)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(before), 0xF6, .. Encoding.ASCII.GetBytes(after)];
        var source = SourceDecoder.Decode("test.py", bytes, out var error, isTolerant: true);
        Assert.Null(error);
        Assert.Equal(expected, PythonParser.Parse(source).Diagnostics.FirstOrDefault()?.Message);
    }

    [Fact]
    public void An_unknown_encoding_is_refused() => Assert.Equal("unknown encoding: klingon", Decode("# coding: klingon\n"u8.ToArray()).Error);

    [Fact]
    public void A_mark_and_another_encoding_are_refused() =>
        Assert.Equal("encoding problem: iso-8859-1 with BOM", Decode([0xEF, 0xBB, 0xBF, .. "# coding: latin-1\n"u8]).Error);

    [Fact]
    public void Null_bytes_are_refused() =>
        Assert.Equal("source code cannot contain null bytes", Snippet.Errors("x = 1\ny\0 = 2\n")[0].Message);
}
