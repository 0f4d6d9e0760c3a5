using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary>
/// Tokens with their white space. Trivia is attached while the tree is built: normalising a
/// finished tree costs fifteen times as much as building it.
/// </summary>
internal static class Layout
{
    private static readonly SyntaxTriviaList s_none = default;
    private static readonly SyntaxTriviaList s_space = TriviaList(ElasticSpaceless());
    private static readonly SyntaxTriviaList s_newLine = TriviaList(EndOfLine("\n", elastic: false));

    private static SyntaxTrivia ElasticSpaceless() => SyntaxTrivia(SyntaxKind.WhitespaceTrivia, " ");

    private static SyntaxTrivia EndOfLine(string text, bool elastic) => elastic ? ElasticEndOfLine(text) : SyntaxFactory.EndOfLine(text);

    public static SyntaxTriviaList Space => s_space;

    public static SyntaxTriviaList NewLine => s_newLine;

    // Each kind of token is made once: Roslyn finds a node that it has made before by its parts, and new parts are never found.
    private static readonly ConcurrentDictionary<SyntaxKind, SyntaxToken> s_bareTokens = new();
    private static readonly ConcurrentDictionary<SyntaxKind, SyntaxToken> s_spacedTokens = new();
    private static readonly ConcurrentDictionary<SyntaxKind, SyntaxToken> s_betweenTokens = new();
    private static readonly SyntaxTriviaList[] s_indents = [.. Enumerable.Range(0, 16).Select(MakeIndent)];

    /// <summary>A token with nothing around it.</summary>
    public static SyntaxToken Bare(SyntaxKind kind) => s_bareTokens.GetOrAdd(kind, static k => Token(s_none, k, s_none));

    /// <summary>A token with a space behind it.</summary>
    public static SyntaxToken Spaced(SyntaxKind kind) => s_spacedTokens.GetOrAdd(kind, static k => Token(s_none, k, s_space));

    /// <summary>A token with a space on both sides.</summary>
    public static SyntaxToken Between(SyntaxKind kind) => s_betweenTokens.GetOrAdd(kind, static k => Token(s_space, k, s_space));

    /// <summary>A token with a space in front.</summary>
    public static SyntaxToken After(SyntaxKind kind) => Token(s_space, kind, s_none);

    /// <summary>A token that ends its line.</summary>
    public static SyntaxToken EndsLine(SyntaxKind kind) => Token(s_none, kind, s_newLine);

    public static SyntaxTriviaList Indent(int depth) => depth < s_indents.Length ? s_indents[depth] : MakeIndent(depth);

    private static SyntaxTriviaList MakeIndent(int depth) => depth == 0 ? s_none : TriviaList(Whitespace(new string(' ', depth * 4)));

    /// <summary>A comma-separated list with one space after each comma.</summary>
    public static SeparatedSyntaxList<T> Commas<T>(IReadOnlyCollection<T> items)
        where T : SyntaxNode
        => items.Count switch
        {
            0 => default,
            1 => SingletonSeparatedList(items.First()),
            _ => SeparatedList(items, Enumerable.Repeat(Spaced(SyntaxKind.CommaToken), items.Count - 1)),
        };

    /// <summary>Puts trivia in front of a node.</summary>
    public static T Leading<T>(this T node, SyntaxTriviaList trivia)
        where T : SyntaxNode
        => node.WithLeadingTrivia(trivia.AddRange(node.GetLeadingTrivia()));
}
