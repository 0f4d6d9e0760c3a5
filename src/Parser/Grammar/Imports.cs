using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>`import` and `from ... import`.</summary>
internal static class Imports
{
    private sealed record DottedName(string Text, TextSpan Span);

    // dotted_name: dotted_name '.' NAME | NAME
    private static readonly Parser<Lexeme, DottedName> Dotted = Map(
        (first, rest) => rest.IsEmpty
            ? new DottedName(first.Name, first.Span)
            : new DottedName(string.Join('.', rest.Select(r => r.Name).Prepend(first.Name)), Build.Span(first, rest[^1])),
        Identifier, ManyOf(Tok(TokenKind.Dot).Then(Identifier)));

    // ['as' NAME]
    private static readonly Parser<Lexeme, Lexeme> AsName = Opt(Tok(TokenKind.As).Then(Identifier));

    // dotted_as_name: dotted_name ['as' NAME]
    private static readonly Parser<Lexeme, Alias> DottedAsName = Map(
        (name, alias) => alias.Value is null
            ? new Alias(name.Span, name.Text, null)
            : new Alias(TextSpan.FromBounds(name.Span.Start, alias.End), name.Text, alias.Name),
        Dotted, AsName);

    // import_name: 'import' dotted_as_name (',' dotted_as_name)*
    public static readonly Parser<Lexeme, Statement> Import = Map(
        Statement (first, names) => new Import(Build.Span(first, names.Items[^1].Span.End), names.Items),
        Tok(TokenKind.Import), CommaList(DottedAsName).Where(list => list.End < 0));

    // import_from_as_name: NAME ['as' NAME]
    private static readonly Parser<Lexeme, Alias> AsAlias = Map(
        (name, alias) => alias.Value is null
            ? new Alias(name.Span, name.Name, null)
            : new Alias(Build.Span(name, alias), name.Name, alias.Name),
        Identifier, AsName);

    private readonly record struct Names(ImmutableArray<Alias> Items, int End);

    // import_from_targets: '(' import_from_as_names [','] ')' | import_from_as_names !',' | '*'
    private static readonly Parser<Lexeme, Names> ImportTargets = new Dispatch<Names>()
        .On(TokenKind.LeftParen, Map(
            (_, names, close) => new Names(names.Items, close.End),
            Tok(TokenKind.LeftParen), CommaList(AsAlias), Tok(TokenKind.RightParen)))
        .On(TokenKind.Star, Tok(TokenKind.Star).Select(star => new Names([new Alias(star.Span, "*", null)], star.End)))
        .Otherwise(CommaList(AsAlias).Where(list => list.End < 0).Select(list => new Names(list.Items, list.Items[^1].Span.End)));

    // ('.' | '...')*
    private static readonly Parser<Lexeme, int> Level = ManyOf(new Dispatch<int>()
            .On(TokenKind.Dot, Tok(TokenKind.Dot).ThenReturn(1))
            .On(TokenKind.Ellipsis, Tok(TokenKind.Ellipsis).ThenReturn(3)))
        .Select(dots => dots.Sum());

    // import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets | 'from' ('.' | '...')+ 'import' import_from_targets
    public static readonly Parser<Lexeme, Statement> ImportFrom = Valid(Map(
        Statement? (first, level, module, _, names) => level == 0 && module is null
            ? null
            : new ImportFrom(Build.Span(first, names.End), module?.Text, names.Items, level),
        Tok(TokenKind.From), Level, Opt(Dotted), Tok(TokenKind.Import), ImportTargets));
}
