using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/string.html">string</see>.</summary>
internal static class StringModule
{
    public static PyModule Build() => new PyModule("string")
        .Value("ascii_lowercase", StringConstants.AsciiLowercase).Value("ascii_uppercase", StringConstants.AsciiUppercase).Value("ascii_letters", StringConstants.AsciiLetters)
        .Value("digits", StringConstants.Digits).Value("hexdigits", StringConstants.HexDigits).Value("octdigits", StringConstants.OctDigits)
        .Value("punctuation", StringConstants.Punctuation).Value("whitespace", StringConstants.Whitespace).Value("printable", StringConstants.Printable)
        .Function("capwords", "s, sep=None", static (s, sep) => string.Join(sep.IsNone ? " " : Lib.Text(sep), Str.Split(Lib.Text(s), sep.IsNone ? null : Lib.Text(sep)).Select(Str.Capitalize)))
        .Type(StringTemplate.Type)
        .Type(StringFormatter.Type);
}
