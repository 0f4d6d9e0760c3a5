using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Expressions made with operators, from the tightest to the loosest.</summary>
internal static class Operators
{
    private static readonly Parser<Lexeme, Expression> Primary = Rec(() => Calls.Primary);

    // await_primary: 'await' primary | primary
    private static readonly Parser<Lexeme, Expression> AwaitPrimary = new Dispatch<Expression>()
        .On(TokenKind.Await, Map(Expression (await, value) => new Await(Build.Span(await, value), value), Tok(TokenKind.Await), Primary))
        .Otherwise(Primary);

    /// <summary>The kinds of lexemes that are an atom by themselves.</summary>
    private static readonly TokenKind[] AtomKinds =
    [
        TokenKind.Name, TokenKind.MatchSoft, TokenKind.CaseSoft, TokenKind.TypeSoft, TokenKind.UnderscoreSoft,
        TokenKind.True, TokenKind.False, TokenKind.None, TokenKind.Ellipsis, TokenKind.Number, TokenKind.String,
    ];

    /// <summary>The kinds of lexemes that end every expression.</summary>
    private static readonly TokenKind[] ExpressionEnds =
    [
        TokenKind.Newline, TokenKind.RightParen, TokenKind.RightBracket, TokenKind.RightBrace, TokenKind.Comma, TokenKind.Colon,
        TokenKind.Semicolon, TokenKind.Equal, TokenKind.For,
    ];

    /// <summary>The kinds of lexemes that end an operand.</summary>
    private static readonly TokenKind[] OperandEnds =
    [
        .. ExpressionEnds, TokenKind.If, TokenKind.Else, TokenKind.And, TokenKind.Or, TokenKind.Not, TokenKind.In, TokenKind.Is, TokenKind.As,
        TokenKind.ColonEqual, TokenKind.Plus, TokenKind.Minus, TokenKind.Star, TokenKind.Slash, TokenKind.DoubleSlash, TokenKind.Percent,
        TokenKind.Ampersand, TokenKind.Bar, TokenKind.Caret, TokenKind.LeftShift, TokenKind.RightShift, TokenKind.Less, TokenKind.LessEqual,
        TokenKind.Greater, TokenKind.GreaterEqual, TokenKind.DoubleEqual, TokenKind.NotEqual, TokenKind.PlusEqual, TokenKind.MinusEqual,
    ];

    private static Parser<Lexeme, Expression> Alone(TokenKind[] ends, Parser<Lexeme, Expression> parser) =>
        Adapter.Alone(Rec(() => Atoms.Atom), AtomKinds, ends, parser);

    // factor: '+' factor | '-' factor | '~' factor | power
    public static readonly Parser<Lexeme, Expression> Factor = Alone(OperandEnds, Guarded(new Dispatch<Expression>()
        .On(TokenKind.Plus, Prefix(TokenKind.Plus, UnaryOperator.UAdd, Rec(() => Factor!)))
        .On(TokenKind.Minus, Prefix(TokenKind.Minus, UnaryOperator.USub, Rec(() => Factor!)))
        .On(TokenKind.Tilde, Prefix(TokenKind.Tilde, UnaryOperator.Invert, Rec(() => Factor!)))
        .Otherwise(Rec(() => Power!))));

    // power: await_primary '**' factor | await_primary
    private static readonly Parser<Lexeme, Expression> Power = Map(
        (left, right) => right is null ? left : new BinOp(Build.Span(left, right), left, Operator.Pow, right),
        AwaitPrimary, Opt(Tok(TokenKind.DoubleStar).Then(Factor)));

    // bitwise_or: bitwise_or '|' bitwise_xor | bitwise_xor, and so on for '^' '&' '<<' '>>' '+' '-' '*' '/' '//' '%' '@'
    public static readonly Parser<Lexeme, Expression> BitwiseOr = Infix(
        Factor, LevelOf, (left, kind, right) => new BinOp(Build.Span(left, right), left, OperatorOf(kind), right));

    private static Parser<Lexeme, CompareOperator> Word(TokenKind kind, CompareOperator value) => Tok(kind).ThenReturn(value);

    // '==' | '!=' | '<=' | '<' | '>=' | '>' | 'not' 'in' | 'in' | 'is' 'not' | 'is'
    private static readonly Parser<Lexeme, CompareOperator> ComparisonOperator = new Dispatch<CompareOperator>()
        .On(TokenKind.DoubleEqual, Word(TokenKind.DoubleEqual, CompareOperator.Eq))
        .On(TokenKind.NotEqual, Word(TokenKind.NotEqual, CompareOperator.NotEq))
        .On(TokenKind.LessEqual, Word(TokenKind.LessEqual, CompareOperator.LtE))
        .On(TokenKind.Less, Word(TokenKind.Less, CompareOperator.Lt))
        .On(TokenKind.GreaterEqual, Word(TokenKind.GreaterEqual, CompareOperator.GtE))
        .On(TokenKind.Greater, Word(TokenKind.Greater, CompareOperator.Gt))
        .On(TokenKind.Not, Tok(TokenKind.Not).Then(Word(TokenKind.In, CompareOperator.NotIn)))
        .On(TokenKind.In, Word(TokenKind.In, CompareOperator.In))
        .On(TokenKind.Is, Map(
            (_, not) => not.Kind == TokenKind.Not ? CompareOperator.IsNot : CompareOperator.Is,
            Tok(TokenKind.Is), Opt(Tok(TokenKind.Not))));

    // comparison: bitwise_or compare_op_bitwise_or_pair+ | bitwise_or
    private static readonly Parser<Lexeme, Expression> Comparison = Map(
        Expression (left, rest) => rest.IsEmpty
            ? left
            : new Compare(Build.Span(left, rest[^1].Operand), left, [.. rest.Select(r => r.Operator)], [.. rest.Select(r => r.Operand)]),
        BitwiseOr, ManyOf(Map((op, operand) => (Operator: op, Operand: operand), ComparisonOperator, BitwiseOr)));

    // inversion: 'not' inversion | comparison
    private static readonly Parser<Lexeme, Expression> Inversion = Guarded(new Dispatch<Expression>()
        .On(TokenKind.Not, Prefix(TokenKind.Not, UnaryOperator.Not, Rec(() => Inversion!)))
        .Otherwise(Comparison));

    // conjunction: inversion ('and' inversion)+ | inversion
    private static readonly Parser<Lexeme, Expression> Conjunction = Chain(Inversion, TokenKind.And, BoolOperator.And);

    // disjunction: conjunction ('or' conjunction)+ | conjunction
    public static readonly Parser<Lexeme, Expression> Disjunction = Chain(Conjunction, TokenKind.Or, BoolOperator.Or);

    private readonly record struct Conditional(Expression Test, Expression Otherwise);

    // expression: disjunction 'if' disjunction 'else' expression | disjunction | lambdef
    public static readonly Parser<Lexeme, Expression> Expression = Alone(ExpressionEnds, Guarded(new Dispatch<Expression>()
        .On(TokenKind.Lambda, Rec(() => Functions.Lambda))
        .Otherwise(Map(
            (body, tail) => tail.Test is null ? body : new IfExp(Build.Span(body, tail.Otherwise), tail.Test, body, tail.Otherwise),
            Disjunction,
            Opt(Map(
                (_, test, _, otherwise) => new Conditional(test, otherwise),
                Tok(TokenKind.If), Disjunction, Tok(TokenKind.Else), Rec(() => Expression!)))))));

    // named_expression: NAME ':=' expression | expression !':='
    public static readonly Parser<Lexeme, Expression> NamedExpression = Valid(Map(
        Walrus, Expression, Opt(Tok(TokenKind.ColonEqual).Then(Expression))));

    private static Expression? Walrus(Expression target, Expression? value)
    {
        if (value is null) return target;
        if (target is not Name name || target.IsParenthesized) return null;
        name.Ctx = ExprContext.Store;
        return new NamedExpr(Build.Span(target, value), target, value);
    }

    private static readonly Parser<Lexeme, Expression> Star = Map(
        Expression (star, value) => new Starred(Build.Span(star, value), value, ExprContext.Load), Tok(TokenKind.Star), BitwiseOr);

    // star_named_expression: '*' bitwise_or | named_expression
    public static readonly Parser<Lexeme, Expression> StarNamedExpression = new Dispatch<Expression>()
        .On(TokenKind.Star, Star)
        .Otherwise(NamedExpression);

    // star_expression: '*' bitwise_or | expression
    public static readonly Parser<Lexeme, Expression> StarExpression = new Dispatch<Expression>()
        .On(TokenKind.Star, Star)
        .Otherwise(Expression);

    // star_target, read as an expression that stops at 'in'
    public static readonly Parser<Lexeme, Expression> TargetExpression = new Dispatch<Expression>()
        .On(TokenKind.Star, Star)
        .Otherwise(BitwiseOr);

    // star_expressions: star_expression (',' star_expression)* [',']
    public static readonly Parser<Lexeme, Expression> StarExpressions = CommaList(StarExpression).Select(Build.OneOrTuple);

    // star_targets in 'for' and comprehensions
    public static readonly Parser<Lexeme, Expression> ForTargets =
        Valid(CommaList(TargetExpression).Select(list => Targets.Store(Build.OneOrTuple(list))));

    // yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
    public static readonly Parser<Lexeme, Expression> YieldExpression = Map(
        (yield, finish) => finish(yield),
        Tok(TokenKind.Yield),
        new Dispatch<Func<Lexeme, Expression>>()
            .On(TokenKind.From, Tok(TokenKind.From).Then(Expression)
                .Select(Func<Lexeme, Expression> (value) => yield => new YieldFrom(Build.Span(yield, value), value)))
            .Otherwise(Opt(StarExpressions)
                .Select(Func<Lexeme, Expression> (value) => yield => new Yield(Build.SpanTo(yield, value), value))));

    // yield_expr | star_expressions
    public static readonly Parser<Lexeme, Expression> YieldOrStarExpressions = new Dispatch<Expression>()
        .On(TokenKind.Yield, YieldExpression)
        .Otherwise(StarExpressions);

    private static Parser<Lexeme, Expression> Prefix(TokenKind kind, UnaryOperator op, Parser<Lexeme, Expression> operand) => Map(
        Expression (sign, value) => new UnaryOp(Build.Span(sign, value), op, value), Tok(kind), operand);

    private static Parser<Lexeme, Expression> Chain(Parser<Lexeme, Expression> operand, TokenKind kind, BoolOperator op) => Map(
        (first, rest) => rest.IsEmpty ? first : new BoolOp(Build.Span(first, rest[^1]), op, Build.Prepend(first, rest)),
        operand, ManyOf(Tok(kind).Then(operand)));

    private static int LevelOf(TokenKind kind) => kind switch
    {
        TokenKind.Bar => 1,
        TokenKind.Caret => 2,
        TokenKind.Ampersand => 3,
        TokenKind.LeftShift or TokenKind.RightShift => 4,
        TokenKind.Plus or TokenKind.Minus => 5,
        TokenKind.Star or TokenKind.Slash or TokenKind.DoubleSlash or TokenKind.Percent or TokenKind.At => 6,
        _ => 0,
    };

    private static Operator OperatorOf(TokenKind kind) => kind switch
    {
        TokenKind.Bar => Operator.BitOr,
        TokenKind.Caret => Operator.BitXor,
        TokenKind.Ampersand => Operator.BitAnd,
        TokenKind.LeftShift => Operator.LShift,
        TokenKind.RightShift => Operator.RShift,
        TokenKind.Plus => Operator.Add,
        TokenKind.Minus => Operator.Sub,
        TokenKind.Star => Operator.Mult,
        TokenKind.Slash => Operator.Div,
        TokenKind.DoubleSlash => Operator.FloorDiv,
        TokenKind.Percent => Operator.Mod,
        _ => Operator.MatMult,
    };
}
