namespace Pytocs.Runtime.Library.Tokens;

/// <summary>The kinds of tokens that the tokenizer gives, by their numbers in <see href="https://docs.python.org/3.13/library/token.html">token</see>.</summary>
internal static class TokenKind
{
    public const int EndMarker = 0;
    public const int Name = 1;
    public const int Number = 2;
    public const int String = 3;
    public const int NewLine = 4;
    public const int Indent = 5;
    public const int Dedent = 6;
    public const int Op = 55;
    public const int FStringStart = 59;
    public const int FStringMiddle = 60;
    public const int FStringEnd = 61;
    public const int Comment = 62;
    public const int Nl = 63;
    public const int Encoding = 65;
}
