using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Blocks, and statements that hold blocks.</summary>
internal static class Statements
{
    private static readonly Parser<Lexeme, Expression> Plain = Rec(() => Operators.Expression);

    private static readonly Parser<Lexeme, Expression> Named = Rec(() => Operators.NamedExpression);

    private static readonly Parser<Lexeme, Expression> Star = Rec(() => Operators.StarExpressions);

    private static readonly Parser<Lexeme, Lexeme> Colon = Tok(TokenKind.Colon);

    // statements: statement+
    private static readonly Parser<Lexeme, Block> Many = Joined<Block, Statement>(Rec(() => Statement!), Grammar.Block.Join);

    // block: NEWLINE INDENT statements DEDENT | simple_stmts
    public static readonly Parser<Lexeme, Block> Block = Guarded(new Dispatch<Block>()
        .On(TokenKind.Newline, Many.Between(Tok(TokenKind.Newline).Then(Tok(TokenKind.Indent)), Tok(TokenKind.Dedent)))
        .Otherwise(Rec(() => SimpleStatements.Line)));

    // else_block: 'else' ':' block
    private static readonly Parser<Lexeme, Block> Else = Opt(Tok(TokenKind.Else).Then(Colon).Then(Block));

    private readonly record struct Condition(Lexeme First, Expression Test, Block Body);

    // if_stmt: 'if' named_expression ':' block (elif_stmt | [else_block])
    // elif_stmt: 'elif' named_expression ':' block (elif_stmt | [else_block])
    private static readonly Parser<Lexeme, Block> If = Map(
        FinishIf, Branch(TokenKind.If), ManyOf(Branch(TokenKind.Elif)), Else);

    private static Parser<Lexeme, Condition> Branch(TokenKind kind) => Map(
        (first, test, _, body) => new Condition(first, test, body), Tok(kind), Named, Colon, Block);

    private static Block FinishIf(Condition first, ImmutableArray<Condition> rest, Block otherwise)
    {
        var end = (otherwise.Exists ? otherwise : rest.IsEmpty ? first.Body : rest[^1].Body).End;
        var orelse = otherwise.Statements;
        for (var i = rest.Length - 1; i >= 0; i--)
            orelse = [new If(Build.Span(rest[i].First, end), rest[i].Test, rest[i].Body.Statements, orelse)];
        return Grammar.Block.One(new If(Build.Span(first.First, end), first.Test, first.Body.Statements, orelse));
    }

    // while_stmt: 'while' named_expression ':' block [else_block]
    private static readonly Parser<Lexeme, Block> While = Map(
        (first, test, _, body, otherwise) => Grammar.Block.One(new While(
            Build.Span(first, (otherwise.Exists ? otherwise : body).End), test, body.Statements, otherwise.Statements)),
        Tok(TokenKind.While), Named, Colon, Block, Else);

    private static readonly Parser<Lexeme, Lexeme> Comment = Opt(Tok(TokenKind.TypeComment));

    private readonly record struct Loop(Lexeme First, Expression Target, Expression Iter, string? Comment, Block Body, Block Else)
    {
        public Statement Make(Lexeme first, bool isAsync)
        {
            var span = Build.Span(first, (Else.Exists ? Else : Body).End);
            var orelse = Else.Statements;
            return isAsync
                ? new AsyncFor(span, Target, Iter, Body.Statements, orelse, Comment)
                : new For(span, Target, Iter, Body.Statements, orelse, Comment);
        }
    }

    // for_stmt: 'for' star_targets 'in' ~ star_expressions ':' [TYPE_COMMENT] block [else_block]
    private static readonly Parser<Lexeme, Loop> For = Map(
        (first, target, _, iter, _, comment, body, otherwise) => new Loop(first, target, iter, Build.TypeComment(comment), body, otherwise),
        Tok(TokenKind.For), Rec(() => Operators.ForTargets), Tok(TokenKind.In), Star, Colon, Comment, Block, Else);

    // with_item: expression 'as' star_target &(',' | ')' | ':') | expression
    private static readonly Parser<Lexeme, WithItem> WithItem = Valid(Map(
        (context, target) =>
        {
            if (target is null) return new WithItem(context.OuterSpan, context, null);
            return Targets.Store(target) is { } stored ? new WithItem(Build.Span(context, target), context, stored) : null;
        },
        Plain, Opt(Tok(TokenKind.As).Then(Operators.TargetExpression))));

    // '(' with_item (',' with_item)* [','] ')' ':'
    private static readonly Parser<Lexeme, ImmutableArray<WithItem>> ParenthesizedItems = CommaList(WithItem)
        .Between(Tok(TokenKind.LeftParen), Tok(TokenKind.RightParen).Then(Colon))
        .Select(list => list.Items);

    // with_item (',' with_item)* ':'
    private static readonly Parser<Lexeme, ImmutableArray<WithItem>> PlainItems =
        CommaList(WithItem).Where(list => list.End < 0).Before(Colon).Select(list => list.Items);

    private readonly record struct Context(Lexeme First, ImmutableArray<WithItem> Items, string? Comment, Block Body)
    {
        public Statement Make(Lexeme first, bool isAsync)
        {
            var span = Build.Span(first, Body.End);
            return isAsync ? new AsyncWith(span, Items, Body.Statements, Comment) : new With(span, Items, Body.Statements, Comment);
        }
    }

    // with_stmt: 'with' '(' with_item (',' with_item)* [','] ')' ':' [TYPE_COMMENT] block | 'with' with_item (',' with_item)* ':' [TYPE_COMMENT] block
    private static readonly Parser<Lexeme, Context> With = Map(
        (first, items, comment, body) => new Context(first, items, Build.TypeComment(comment), body),
        Tok(TokenKind.With),
        new Dispatch<ImmutableArray<WithItem>>()
            .On(TokenKind.LeftParen, Try(ParenthesizedItems).Or(PlainItems))
            .Otherwise(PlainItems),
        Comment,
        Block);

    private sealed record Except(Lexeme First, bool IsStar, Expression? Type, string? Name, Block Body)
    {
        public ExceptHandler Make() => new(Build.Span(First, Body.End), Type, Name, Body.Statements);
    }

    // except_block: 'except' ['*'] expression ['as' NAME] ':' block | 'except' ['*'] expression (',' expression)+ ':' block | 'except' ':' block
    private static readonly Parser<Lexeme, Except> Handler = Valid(Map(
        (first, star, type, name, _, body) =>
        {
            var isStar = star.Kind == TokenKind.Star;
            if (type.Items.IsDefault) return isStar || name.Value is not null ? null : new Except(first, false, null, null, body);
            if (type.HasComma && name.Value is not null) return null;
            return new Except(first, isStar, Build.OneOrTuple(type), (string?)name.Value, body);
        },
        Tok(TokenKind.Except), Opt(Tok(TokenKind.Star)), Opt(CommaList(Plain)), Opt(Tok(TokenKind.As).Then(Identifier)), Colon, Block));

    // finally_block: 'finally' ':' block
    private static readonly Parser<Lexeme, Block> Finally = Opt(Tok(TokenKind.Finally).Then(Colon).Then(Block));

    // try_stmt: 'try' ':' block (finally_block | except_block+ [else_block] [finally_block] | except_star_block+ [else_block] [finally_block])
    private static readonly Parser<Lexeme, Block> TryStatement = Valid(Map(
        FinishTry, Tok(TokenKind.Try), Colon, Block, ManyOf(Handler), Else, Finally));

    private static Block? FinishTry(Lexeme first, Lexeme colon, Block body, ImmutableArray<Except> handlers, Block otherwise, Block last)
    {
        if (handlers.IsEmpty && (!last.Exists || otherwise.Exists)) return null;
        if (handlers.Any(h => h.IsStar != handlers[0].IsStar)) return null;
        if (handlers.SkipLast(1).Any(h => h.Type is null) && handlers.Any(h => h.IsStar)) return null;
        var span = Build.Span(first, (last.Exists ? last : otherwise.Exists ? otherwise : handlers[^1].Body).End);
        ImmutableArray<ExceptHandler> made = [.. handlers.Select(h => h.Make())];
        return Grammar.Block.One(!handlers.IsEmpty && handlers[0].IsStar
            ? new TryStar(span, body.Statements, made, otherwise.Statements, last.Statements)
            : new Try(span, body.Statements, made, otherwise.Statements, last.Statements));
    }

    // 'async' (function_def_raw | for_stmt | with_stmt)
    private static readonly Parser<Lexeme, Block> Async = Map(
        (first, finish) => Grammar.Block.One(finish(first)),
        Tok(TokenKind.Async),
        new Dispatch<Func<Lexeme, Statement>>()
            .On(TokenKind.Def, Rec(() => Functions.AfterAsync))
            .On(TokenKind.For, For.Select(Func<Lexeme, Statement> (loop) => first => loop.Make(first, true)))
            .On(TokenKind.With, With.Select(Func<Lexeme, Statement> (with) => first => with.Make(first, true))));

    // statement: compound_stmt | simple_stmts
    // compound_stmt: function_def | if_stmt | class_def | with_stmt | for_stmt | try_stmt | while_stmt | match_stmt
    public static readonly Parser<Lexeme, Block> Statement = new Dispatch<Block>()
        .On(TokenKind.If, If)
        .On(TokenKind.While, While)
        .On(TokenKind.For, For.Select(loop => Grammar.Block.One(loop.Make(loop.First, false))))
        .On(TokenKind.With, With.Select(with => Grammar.Block.One(with.Make(with.First, false))))
        .On(TokenKind.Try, TryStatement)
        .On(TokenKind.Def, Rec(() => Functions.Function).Select(Grammar.Block.One))
        .On(TokenKind.Class, Rec(() => Functions.Class).Select(Grammar.Block.One))
        .On(TokenKind.At, Rec(() => Functions.Decorated).Select(Grammar.Block.One))
        .On(TokenKind.Async, Async)
        .On(TokenKind.MatchSoft, Rec(() => Matching.Match).Select(Grammar.Block.One).Or(Rec(() => SimpleStatements.Line)))
        .Otherwise(Rec(() => SimpleStatements.Line));
}
