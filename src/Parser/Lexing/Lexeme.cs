using System.Collections.Immutable;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Lexing;

/// <summary>A token of the source text: its kind, its place and, of names and literals, its value.</summary>
public readonly struct Lexeme(TokenKind kind, int start, int end, object? value = null)
{
    /// <summary>The value of the start of an f-string whose prefix has an `r`.</summary>
    public static readonly object Raw = new();

    /// <summary>The kind.</summary>
    public TokenKind Kind { get; } = kind;

    /// <summary>The position of the first character.</summary>
    public int Start { get; } = start;

    /// <summary>The position after the last character.</summary>
    public int End { get; } = end;

    /// <summary>
    /// The identifier of a name, the number of a number, the string or <see cref="StringLiteral"/> of a string or a stretch of an f-string, the source of a replacement field on the lexeme that ends it, <see cref="Raw"/>, the
    /// <see cref="LexicalError"/> of an error.
    /// </summary>
    public object? Value { get; } = value;

    /// <summary>The place in the source text.</summary>
    public TextSpan Span => TextSpan.FromBounds(Start, End);

    /// <summary>The value of a string or a stretch of an f-string, as a literal.</summary>
    public StringLiteral Literal => Value as StringLiteral ?? new StringLiteral(Value!, false, null);

    /// <summary>The identifier of a name.</summary>
    public string Name => (string)Value!;

    public override string ToString() => $"{Kind}[{Start}..{End}]{(Value is null ? "" : " " + Value)}";
}

/// <summary>Something the lexer could not read.</summary>
/// <param name="Descriptor">The kind of diagnostic.</param>
/// <param name="Message">CPython's message.</param>
/// <param name="Span">The place to report.</param>
public sealed record LexicalError(Descriptor Descriptor, string Message, TextSpan Span)
{
    /// <summary>Whether CPython reports it in place of an error of the grammar that comes before it.</summary>
    public bool IsRaised { get; init; } = true;

    /// <summary>Where the line is that CPython shows, if it is not where the finding is.</summary>
    public int? ShownAt { get; init; }

    /// <summary>Whether the text ends in the middle of it, so that more text may mend it.</summary>
    public bool IsAtEnd { get; init; }

    /// <summary>Whether it stands inside an f-string.</summary>
    public bool IsInFString { get; init; }

    /// <summary>The error that the innermost bracket open here is never closed; CPython may prefer it to an error of the grammar.</summary>
    public LexicalError? Unclosed { get; init; }
}

/// <summary>The value of a string or bytes literal.</summary>
/// <param name="Value">A string or an array of bytes.</param>
/// <param name="IsUnicodeMarked">Whether the prefix is `u`.</param>
/// <param name="Error">Why the literal cannot be decoded, if it cannot.</param>
public sealed record StringLiteral(object Value, bool IsUnicodeMarked, LexicalError? Error)
{
    /// <summary>Where low surrogates stand that were written apart from the high surrogate before them.</summary>
    public ImmutableArray<int> SeparateSurrogates { get; init; }

    /// <summary>Whether this is a bytes literal.</summary>
    public bool IsBytes => Value is byte[];
}

/// <summary>A comment as the lexer meets it.</summary>
/// <param name="Start">The position of `#`.</param>
/// <param name="End">The position of the line end.</param>
/// <param name="OwnLine">Whether only white space stands before it.</param>
/// <param name="InBrackets">Whether a bracket is open.</param>
internal readonly record struct RawComment(int Start, int End, bool OwnLine, bool InBrackets)
{
    /// <summary>Whether it ends a line of statements.</summary>
    public bool IsTrailing => !OwnLine && !InBrackets;
}
