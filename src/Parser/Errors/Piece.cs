namespace Pytocs.Parser.Errors;

/// <summary>What the search for errors keeps of something it has read.</summary>
/// <param name="Kind">What it is, in the words CPython's messages use.</param>
/// <param name="Start">The position of its first character.</param>
/// <param name="End">The position after its last character.</param>
/// <param name="Parts">The elements of a tuple or list, the value of a starred expression, the left side of `in`, the arguments of a call.</param>
internal sealed record Piece(string Kind, int Start, int End, IReadOnlyList<Piece>? Parts = null)
{
    public const string Attribute = "attribute";
    public const string Subscript = "subscript";
    public const string Starred = "starred";
    public const string Name = "name";
    public const string List = "list";
    public const string Tuple = "tuple";
    public const string Lambda = "lambda";
    public const string Call = "function call";
    public const string Operation = "expression";
    public const string Generator = "generator expression";
    public const string Yield = "yield expression";
    public const string Await = "await expression";
    public const string ListComprehension = "list comprehension";
    public const string SetComprehension = "set comprehension";
    public const string DictComprehension = "dict comprehension";
    public const string Dict = "dict literal";
    public const string Set = "set display";
    public const string FString = "f-string expression";
    public const string TString = "t-string expression";
    public const string None = "None";
    public const string False = "False";
    public const string True = "True";
    public const string Ellipsis = "ellipsis";
    public const string Literal = "literal";
    public const string Comparison = "comparison";
    public const string Conditional = "conditional expression";
    public const string Walrus = "named expression";
    public const string Keyword = "keyword";
    public const string Unpacking = "keyword unpacking";
    public const string Other = "";

    /// <summary>The identifier of a name, the first operator of a comparison.</summary>
    public string Text { get; init; } = "";
}

/// <summary>An error that ends the search.</summary>
internal sealed class FoundError(Lexing.LexicalError error, bool isFromLexer) : Exception
{
    public Lexing.LexicalError Error { get; } = error;

    /// <summary>Whether the lexer met it, rather than the grammar.</summary>
    public bool IsFromLexer { get; } = isFromLexer;
}
