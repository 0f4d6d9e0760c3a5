using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>The parameters of functions and lambdas.</summary>
internal static class Parameters
{
    private enum ItemKind { None, Plain, Slash, Star, DoubleStar }

    private readonly record struct Item(ItemKind Kind, Argument? Argument, Expression? Default)
    {
        /// <summary>The type comment after the comma before this item, which belongs to the item before.</summary>
        public string? Before { get; init; }

        public Item WithComment(Lexeme comment)
        {
            if (Argument is not null && comment.Value is string text) Argument.TypeComment = text;
            return this;
        }
    }

    private static readonly Parser<Lexeme, Expression> Plain = Rec(() => Operators.Expression);

    // param: NAME annotation?        annotation: ':' expression
    private static readonly Parser<Lexeme, Argument> Annotated = Map(
        (name, annotation) => new Argument(Build.Span(name, annotation?.OuterSpan.End ?? name.End), name.Name, annotation, null),
        Identifier, Opt(Tok(TokenKind.Colon).Then(Plain)));

    // param_star_annotation: NAME star_annotation        star_annotation: ':' star_expression
    private static readonly Parser<Lexeme, Argument> StarAnnotated = Map(
        (name, annotation) => new Argument(Build.Span(name, annotation?.OuterSpan.End ?? name.End), name.Name, annotation, null),
        Identifier, Opt(Tok(TokenKind.Colon).Then(Rec(() => Operators.StarExpression))));

    // lambda_param: NAME
    private static readonly Parser<Lexeme, Argument> Bare = Identifier.Select(name => new Argument(name.Span, name.Name, null, null));

    // [params] of a function
    public static readonly Parser<Lexeme, Arguments> OfFunction = List(Annotated, StarAnnotated, TokenKind.RightParen);

    // [lambda_params] of a lambda
    public static readonly Parser<Lexeme, Arguments> OfLambda = List(Bare, Bare, TokenKind.Colon);

    // parameters: slash_no_default | slash_with_default | param_no_default+ | param_with_default+ | star_etc
    private static Parser<Lexeme, Arguments> List(
        Parser<Lexeme, Argument> argument, Parser<Lexeme, Argument> starArgument, TokenKind end) => new Dispatch<Arguments>()
        .On(end, Parser<Lexeme>.Return(0).Select(_ => new Arguments(default, [], [], null, [], [], null, [])))
        .Otherwise(Valid(CommaList(end == TokenKind.RightParen ? CommentedItem(ItemOf(argument, starArgument)) : ItemOf(argument, starArgument)).Select(list => Collect(list.Items))));

    // an item and the type comments around it: after the comma before it, or after it where no comma follows
    private static Parser<Lexeme, Item> CommentedItem(Parser<Lexeme, Item> item)
    {
        var comment = Tok(TokenKind.TypeComment);
        var commented = Map(
            (found, after) => found.WithComment(after), item, Opt(Try(comment.Before(Lookahead(Tok(TokenKind.RightParen))))));
        return new Dispatch<Item>()
            .On(TokenKind.TypeComment, Map(
                (before, found) => found with { Before = Build.TypeComment(before) },
                comment, Opt(commented)))
            .Otherwise(commented);
    }

    private static Parser<Lexeme, Item> ItemOf(Parser<Lexeme, Argument> argument, Parser<Lexeme, Argument> starArgument) => new Dispatch<Item>()
        .On(TokenKind.Slash, Tok(TokenKind.Slash).Select(_ => new Item(ItemKind.Slash, null, null)))
        .On(TokenKind.Star, Tok(TokenKind.Star).Then(Opt(starArgument)).Select(a => new Item(ItemKind.Star, a, null)))
        .On(TokenKind.DoubleStar, Tok(TokenKind.DoubleStar).Then(argument).Select(a => new Item(ItemKind.DoubleStar, a, null)))
        .Otherwise(Map(
            (a, value) => new Item(ItemKind.Plain, a, value), argument, Opt(Tok(TokenKind.Equal).Then(Plain))));

    private static Arguments? Collect(ImmutableArray<Item> items)
    {
        ImmutableArray<Argument> positionalOnly = [];
        var plain = ImmutableArray.CreateBuilder<Argument>(items.Length);
        ImmutableArray<Argument>.Builder? keywordOnly = null;
        ImmutableArray<Expression>.Builder? defaults = null;
        ImmutableArray<Expression?>.Builder? keywordDefaults = null;
        Argument? star = null, doubleStar = null;
        bool sawSlash = false, sawStar = false;
        for (var i = 0; i < items.Length; i++)
        {
            var item = items[i];
            if (item.Before is not null)
            {
                if (i == 0 || items[i - 1].Argument is not { } before) return null;
                before.TypeComment = item.Before;
            }
            if (item.Kind == ItemKind.None) continue;
            if (doubleStar is not null) return null;
            switch (item.Kind)
            {
                case ItemKind.Slash:
                    if (sawSlash || sawStar || plain.Count == 0) return null;
                    sawSlash = true;
                    positionalOnly = plain.DrainToImmutable();
                    break;
                case ItemKind.Star:
                    if (sawStar) return null;
                    if (item.Argument is null && (i + 1 >= items.Length || items[i + 1].Kind != ItemKind.Plain)) return null;
                    sawStar = true;
                    star = item.Argument;
                    break;
                case ItemKind.DoubleStar:
                    doubleStar = item.Argument;
                    break;
                default:
                    if (sawStar)
                    {
                        (keywordOnly ??= ImmutableArray.CreateBuilder<Argument>(items.Length - i)).Add(item.Argument!);
                        (keywordDefaults ??= ImmutableArray.CreateBuilder<Expression?>(items.Length - i)).Add(item.Default);
                        break;
                    }
                    if (item.Default is null && defaults is not null) return null;
                    if (item.Default is not null) (defaults ??= ImmutableArray.CreateBuilder<Expression>(items.Length - i)).Add(item.Default);
                    plain.Add(item.Argument!);
                    break;
            }
        }
        return new Arguments(default, positionalOnly, plain.DrainToImmutable(), star, keywordOnly?.DrainToImmutable() ?? [],
            keywordDefaults?.DrainToImmutable() ?? [], doubleStar, defaults?.DrainToImmutable() ?? []);
    }
}
