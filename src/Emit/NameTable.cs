using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary>The names that a file mentions. Each is made once, however often it stands there.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, IdentifierNameSyntax> _names = new(StringComparer.Ordinal);

    private bool _awaits;

    /// <summary>Whether a name, or the keyword <c>await</c>, stands somewhere in the file.</summary>
    public bool Mentions(string name) => _names.ContainsKey(name) || (_awaits && name == "await");

    /// <summary>A name as an expression or a type, escaped with <c>@</c> when it is a C# keyword.</summary>
    public IdentifierNameSyntax Name(string name)
    {
        if (!_names.TryGetValue(name, out var node))
            _names.Add(name, node = IdentifierName(Escaped(name)));
        return node;
    }

    /// <inheritdoc cref="Name"/>
    public SyntaxToken Token(string name) => Name(name).Identifier;

    /// <summary>A name as a type, where a keyword of C# such as <c>decimal</c> means itself.</summary>
    public IdentifierNameSyntax Type(string name)
        => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? Name(name) : IdentifierName(Identifier(default, name, default));

    /// <summary><c>await</c>, which mentions the methods that the compiler calls for it.</summary>
    public SyntaxToken Await()
    {
        _awaits = true;
        return Layout.Spaced(SyntaxKind.AwaitKeyword);
    }

    private static SyntaxToken Escaped(string name)
        => name.Length > 0 && name[0] != '@' && SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
            ? VerbatimIdentifier(default, name, name, default)
            : Identifier(default, name, default);
}
