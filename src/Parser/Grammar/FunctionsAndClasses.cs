using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Functions, lambdas, classes and decorators.</summary>
internal static class Functions
{
    private static readonly Parser<Lexeme, Expression> Plain = Rec(() => Operators.Expression);

    private static readonly Parser<Lexeme, Block> Body = Rec(() => Statements.Block);

    // lambdef: 'lambda' [lambda_params] ':' expression
    public static readonly Parser<Lexeme, Expression> Lambda = Map(
        Expression (first, parameters, _, body) => new Lambda(Build.Span(first, body), parameters, body),
        Tok(TokenKind.Lambda), Rec(() => Parameters.OfLambda), Tok(TokenKind.Colon), Plain);

    // '(' [params] ')'
    private static readonly Parser<Lexeme, Arguments> ParameterList =
        Rec(() => Parameters.OfFunction).Between(Tok(TokenKind.LeftParen), Tok(TokenKind.RightParen));

    private readonly record struct Signature(Lexeme Name, ImmutableArray<TypeParam> TypeParams, Arguments Arguments, Expression? Returns, string? Comment, Block Body)
    {
        public FunctionDef Function(Lexeme first) => new(
            Build.Span(first, Body.End), Name.Name, Arguments, Body.Statements, [], Returns, Comment, TypeParams);

        public AsyncFunctionDef Async(Lexeme first) => new(
            Build.Span(first, Body.End), Name.Name, Arguments, Body.Statements, [], Returns, Comment, TypeParams);
    }

    // func_type_comment: NEWLINE TYPE_COMMENT &(NEWLINE INDENT) | TYPE_COMMENT
    private static readonly Parser<Lexeme, Lexeme> TypeComment = new Dispatch<Lexeme>()
        .On(TokenKind.TypeComment, Tok(TokenKind.TypeComment))
        .On(TokenKind.Newline, Try(Tok(TokenKind.Newline).Then(Tok(TokenKind.TypeComment))
            .Before(Lookahead(Tok(TokenKind.Newline).Then(Tok(TokenKind.Indent))))));

    // 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' [func_type_comment] block
    private static readonly Parser<Lexeme, Signature> AfterDef = Map(
        (name, typeParams, arguments, returns, _, comment, body) =>
            new Signature(name, Build.OrNone(typeParams), arguments, returns, Build.TypeComment(comment), body),
        Identifier, Opt(Rec(() => TypeParameters.List)), ParameterList,
        Opt(Tok(TokenKind.Arrow).Then(Plain)), Tok(TokenKind.Colon), Opt(TypeComment), Body);

    // function_def_raw: 'def' ...
    public static readonly Parser<Lexeme, Statement> Function = Map(
        Statement (first, signature) => signature.Function(first), Tok(TokenKind.Def), AfterDef);

    // function_def_raw after 'async'
    public static readonly Parser<Lexeme, Func<Lexeme, Statement>> AfterAsync = Tok(TokenKind.Def).Then(AfterDef)
        .Select(Func<Lexeme, Statement> (signature) => first => signature.Async(first));

    // class_def_raw: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
    public static readonly Parser<Lexeme, Statement> Class = Map(
        Statement (first, name, typeParams, bases, _, body) => new ClassDef(
            Build.Span(first, body.End), name.Name, Build.OrNone(bases.Args), Build.OrNone(bases.Keywords), body.Statements, [],
            Build.OrNone(typeParams)),
        Tok(TokenKind.Class), Identifier, Opt(Rec(() => TypeParameters.List)),
        Opt(Rec(() => Calls.Arguments).Where(a => !IsBareGenerator(a))), Tok(TokenKind.Colon), Body);

    private static bool IsBareGenerator(CallArguments arguments) =>
        arguments is { Args: [GeneratorExp generator], Keywords.IsEmpty: true } && generator.Span.End == arguments.End;

    // decorators: ('@' named_expression NEWLINE)+
    private static readonly Parser<Lexeme, ImmutableArray<Expression>> Decorators = AtLeastOneOf(
        Rec(() => Operators.NamedExpression).Between(Tok(TokenKind.At), Tok(TokenKind.Newline)));

    // decorators (class_def_raw | function_def_raw)
    public static readonly Parser<Lexeme, Statement> Decorated = Map(
        Decorate,
        Decorators,
        new Dispatch<Statement>()
            .On(TokenKind.Def, Function)
            .On(TokenKind.Class, Class)
            .On(TokenKind.Async, Map((first, finish) => finish(first), Tok(TokenKind.Async), AfterAsync)));

    private static Statement Decorate(ImmutableArray<Expression> decorators, Statement statement) => statement switch
    {
        FunctionDef f => new FunctionDef(f.Span, f.Name, f.Args, f.Body, decorators, f.Returns, f.TypeComment, f.TypeParams),
        AsyncFunctionDef f => new AsyncFunctionDef(f.Span, f.Name, f.Args, f.Body, decorators, f.Returns, f.TypeComment, f.TypeParams),
        ClassDef c => new ClassDef(c.Span, c.Name, c.Bases, c.Keywords, c.Body, decorators, c.TypeParams),
        _ => statement,
    };
}
