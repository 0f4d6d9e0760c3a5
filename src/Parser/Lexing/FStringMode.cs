namespace Pytocs.Parser.Lexing;

/// <summary>Where the lexer stands inside an f-string or t-string.</summary>
internal sealed class FStringMode(int start, char quote, int quoteSize, bool isRaw, bool isTemplate)
{
    /// <summary>How deep replacement fields may nest.</summary>
    public const int MaxExpressionNesting = 3;

    public int Start { get; } = start;

    public char Quote { get; } = quote;

    public int QuoteSize { get; } = quoteSize;

    public bool IsRaw { get; } = isRaw;

    public bool IsTemplate { get; } = isTemplate;

    /// <summary>Whether literal text comes next, rather than a replacement field.</summary>
    public bool InText { get; set; } = true;

    public int CurlyDepth { get; set; }

    public int ExpressionDepth { get; set; } = -1;

    public bool InFormatSpec { get; set; }

    /// <summary>Whether an `=` was seen in the replacement field.</summary>
    public bool HasEqual { get; set; }

    public int ExpressionStart { get; set; }

    public int ExpressionEnd { get; set; } = -1;

    public bool InExpression => ExpressionDepth >= 0;
}
