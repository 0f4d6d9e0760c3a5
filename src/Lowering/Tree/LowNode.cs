using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Lowering.Tree;

/// <summary>What C# can say. Every node knows the Python text it came from.</summary>
public abstract record LowNode
{
    /// <summary>The Python source of the node, or null for what has no counterpart there.</summary>
    public TextSpan? Origin { get; init; }
}

/// <summary>Comments and blank lines around a statement or member.</summary>
/// <param name="Before">Own-line comments above, without <c>#</c>.</param>
/// <param name="After">The comment at the end of the (first) line.</param>
/// <param name="BlankLineBefore">Whether an empty line stands above.</param>
public sealed record LowTrivia(ImmutableArray<string> Before, string? After, bool BlankLineBefore)
{
    public static readonly LowTrivia None = new([], null, false);
}
