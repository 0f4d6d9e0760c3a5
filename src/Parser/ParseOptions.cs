namespace Pytocs.Parser;

/// <summary>What a parse accepts.</summary>
public sealed record ParseOptions
{
    /// <summary>The options of a parse that is given none.</summary>
    public static ParseOptions Default { get; } = new();

    /// <summary>
    /// The version of the grammar, 13 or 14 for Python 3.13 or 3.14. Python 3.14 adds template strings (PEP 750) and exception
    /// types without parentheses (PEP 758).
    /// </summary>
    public int MinorVersion { get; init; } = 14;

    /// <summary>Whether the text is one expression, as <c>eval</c> takes it: the errors are those of CPython's grammar of such.</summary>
    public bool IsExpression { get; init; }

    /// <summary>Whether `# type:` comments become part of the tree.</summary>
    public bool TypeComments { get; init; }

    /// <summary>Whether only the tree counts, as for CPython's `ast.parse`: what the grammar does not refuse is not checked, and comments are not kept.</summary>
    public bool TreeOnly { get; init; }
}
