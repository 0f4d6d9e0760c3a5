using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Arguments of a call or of the bases of a class.</summary>
/// <param name="Args">Positional arguments.</param>
/// <param name="Keywords">Keyword arguments.</param>
/// <param name="End">The position after the closing parenthesis.</param>
internal sealed record CallArguments(ImmutableArray<Expression> Args, ImmutableArray<Keyword> Keywords, int End);

/// <summary>Primaries: atoms with attributes, calls and subscripts after them.</summary>
internal static class Calls
{
    private static readonly Parser<Lexeme, Expression> Plain = Rec(() => Operators.Expression);

    private static readonly Parser<Lexeme, Expression> Named = Rec(() => Operators.NamedExpression);

    private readonly record struct ArgumentTail(Expression? Value, ImmutableArray<Comprehension> Generators);

    // args item: NAME '=' expression | named_expression | named_expression for_if_clauses
    private static readonly Parser<Lexeme, Node> PlainArgument = Valid(Map(
        FinishArgument,
        Named,
        Opt(new Dispatch<ArgumentTail>()
            .On(TokenKind.Equal, Tok(TokenKind.Equal).Then(Plain).Select(value => new ArgumentTail(value, default)))
            .On([TokenKind.For, TokenKind.Async], Rec(() => Comprehensions.Generators).Select(g => new ArgumentTail(null, g))))));

    private static Node? FinishArgument(Expression first, ArgumentTail tail)
    {
        if (tail.Value is not null)
            return first is Name name && !first.IsParenthesized ? new Keyword(Build.Span(first, tail.Value), name.Id, tail.Value) : null;
        if (tail.Generators.IsDefault) return first;
        return new GeneratorExp(TextSpan.FromBounds(first.OuterSpan.Start, tail.Generators[^1].Span.End), first, tail.Generators);
    }

    // starred_expression: '*' expression        kwarg: '**' expression
    private static readonly Parser<Lexeme, Node> Argument = new Dispatch<Node>()
        .On(TokenKind.Star, Map(
            Node (star, value) => new Starred(Build.Span(star, value), value, ExprContext.Load), Tok(TokenKind.Star), Plain))
        .On(TokenKind.DoubleStar, Map(
            Node (star, value) => new Keyword(Build.Span(star, value), null, value), Tok(TokenKind.DoubleStar), Plain))
        .Otherwise(PlainArgument);

    // '(' [arguments] ')' | genexp
    public static readonly Parser<Lexeme, CallArguments> Arguments = Valid(Map(
        FinishArguments, Tok(TokenKind.LeftParen), Opt(CommaList(Argument)), Tok(TokenKind.RightParen)));

    private static CallArguments? FinishArguments(Lexeme open, Listed<Node> list, Lexeme close)
    {
        if (list.Items.IsDefault) return new CallArguments([], [], close.End);
        var args = ImmutableArray.CreateBuilder<Expression>(list.Items.Length);
        ImmutableArray<Keyword>.Builder? keywords = null;
        var unpacked = false;
        foreach (var item in list.Items)
        {
            if (item is Keyword keyword)
            {
                (keywords ??= ImmutableArray.CreateBuilder<Keyword>()).Add(keyword);
                unpacked |= keyword.Arg is null;
                continue;
            }
            if (unpacked || keywords is not null && item is not Starred) return null;
            if (item is GeneratorExp { Span.Start: var start } generator && start == generator.Elt.OuterSpan.Start)
            {
                if (list.HasComma) return null;
                generator.Span = generator.OuterSpan = Build.Span(open, close);
            }
            args.Add((Expression)item);
        }
        return new CallArguments(args.DrainToImmutable(), keywords?.DrainToImmutable() ?? [], close.End);
    }

    // slice: [expression] ':' [expression] [':' [expression]] | named_expression | starred_expression
    private static readonly Parser<Lexeme, Slice> SliceTail = Map(
        (first, upper, second) => new Slice(
            Build.Span(first, second?.End ?? upper?.OuterSpan.End ?? first.End), null, upper, second?.Step),
        Tok(TokenKind.Colon), Opt(Plain),
        Opt(Map((colon, step) => new StepPart(step, step?.OuterSpan.End ?? colon.End), Tok(TokenKind.Colon), Opt(Plain))));

    private sealed record StepPart(Expression? Step, int End);

    private static readonly Parser<Lexeme, Expression> SliceItem = new Dispatch<Expression>()
        .On(TokenKind.Colon, SliceTail.Select(Expression (slice) => slice))
        .On(TokenKind.Star, Map(
            Expression (star, value) => new Starred(Build.Span(star, value), value, ExprContext.Load), Tok(TokenKind.Star), Plain))
        .Otherwise(Valid(Map(FinishSlice, Named, Opt(SliceTail))));

    private static Expression? FinishSlice(Expression first, Slice? tail)
    {
        if (tail is null) return first;
        return Build.IsBareWalrus(first)
            ? null
            : new Slice(TextSpan.FromBounds(first.OuterSpan.Start, tail.Span.End), first, tail.Upper, tail.Step);
    }

    // slices: slice !',' | (slice | starred_expression) (',' (slice | starred_expression))* [',']
    public static readonly Parser<Lexeme, Expression> Slices = CommaList(SliceItem).Select(
        list => list is { HasComma: false, Items: [Starred only] }
            ? new Tuple(only.OuterSpan, list.Items, ExprContext.Load)
            : Build.OneOrTuple(list));

    private abstract record Suffix
    {
        public abstract Expression Apply(Expression value);
    }

    private sealed record AttributeSuffix(Lexeme Name) : Suffix
    {
        public override Expression Apply(Expression value) =>
            new Attribute(Build.Span(value, Name), value, Name.Name, ExprContext.Load);
    }

    private sealed record CallSuffix(CallArguments Arguments) : Suffix
    {
        public override Expression Apply(Expression value) =>
            new Call(TextSpan.FromBounds(value.OuterSpan.Start, Arguments.End), value, Arguments.Args, Arguments.Keywords);
    }

    private sealed record SubscriptSuffix(Expression Slice, Lexeme Close) : Suffix
    {
        public override Expression Apply(Expression value) =>
            new Subscript(Build.Span(value, Close), value, Slice, ExprContext.Load);
    }

    // primary: primary '.' NAME | primary genexp | primary '(' [arguments] ')' | primary '[' slices ']' | atom
    public static readonly Parser<Lexeme, Expression> Primary = Fold(
        Rec(() => Atoms.Atom),
        new Dispatch<Suffix>()
            .On(TokenKind.Dot, Tok(TokenKind.Dot).Then(Identifier).Select(Suffix (name) => new AttributeSuffix(name)))
            .On(TokenKind.LeftParen, Arguments.Select(Suffix (arguments) => new CallSuffix(arguments)))
            .On(TokenKind.LeftBracket, Map(
                Suffix (_, slice, close) => new SubscriptSuffix(slice, close),
                Tok(TokenKind.LeftBracket), Slices, Tok(TokenKind.RightBracket))),
        (value, suffix) => suffix.Apply(value));
}
