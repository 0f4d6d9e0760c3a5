using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Arguments of a call or of the bases of a class.</summary>
/// <param name="Args">Positional arguments.</param>
/// <param name="Keywords">Keyword arguments.</param>
/// <param name="End">The position after the closing parenthesis.</param>
internal readonly record struct CallArguments(ImmutableArray<Expression> Args, ImmutableArray<Keyword> Keywords, int End);

/// <summary>Primaries: atoms with attributes, calls and subscripts after them.</summary>
internal static class Calls
{
    private static readonly Parser<Lexeme, Expression> Plain = Rec(() => Operators.Expression);

    private static readonly Parser<Lexeme, Expression> Named = Rec(() => Operators.NamedExpression);

    private readonly record struct ArgumentTail(Expression? Value, ImmutableArray<Comprehension> Generators);

    // args item: NAME '=' expression | named_expression | named_expression for_if_clauses
    private static readonly Parser<Lexeme, Expression> PlainArgument = Valid(Map(
        FinishArgument,
        Named,
        Opt(new Dispatch<ArgumentTail>()
            .On(TokenKind.Equal, Tok(TokenKind.Equal).Then(Plain).Select(value => new ArgumentTail(value, default)))
            .On([TokenKind.For, TokenKind.Async], Rec(() => Comprehensions.Generators).Select(g => new ArgumentTail(null, g))))));

    private static Expression? FinishArgument(Expression first, ArgumentTail tail)
    {
        if (tail.Value is not null)
            return first is Name name && !first.IsParenthesized
                ? new KeywordArgument(new Keyword(Build.Span(first, tail.Value), name.Id, tail.Value))
                : null;
        if (tail.Generators.IsDefault) return first;
        return new GeneratorExp(TextSpan.FromBounds(first.OuterSpan.Start, tail.Generators[^1].Span.End), first, tail.Generators);
    }

    // starred_expression: '*' expression        kwarg: '**' expression
    private static readonly Parser<Lexeme, Expression> Argument = new Dispatch<Expression>()
        .On(TokenKind.Star, Map(
            Expression (star, value) => new Starred(Build.Span(star, value), value, ExprContext.Load), Tok(TokenKind.Star), Plain))
        .On(TokenKind.DoubleStar, Map(
            Expression (star, value) => new KeywordArgument(new Keyword(Build.Span(star, value), null, value)), Tok(TokenKind.DoubleStar), Plain))
        .Otherwise(PlainArgument);

    // '(' [arguments] ')' | genexp
    public static readonly Parser<Lexeme, CallArguments> Arguments = Valid(Map(
        FinishArguments, Tok(TokenKind.LeftParen), Opt(CommaList(Argument)), Tok(TokenKind.RightParen)));

    private static CallArguments? FinishArguments(Lexeme open, Listed<Expression> list, Lexeme close)
    {
        if (list.Items.IsDefault) return new CallArguments([], [], close.End);
        var count = 0;
        var unpacked = false;
        foreach (var item in list.Items)
        {
            if (item is KeywordArgument { Keyword: var keyword })
            {
                count++;
                unpacked |= keyword.Arg is null;
                continue;
            }
            if (unpacked || count > 0 && item is not Starred) return null;
            if (item is not GeneratorExp { Span.Start: var start } generator || start != generator.Elt.OuterSpan.Start) continue;
            if (list.HasComma) return null;
            generator.Span = generator.OuterSpan = Build.Span(open, close);
        }
        return count == 0 ? new CallArguments(list.Items, [], close.End) : Sort(list.Items, count, close.End);
    }

    private static CallArguments Sort(ImmutableArray<Expression> items, int keywordCount, int end)
    {
        var args = new Expression[items.Length - keywordCount];
        var keywords = new Keyword[keywordCount];
        int arg = 0, keyword = 0;
        foreach (var item in items)
        {
            if (item is KeywordArgument given) keywords[keyword++] = given.Keyword;
            else args[arg++] = item;
        }
        return new CallArguments(ImmutableCollectionsMarshal.AsImmutableArray(args), ImmutableCollectionsMarshal.AsImmutableArray(keywords), end);
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

    /// <summary>An attribute, a subscript or a call after a value.</summary>
    private readonly record struct Suffix(string? Name, Expression? Slice, CallArguments Arguments, int End)
    {
        public Expression Apply(Expression value)
        {
            var span = TextSpan.FromBounds(value.OuterSpan.Start, End);
            if (Name is not null) return new Attribute(span, value, Name, ExprContext.Load);
            return Slice is not null ? new Subscript(span, value, Slice, ExprContext.Load) : new Call(span, value, Arguments.Args, Arguments.Keywords);
        }
    }

    // primary: primary '.' NAME | primary genexp | primary '(' [arguments] ')' | primary '[' slices ']' | atom
    public static readonly Parser<Lexeme, Expression> Primary = Fold(
        Rec(() => Atoms.Atom),
        new Dispatch<Suffix>()
            .On(TokenKind.Dot, Tok(TokenKind.Dot).Then(Identifier).Select(name => new Suffix(name.Name, null, default, name.End)))
            .On(TokenKind.LeftParen, Arguments.Select(arguments => new Suffix(null, null, arguments, arguments.End)))
            .On(TokenKind.LeftBracket, Map(
                (_, slice, close) => new Suffix(null, slice, default, close.End),
                Tok(TokenKind.LeftBracket), Slices, Tok(TokenKind.RightBracket))),
        (value, suffix) => suffix.Apply(value));
}
