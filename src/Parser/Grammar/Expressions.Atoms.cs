using System.Collections.Immutable;
using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Atoms: names, literals and what stands in brackets.</summary>
internal static class Atoms
{
    // NAME
    public static readonly Parser<Lexeme, Expression> Name =
        Identifier.Select(Expression (name) => new Name(name.Span, name.Name, ExprContext.Load));

    // 'True' | 'False' | 'None' | '...' | NUMBER
    public static readonly Parser<Lexeme, Expression> Singleton = new Dispatch<Expression>()
        .On(TokenKind.True, ConstantOf(TokenKind.True, true))
        .On(TokenKind.False, ConstantOf(TokenKind.False, false))
        .On(TokenKind.None, ConstantOf(TokenKind.None, null))
        .On(TokenKind.Ellipsis, ConstantOf(TokenKind.Ellipsis, EllipsisValue.Instance));

    public static readonly Parser<Lexeme, Expression> Number =
        Tok(TokenKind.Number).Select(Expression (number) => new Constant(number.Span, number.Value, null));

    private static readonly Parser<Lexeme, Expression> Named = Rec(() => Operators.NamedExpression);

    private static readonly Parser<Lexeme, Expression> StarNamed = Rec(() => Operators.StarNamedExpression);

    private static readonly Parser<Lexeme, Expression> Plain = Rec(() => Operators.Expression);

    private static readonly Parser<Lexeme, Expression> BitwiseOr = Rec(() => Operators.BitwiseOr);

    private static readonly Parser<Lexeme, ImmutableArray<Comprehension>> Generators = Rec(() => Comprehensions.Generators);

    // What follows the first expression in a bracket: ')' | for_if_clauses ')' | ',' [star_named_expressions] ')'
    private static Parser<Lexeme, Tail> TailOf(TokenKind close)
    {
        var end = Tok(close);
        return new Dispatch<Tail>()
            .On(close, end.Select(last => new Tail(default, default, last)))
            .On([TokenKind.For, TokenKind.Async], Map((generators, last) => new Tail(default, generators, last), Generators, end))
            .On(TokenKind.Comma, Map(
                (_, rest, last) => new Tail(rest.Items.IsDefault ? [] : rest.Items, default, last),
                Tok(TokenKind.Comma), Opt(CommaList(StarNamed)), end));
    }

    private readonly record struct Tail(ImmutableArray<Expression> Rest, ImmutableArray<Comprehension> Generators, Lexeme Last);

    // tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
    // group: '(' (yield_expr | named_expression) ')'
    // genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')'
    public static readonly Parser<Lexeme, Expression> Parenthesized = Valid(Map(
        (open, body) => body.Finish(open),
        Tok(TokenKind.LeftParen),
        new Dispatch<ParenBody>()
            .On(TokenKind.RightParen, Tok(TokenKind.RightParen).Select(last => new ParenBody(null, new Tail([], default, last))))
            .On(TokenKind.Yield, Map(
                (value, last) => new ParenBody(value, new Tail(default, default, last)),
                Rec(() => Operators.YieldExpression), Tok(TokenKind.RightParen)))
            .Otherwise(Map((first, tail) => new ParenBody(first, tail), StarNamed, TailOf(TokenKind.RightParen)))));

    private readonly record struct ParenBody(Expression? First, Tail Tail)
    {
        public Expression? Finish(Lexeme open)
        {
            var span = Build.Span(open, Tail.Last);
            if (First is null) return new Tuple(span, [], ExprContext.Load);
            if (!Tail.Rest.IsDefault) return new Tuple(span, Build.Prepend(First, Tail.Rest), ExprContext.Load);
            if (First is Starred) return null;
            return Tail.Generators.IsDefault
                ? Build.Parenthesize(open, First, Tail.Last)
                : new GeneratorExp(span, First, Tail.Generators);
        }
    }

    // list: '[' [star_named_expressions] ']'
    // listcomp: '[' named_expression for_if_clauses ']'
    public static readonly Parser<Lexeme, Expression> Bracketed = Valid(Map(
        FinishList,
        Tok(TokenKind.LeftBracket),
        new Dispatch<ParenBody>()
            .On(TokenKind.RightBracket, Tok(TokenKind.RightBracket).Select(last => new ParenBody(null, new Tail([], default, last))))
            .Otherwise(Map((first, tail) => new ParenBody(first, tail), StarNamed, TailOf(TokenKind.RightBracket)))));

    private static Expression? FinishList(Lexeme open, ParenBody body)
    {
        var span = Build.Span(open, body.Tail.Last);
        if (body.First is null) return new List(span, [], ExprContext.Load);
        if (body.Tail.Generators.IsDefault) return new List(span, Build.Prepend(body.First, body.Tail.Rest), ExprContext.Load);
        return body.First is Starred ? null : new ListComp(span, body.First, body.Tail.Generators);
    }

    private readonly record struct DictItem(Expression? Key, Expression Value);

    // double_starred_kvpair: '**' bitwise_or | kvpair        kvpair: expression ':' expression
    private static readonly Parser<Lexeme, DictItem> KeyValue = new Dispatch<DictItem>()
        .On(TokenKind.DoubleStar, Tok(TokenKind.DoubleStar).Then(BitwiseOr).Select(value => new DictItem(null, value)))
        .Otherwise(Map((key, _, value) => new DictItem(key, value), Plain, Tok(TokenKind.Colon), Plain));

    private abstract record BraceTail
    {
        public abstract Expression? Finish(Lexeme open, Expression first);
    }

    private sealed record SetTail(Tail Tail) : BraceTail
    {
        public override Expression? Finish(Lexeme open, Expression first)
        {
            var span = Build.Span(open, Tail.Last);
            if (Tail.Generators.IsDefault) return new Set(span, Build.Prepend(first, Tail.Rest));
            return first is Starred ? null : new SetComp(span, first, Tail.Generators);
        }
    }

    private sealed record DictTail(Expression Value, ImmutableArray<DictItem> Rest, ImmutableArray<Comprehension> Generators, Lexeme Last) : BraceTail
    {
        public override Expression? Finish(Lexeme open, Expression first)
        {
            if (first is Starred || Build.IsBareWalrus(first)) return null;
            var span = Build.Span(open, Last);
            if (!Generators.IsDefault) return new DictComp(span, first, Value, Generators);
            return DictOf(open, Build.Prepend(new DictItem(first, Value), Rest), Last);
        }
    }

    private static Dict DictOf(Lexeme open, ImmutableArray<DictItem> items, Lexeme close) =>
        new(Build.Span(open, close), [.. items.Select(i => i.Key)], [.. items.Select(i => i.Value)]);

    private static readonly Parser<Lexeme, BraceTail> AfterValue = new Dispatch<BraceTail>()
        .On(TokenKind.RightBrace, Tok(TokenKind.RightBrace).Select(BraceTail (last) => new DictTail(null!, default, default, last)))
        .On([TokenKind.For, TokenKind.Async], Map(
            BraceTail (generators, last) => new DictTail(null!, default, generators, last), Generators, Tok(TokenKind.RightBrace)))
        .On(TokenKind.Comma, Map(
            BraceTail (_, rest, last) => new DictTail(null!, rest.Items, default, last),
            Tok(TokenKind.Comma), Opt(CommaList(KeyValue)), Tok(TokenKind.RightBrace)));

    private static readonly Parser<Lexeme, BraceTail> SetRest = TailOf(TokenKind.RightBrace).Select(BraceTail (tail) => new SetTail(tail));

    private static readonly Parser<Lexeme, BraceTail> AfterKey = new Dispatch<BraceTail>()
        .On(TokenKind.Colon, Map(
            BraceTail (_, value, tail) => (DictTail)tail with { Value = value }, Tok(TokenKind.Colon), Plain, AfterValue))
        .Otherwise(SetRest);

    // dict: '{' [double_starred_kvpairs] '}'            dictcomp: '{' kvpair for_if_clauses '}'
    // set: '{' star_named_expressions '}'               setcomp: '{' named_expression for_if_clauses '}'
    public static readonly Parser<Lexeme, Expression> Braced = Valid(Map(
        (open, finish) => finish(open),
        Tok(TokenKind.LeftBrace),
        new Dispatch<Func<Lexeme, Expression?>>()
            .On(TokenKind.RightBrace, Tok(TokenKind.RightBrace).Select(Func<Lexeme, Expression?> (last) => open => DictOf(open, [], last)))
            .On(TokenKind.DoubleStar, Map(
                Func<Lexeme, Expression?> (items, last) => open => DictOf(open, items.Items, last),
                CommaList(KeyValue), Tok(TokenKind.RightBrace)))
            .Otherwise(Map(Func<Lexeme, Expression?> (first, tail) => open => tail.Finish(open, first), StarNamed, AfterKey))));

    // atom: NAME | 'True' | 'False' | 'None' | strings | NUMBER | tuple | group | genexp | list | listcomp | dict | set | dictcomp | setcomp | '...'
    public static readonly Parser<Lexeme, Expression> Atom = new Dispatch<Expression>()
        .On([TokenKind.Name, TokenKind.MatchSoft, TokenKind.CaseSoft, TokenKind.TypeSoft, TokenKind.UnderscoreSoft], Name)
        .On([TokenKind.True, TokenKind.False, TokenKind.None, TokenKind.Ellipsis], Singleton)
        .On(TokenKind.Number, Number)
        .On([TokenKind.String, TokenKind.FStringStart, TokenKind.TStringStart], Rec(() => Strings.All))
        .On(TokenKind.LeftParen, Parenthesized)
        .On(TokenKind.LeftBracket, Bracketed)
        .On(TokenKind.LeftBrace, Braced);

    private static Parser<Lexeme, Expression> ConstantOf(TokenKind kind, object? value) =>
        Tok(kind).Select(Expression (token) => new Constant(token.Span, value, null));
}
