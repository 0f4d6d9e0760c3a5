using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>A node of the syntax tree. Nodes are compared by reference.</summary>
public abstract class Node(TextSpan span)
{
    private static int s_count;

    // The runtime's own hash of an object is slow to make, and every node becomes the key of a dictionary. Two threads may
    // count the same: a hash need not be alone.
    private readonly int _hash = ++s_count;

    /// <summary>Where the node stands in its source text.</summary>
    public TextSpan Span { get; internal set; } = span;

    /// <summary>All nodes of the module, parents first, when they have been listed; null before. A tree may become part of another module's, which lists it again.</summary>
    internal Node[]? Listed { get; private set; }

    /// <summary>Where the node stands in the list.</summary>
    internal int Position { get; private set; }

    /// <summary>How many nodes of the list are this one or below it: they stand in one piece.</summary>
    internal int Count { get; private set; }

    /// <summary>Notes where the node stands in a list of nodes.</summary>
    internal void Enlist(Node[] nodes, int position, int count) => (Listed, Position, Count) = (nodes, position, count);

    public sealed override int GetHashCode() => _hash;

    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <summary>The node's name in CPython's abstract grammar.</summary>
    public abstract string AsdlName { get; }

    /// <summary>Shows every field, in the order of CPython's abstract grammar, to a visitor.</summary>
    public abstract void VisitFields(FieldVisitor visitor);

    public override string ToString() => $"{AsdlName}[{Span.Start}..{Span.End}]";
}

/// <summary>A statement.</summary>
public abstract class Statement(TextSpan span) : Node(span);

/// <summary>An expression.</summary>
public abstract class Expression(TextSpan span) : Node(span)
{
    /// <summary>Where the expression stands with the parentheses that are its own.</summary>
    public TextSpan OuterSpan { get; internal set; } = span;

    /// <summary>Whether the expression is written between parentheses of its own.</summary>
    public bool IsParenthesized => OuterSpan.Start != Span.Start;
}

/// <summary>A pattern of a `case` clause.</summary>
public abstract class Pattern(TextSpan span) : Node(span)
{
    /// <summary>Where the pattern stands with the parentheses that are its own.</summary>
    public TextSpan OuterSpan { get; internal set; } = span;
}

/// <summary>A type parameter.</summary>
public abstract class TypeParam(TextSpan span) : Node(span);

/// <summary>The value of the literal `...`.</summary>
public sealed class EllipsisValue
{
    /// <summary>The only instance.</summary>
    public static EllipsisValue Instance { get; } = new();

    private EllipsisValue() { }

    public override string ToString() => "Ellipsis";
}
