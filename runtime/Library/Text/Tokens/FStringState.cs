namespace Pytocs.Runtime.Library.Tokens;

/// <summary>An f-string that is being read.</summary>
internal sealed class FStringState(char quote, int size, bool isRaw, int line, int column)
{
    public char Quote => quote;

    /// <summary>How many quotes it begins with: one or three.</summary>
    public int Size => size;

    public bool IsRaw => isRaw;

    /// <summary>Where it begins.</summary>
    public int Line => line;

    public int Column => column;

    /// <summary>Whether its text is read, rather than an expression in it.</summary>
    public bool IsText { get; set; } = true;

    /// <summary>Whether the text is that of a format.</summary>
    public bool IsFormat { get; set; }

    /// <summary>How many brackets are open in it.</summary>
    public int Depth { get; set; }

    /// <summary>At how many open brackets the innermost expression begins; negative outside of expressions.</summary>
    public int Start { get; set; } = -1;
}
