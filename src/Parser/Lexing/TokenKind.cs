namespace Pytocs.Parser.Lexing;

/// <summary>The kinds of lexemes. Soft keywords have kinds of their own and are names as well.</summary>
public enum TokenKind : byte
{
    EndOfFile, Newline, Indent, Dedent, Error, Unknown,
    Name, MatchSoft, CaseSoft, TypeSoft, UnderscoreSoft,
    Number, String, FStringStart, FStringMiddle, FStringEnd, TStringStart, TStringMiddle, TStringEnd, TypeComment,

    // Keywords.
    False, None, True, And, As, Assert, Async, Await, Break, Class, Continue, Def, Del, Elif, Else, Except,
    Finally, For, From, Global, If, Import, In, Is, Lambda, Nonlocal, Not, Or, Pass, Raise, Return, Try,
    While, With, Yield,

    // Operators and delimiters.
    LeftParen, RightParen, LeftBracket, RightBracket, LeftBrace, RightBrace, Comma, Colon, ColonEqual,
    Semicolon, Dot, Ellipsis, Arrow, At, Equal, Exclamation, Plus, Minus, Star, DoubleStar, Slash,
    DoubleSlash, Percent, Ampersand, Bar, Caret, Tilde, LeftShift, RightShift, Less, LessEqual, Greater,
    GreaterEqual, DoubleEqual, NotEqual, LessGreater, PlusEqual, MinusEqual, StarEqual, DoubleStarEqual,
    SlashEqual, DoubleSlashEqual, PercentEqual, AtEqual, AmpersandEqual, BarEqual, CaretEqual, LeftShiftEqual,
    RightShiftEqual,
}

/// <summary>Names and spellings of the kinds.</summary>
internal static class TokenKinds
{
    /// <summary>How many kinds there are.</summary>
    public const int Count = (int)TokenKind.RightShiftEqual + 1;

    /// <summary>Keywords, soft keywords included, and their kinds.</summary>
    public static readonly (string Text, TokenKind Kind)[] Keywords =
    [
        ("False", TokenKind.False),
        ("None", TokenKind.None),
        ("True", TokenKind.True),
        ("and", TokenKind.And),
        ("as", TokenKind.As),
        ("assert", TokenKind.Assert),
        ("async", TokenKind.Async),
        ("await", TokenKind.Await),
        ("break", TokenKind.Break),
        ("class", TokenKind.Class),
        ("continue", TokenKind.Continue),
        ("def", TokenKind.Def),
        ("del", TokenKind.Del),
        ("elif", TokenKind.Elif),
        ("else", TokenKind.Else),
        ("except", TokenKind.Except),
        ("finally", TokenKind.Finally),
        ("for", TokenKind.For),
        ("from", TokenKind.From),
        ("global", TokenKind.Global),
        ("if", TokenKind.If),
        ("import", TokenKind.Import),
        ("in", TokenKind.In),
        ("is", TokenKind.Is),
        ("lambda", TokenKind.Lambda),
        ("nonlocal", TokenKind.Nonlocal),
        ("not", TokenKind.Not),
        ("or", TokenKind.Or),
        ("pass", TokenKind.Pass),
        ("raise", TokenKind.Raise),
        ("return", TokenKind.Return),
        ("try", TokenKind.Try),
        ("while", TokenKind.While),
        ("with", TokenKind.With),
        ("yield", TokenKind.Yield),
        ("match", TokenKind.MatchSoft),
        ("case", TokenKind.CaseSoft),
        ("type", TokenKind.TypeSoft),
        ("_", TokenKind.UnderscoreSoft),
    ];

    /// <summary>Whether a lexeme of the kind may be used as an identifier.</summary>
    public static bool IsName(TokenKind kind) => kind is >= TokenKind.Name and <= TokenKind.UnderscoreSoft;

    /// <summary>Whether the kind is a hard keyword.</summary>
    public static bool IsKeyword(TokenKind kind) => kind is >= TokenKind.False and <= TokenKind.Yield;

    /// <summary>How a keyword, operator or delimiter is spelled.</summary>
    public static string Spelling(TokenKind kind) => kind switch
    {
        TokenKind.False => "False",
        TokenKind.None => "None",
        TokenKind.True => "True",
        TokenKind.And => "and",
        TokenKind.As => "as",
        TokenKind.Assert => "assert",
        TokenKind.Async => "async",
        TokenKind.Await => "await",
        TokenKind.Break => "break",
        TokenKind.Class => "class",
        TokenKind.Continue => "continue",
        TokenKind.Def => "def",
        TokenKind.Del => "del",
        TokenKind.Elif => "elif",
        TokenKind.Else => "else",
        TokenKind.Except => "except",
        TokenKind.Finally => "finally",
        TokenKind.For => "for",
        TokenKind.From => "from",
        TokenKind.Global => "global",
        TokenKind.If => "if",
        TokenKind.Import => "import",
        TokenKind.In => "in",
        TokenKind.Is => "is",
        TokenKind.Lambda => "lambda",
        TokenKind.Nonlocal => "nonlocal",
        TokenKind.Not => "not",
        TokenKind.Or => "or",
        TokenKind.Pass => "pass",
        TokenKind.Raise => "raise",
        TokenKind.Return => "return",
        TokenKind.Try => "try",
        TokenKind.While => "while",
        TokenKind.With => "with",
        TokenKind.Yield => "yield",
        TokenKind.LeftParen => "(",
        TokenKind.RightParen => ")",
        TokenKind.LeftBracket => "[",
        TokenKind.RightBracket => "]",
        TokenKind.LeftBrace => "{",
        TokenKind.RightBrace => "}",
        TokenKind.Comma => ",",
        TokenKind.Colon => ":",
        TokenKind.ColonEqual => ":=",
        TokenKind.Semicolon => ";",
        TokenKind.Dot => ".",
        TokenKind.Ellipsis => "...",
        TokenKind.Arrow => "->",
        TokenKind.At => "@",
        TokenKind.Equal => "=",
        TokenKind.Exclamation => "!",
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Star => "*",
        TokenKind.DoubleStar => "**",
        TokenKind.Slash => "/",
        TokenKind.DoubleSlash => "//",
        TokenKind.Percent => "%",
        TokenKind.Ampersand => "&",
        TokenKind.Bar => "|",
        TokenKind.Caret => "^",
        TokenKind.Tilde => "~",
        TokenKind.LeftShift => "<<",
        TokenKind.RightShift => ">>",
        TokenKind.Less => "<",
        TokenKind.LessEqual => "<=",
        TokenKind.Greater => ">",
        TokenKind.GreaterEqual => ">=",
        TokenKind.DoubleEqual => "==",
        TokenKind.NotEqual => "!=",
        TokenKind.LessGreater => "<>",
        TokenKind.PlusEqual => "+=",
        TokenKind.MinusEqual => "-=",
        TokenKind.StarEqual => "*=",
        TokenKind.DoubleStarEqual => "**=",
        TokenKind.SlashEqual => "/=",
        TokenKind.DoubleSlashEqual => "//=",
        TokenKind.PercentEqual => "%=",
        TokenKind.AtEqual => "@=",
        TokenKind.AmpersandEqual => "&=",
        TokenKind.BarEqual => "|=",
        TokenKind.CaretEqual => "^=",
        TokenKind.LeftShiftEqual => "<<=",
        TokenKind.RightShiftEqual => ">>=",
        _ => kind.ToString(),
    };
}
