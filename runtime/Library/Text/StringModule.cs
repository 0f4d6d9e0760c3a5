using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/string.html">string</see>.</summary>
internal static class StringModule
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    public static PyModule Build() => new PyModule("string")
        .Value("ascii_lowercase", Lower).Value("ascii_uppercase", Upper).Value("ascii_letters", Lower + Upper).Value("digits", "0123456789")
        .Value("hexdigits", "0123456789abcdefABCDEF").Value("octdigits", "01234567").Value("punctuation", Punctuation).Value("whitespace", " \t\n\r\v\f")
        .Value("printable", "0123456789" + Lower + Upper + Punctuation + " \t\n\r\v\f")
        .Function("capwords", "s, sep=None", static (s, sep) => string.Join(sep.IsNone ? " " : Lib.Text(sep), Str.Split(Lib.Text(s), sep.IsNone ? null : Lib.Text(sep)).Select(Str.Capitalize)))
        .Type(StringTemplate.Type)
        .Type(StringFormatter.Type);
}
