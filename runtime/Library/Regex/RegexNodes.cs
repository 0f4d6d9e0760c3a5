using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>A piece of a parsed pattern.</summary>
internal abstract record RegexNode
{
    /// <summary>The least and most characters it matches.</summary>
    public abstract (long Low, long High) Width { get; }

    protected const long Endless = long.MaxValue / 4;

    public static (long Low, long High) Sum(IEnumerable<RegexNode> nodes)
    {
        long low = 0, high = 0;
        foreach (var node in nodes)
        {
            var (l, h) = node.Width;
            low = Math.Min(low + l, Endless);
            high = Math.Min(high + h, Endless);
        }
        return (low, high);
    }
}

/// <summary>One character of a kind.</summary>
internal abstract record OneCharacter : RegexNode
{
    public override (long, long) Width => (1, 1);
}

internal sealed record LiteralNode(int Code) : OneCharacter;

internal sealed record NotLiteralNode(int Code) : OneCharacter;

internal sealed record AnyNode : OneCharacter;

/// <summary><c>\d</c> and its like; the letter as written.</summary>
internal sealed record CategoryNode(char Letter) : OneCharacter;

/// <summary>A range of a set.</summary>
internal sealed record RangeNode(int Low, int High) : OneCharacter;

internal sealed record SetNode(bool Negated, List<RegexNode> Items) : OneCharacter;

/// <summary><c>^ $ \A \Z \b \B</c>.</summary>
internal sealed record AtNode(char Kind) : RegexNode
{
    public override (long, long) Width => (0, 0);
}

internal sealed record FailureNode : RegexNode
{
    public override (long, long) Width => (0, 0);
}

internal sealed record BranchNode(List<List<RegexNode>> Items) : RegexNode
{
    public override (long, long) Width => (Items.Min(static i => Sum(i).Low), Items.Max(static i => Sum(i).High));
}

/// <summary>A quantifier; <c>Mode</c> is ' ' greedy, '?' lazy, '+' possessive.</summary>
internal sealed record RepeatNode(long Least, long Most, char Mode, List<RegexNode> Body) : RegexNode
{
    public override (long, long) Width
    {
        get
        {
            var (low, high) = Sum(Body);
            return (low > 0 && Least > Endless / low ? Endless : low * Least, high == 0 ? 0 : Most == long.MaxValue || Most > Endless / high ? Endless : high * Most);
        }
    }
}

/// <summary>A group; <c>Index</c> is null where it does not capture.</summary>
internal sealed record GroupNode(int? Index, RegexFlags Added, RegexFlags Removed, List<RegexNode> Body) : RegexNode
{
    public override (long, long) Width => Sum(Body);
}

internal sealed record AtomicNode(List<RegexNode> Body) : RegexNode
{
    public override (long, long) Width => Sum(Body);
}

internal sealed record BackReferenceNode(int Group, (long, long) Size) : RegexNode
{
    public override (long, long) Width => Size;
}

internal sealed record ConditionNode(int Group, List<RegexNode> Yes, List<RegexNode>? No) : RegexNode
{
    public override (long, long) Width
    {
        get
        {
            var (low, high) = Sum(Yes);
            if (No is null)
                return (0, high);
            var (l, h) = Sum(No);
            return (Math.Min(low, l), Math.Max(high, h));
        }
    }
}

internal sealed record AssertNode(bool Behind, bool Negated, List<RegexNode> Body) : RegexNode
{
    public override (long, long) Width => (0, 0);
}
