using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Statements that fit on one line.</summary>
internal static class SimpleStatements
{
    private static readonly Parser<Lexeme, Expression> Plain = Rec(() => Operators.Expression);

    private static readonly Parser<Lexeme, Expression> Star = Rec(() => Operators.StarExpressions);

    private static readonly Parser<Lexeme, Expression> YieldOrStar = Rec(() => Operators.YieldOrStarExpressions);

    /// <summary>What follows the first expressions of a statement: values, an annotation, or the value of an operator.</summary>
    private readonly record struct Tail(ImmutableArray<Expression> Values, Expression? Annotation, Expression? Value, Operator Operator, Lexeme Comment);

    private static Parser<Lexeme, Tail> Augmented(TokenKind kind, Operator op) => Tok(kind).Then(YieldOrStar).Select(
        value => new Tail(default, null, value, op, default));

    // ':' expression ['=' annotated_rhs]
    private static readonly Parser<Lexeme, Tail> Annotation = Map(
        (_, annotation, value) => new Tail(default, annotation, value, default, default),
        Tok(TokenKind.Colon), Plain, Opt(Tok(TokenKind.Equal).Then(YieldOrStar)));

    // ('=' (yield_expr | star_expressions))+ [TYPE_COMMENT]
    private static readonly Parser<Lexeme, Tail> Assignment = Map(
        (values, comment) => new Tail(values, null, null, default, comment),
        AtLeastOneOf(Tok(TokenKind.Equal).Then(YieldOrStar)), Opt(Tok(TokenKind.TypeComment)));

    private static Statement? Finish(Expression first, Tail tail)
    {
        if (!tail.Values.IsDefault) return AssignTo(first, tail.Values, tail.Comment);
        if (tail is { Annotation: null, Value: null }) return new ExprStatement(first.OuterSpan, first);
        if (Targets.StoreSingle(first) is not { } target) return null;
        return tail.Annotation is { } annotation
            ? new AnnAssign(Build.Span(first, tail.Value ?? annotation), target, annotation, tail.Value, first is Name && !first.IsParenthesized)
            : new AugAssign(Build.Span(first, tail.Value!), target, tail.Operator, tail.Value!);
    }

    private static Assign? AssignTo(Expression first, ImmutableArray<Expression> values, Lexeme comment)
    {
        var targets = ImmutableArray.CreateBuilder<Expression>(values.Length);
        for (var i = -1; i < values.Length - 1; i++)
        {
            var target = i < 0 ? first : values[i];
            if (Targets.Store(target) is not { } stored) return null;
            targets.Add(stored);
        }
        var span = comment.Value is null ? Build.Span(first, values[^1]) : Build.Span(first, comment);
        return new Assign(span, targets.MoveToImmutable(), values[^1], Build.TypeComment(comment));
    }

    // assignment: NAME ':' expression ['=' annotated_rhs]
    //     | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
    //     | (star_targets '=')+ (yield_expr | star_expressions) !'=' [TYPE_COMMENT]
    //     | single_target augassign ~ (yield_expr | star_expressions)
    // star_expressions
    private static readonly Parser<Lexeme, Statement> ExpressionOrAssignment = Valid(Map(
        Finish,
        YieldOrStar,
        Opt(new Dispatch<Tail>()
            .On(TokenKind.Equal, Assignment)
            .On(TokenKind.Colon, Annotation)
            .On(TokenKind.PlusEqual, Augmented(TokenKind.PlusEqual, Operator.Add))
            .On(TokenKind.MinusEqual, Augmented(TokenKind.MinusEqual, Operator.Sub))
            .On(TokenKind.StarEqual, Augmented(TokenKind.StarEqual, Operator.Mult))
            .On(TokenKind.AtEqual, Augmented(TokenKind.AtEqual, Operator.MatMult))
            .On(TokenKind.SlashEqual, Augmented(TokenKind.SlashEqual, Operator.Div))
            .On(TokenKind.PercentEqual, Augmented(TokenKind.PercentEqual, Operator.Mod))
            .On(TokenKind.AmpersandEqual, Augmented(TokenKind.AmpersandEqual, Operator.BitAnd))
            .On(TokenKind.BarEqual, Augmented(TokenKind.BarEqual, Operator.BitOr))
            .On(TokenKind.CaretEqual, Augmented(TokenKind.CaretEqual, Operator.BitXor))
            .On(TokenKind.LeftShiftEqual, Augmented(TokenKind.LeftShiftEqual, Operator.LShift))
            .On(TokenKind.RightShiftEqual, Augmented(TokenKind.RightShiftEqual, Operator.RShift))
            .On(TokenKind.DoubleStarEqual, Augmented(TokenKind.DoubleStarEqual, Operator.Pow))
            .On(TokenKind.DoubleSlashEqual, Augmented(TokenKind.DoubleSlashEqual, Operator.FloorDiv)))));

    // return_stmt: 'return' [star_expressions]
    private static readonly Parser<Lexeme, Statement> Return = Map(
        Statement (first, value) => new Return(Build.SpanTo(first, value), value), Tok(TokenKind.Return), Opt(Star));

    // raise_stmt: 'raise' expression ['from' expression] | 'raise'
    private static readonly Parser<Lexeme, Statement> Raise = Map(
        Statement (first, raised) => raised is null
            ? new Raise(first.Span, null, null)
            : new Raise(Build.Span(first, raised.Cause ?? raised.Exc!), raised.Exc, raised.Cause),
        Tok(TokenKind.Raise),
        Opt(Map((exc, cause) => new Raise(default, exc, cause), Plain, Opt(Tok(TokenKind.From).Then(Plain)))));

    // del_stmt: 'del' del_targets &(';' | NEWLINE)
    private static readonly Parser<Lexeme, Statement> Delete = Valid(Map(
        Statement? (first, list) => Targets.Delete(list.Items) is { } targets
            ? new Delete(Build.Span(first, list.End >= 0 ? list.End : targets[^1].OuterSpan.End), targets)
            : null,
        Tok(TokenKind.Del), CommaList(Plain)));

    // assert_stmt: 'assert' expression [',' expression]
    private static readonly Parser<Lexeme, Statement> Assert = Map(
        Statement (first, test, message) => new Assert(Build.Span(first, message ?? test), test, message),
        Tok(TokenKind.Assert), Plain, Opt(Tok(TokenKind.Comma).Then(Plain)));

    // global_stmt: 'global' NAME (',' NAME)*        nonlocal_stmt: 'nonlocal' NAME (',' NAME)*
    private static Parser<Lexeme, Statement> Declaration(TokenKind kind, Func<TextSpan, ImmutableArray<string>, Statement> make) => Map(
        (first, names) => make(Build.Span(first, names.Items[^1]), [.. names.Items.Select(n => n.Name)]),
        Tok(kind), CommaList(Identifier).Where(list => list.End < 0));

    // 'pass' | 'break' | 'continue'
    private static Parser<Lexeme, Statement> Word(TokenKind kind, Func<TextSpan, Statement> make) => Tok(kind).Select(t => make(t.Span));

    // simple_stmt: assignment | type_alias | star_expressions | return_stmt | import_stmt | raise_stmt | 'pass' | del_stmt
    //     | yield_stmt | assert_stmt | 'break' | 'continue' | global_stmt | nonlocal_stmt
    private static readonly Parser<Lexeme, Statement> Simple = new Dispatch<Statement>()
        .On(TokenKind.Return, Return)
        .On(TokenKind.Import, Rec(() => Imports.Import))
        .On(TokenKind.From, Rec(() => Imports.ImportFrom))
        .On(TokenKind.Raise, Raise)
        .On(TokenKind.Pass, Word(TokenKind.Pass, span => new Pass(span)))
        .On(TokenKind.Del, Delete)
        .On(TokenKind.Assert, Assert)
        .On(TokenKind.Break, Word(TokenKind.Break, span => new Break(span)))
        .On(TokenKind.Continue, Word(TokenKind.Continue, span => new Continue(span)))
        .On(TokenKind.Global, Declaration(TokenKind.Global, (span, names) => new Global(span, names)))
        .On(TokenKind.Nonlocal, Declaration(TokenKind.Nonlocal, (span, names) => new Nonlocal(span, names)))
        .On(TokenKind.TypeSoft, Try(Lookahead(TypeParameters.AliasStart)).Then(TypeParameters.Alias).Or(ExpressionOrAssignment))
        .Otherwise(ExpressionOrAssignment);

    // simple_stmts: simple_stmt !';' NEWLINE | simple_stmt (';' simple_stmt)* [';'] NEWLINE
    public static readonly Parser<Lexeme, Block> Line = Valid(Map(
        (first, rest, newline) => rest.IsDefaultOrEmpty ? Block.One(first) : Block.Line(first, rest),
        Simple, ManyOf(Map((semicolon, next) => new Follower(semicolon, next), Tok(TokenKind.Semicolon), Opt(Simple))), Tok(TokenKind.Newline)));
}
