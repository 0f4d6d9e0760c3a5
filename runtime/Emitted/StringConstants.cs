namespace Pytocs.Runtime.Core;

/// <summary>The <see href="https://docs.python.org/3.13/library/string.html#string-constants">constants</see> of the module <c>string</c>.</summary>
public static class StringConstants
{
    public const string AsciiLowercase = "abcdefghijklmnopqrstuvwxyz";
    public const string AsciiUppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public const string AsciiLetters = AsciiLowercase + AsciiUppercase;
    public const string Digits = "0123456789";
    public const string HexDigits = Digits + "abcdef" + "ABCDEF";
    public const string OctDigits = "01234567";
    public const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    public const string Whitespace = " \t\n\r\v\f";
    public const string Printable = Digits + AsciiLetters + Punctuation + Whitespace;
}
