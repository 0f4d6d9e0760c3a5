using System.Collections.Immutable;
using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Type parameters and `type` statements.</summary>
internal static class TypeParameters
{
    private static readonly Parser<Lexeme, Expression> Plain = Rec(() => Operators.Expression);

    private static readonly Parser<Lexeme, Expression?> Default = Opt(Tok(TokenKind.Equal).Then(Plain));

    // type_param: NAME [type_param_bound] [type_param_default]
    private static readonly Parser<Lexeme, TypeParam> Variable = Map(
        TypeParam (name, bound, value) => new TypeVar(Build.Span(name, (value ?? bound)?.OuterSpan.End ?? name.End), name.Name, bound, value),
        Identifier, Opt(Tok(TokenKind.Colon).Then(Plain)), Default);

    // type_param: '*' NAME [type_param_starred_default]
    private static readonly Parser<Lexeme, TypeParam> VariableTuple = Map(
        TypeParam (star, name, value) => new TypeVarTuple(Build.Span(star, value?.OuterSpan.End ?? name.End), name.Name, value),
        Tok(TokenKind.Star), Identifier, Opt(Tok(TokenKind.Equal).Then(Rec(() => Operators.StarExpression))));

    // type_param: '**' NAME [type_param_default]
    private static readonly Parser<Lexeme, TypeParam> Specification = Map(
        TypeParam (star, name, value) => new ParamSpec(Build.Span(star, value?.OuterSpan.End ?? name.End), name.Name, value),
        Tok(TokenKind.DoubleStar), Identifier, Default);

    // type_params: '[' type_param (',' type_param)* [','] ']'
    public static readonly Parser<Lexeme, ImmutableArray<TypeParam>> List = CommaList(new Dispatch<TypeParam>()
            .On(TokenKind.Star, VariableTuple)
            .On(TokenKind.DoubleStar, Specification)
            .Otherwise(Variable))
        .Between(Tok(TokenKind.LeftBracket), Tok(TokenKind.RightBracket))
        .Select(list => list.Items);

    // type_alias: "type" NAME [type_params] '=' expression
    public static readonly Parser<Lexeme, Statement> Alias = Map(
        Statement (first, name, typeParams, _, value) => new TypeAlias(
            Build.Span(first, value), new Name(name.Span, name.Name, ExprContext.Store), Build.OrNone(typeParams), value),
        Tok(TokenKind.TypeSoft), Identifier, Opt(List), Tok(TokenKind.Equal), Plain);

    // "type" NAME
    public static readonly Parser<Lexeme, Lexeme> AliasStart = Tok(TokenKind.TypeSoft).Then(Identifier);
}
