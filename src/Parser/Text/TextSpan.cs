namespace Pytocs.Parser.Text;

/// <summary>A stretch of a source text, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The position just after the stretch.</summary>
    public int End => Start + Length;

    /// <summary>The stretch between two positions.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The smallest stretch that covers two others.</summary>
    public static TextSpan Cover(TextSpan first, TextSpan last) =>
        FromBounds(Math.Min(first.Start, last.Start), Math.Max(first.End, last.End));

    /// <summary>Whether a position lies inside the stretch.</summary>
    public bool Contains(int position) => position >= Start && position < End;
}

/// <summary>A line and a column, both counted from one.</summary>
public readonly record struct LinePosition(int Line, int Column)
{
    public override string ToString() => $"{Line},{Column}";
}
