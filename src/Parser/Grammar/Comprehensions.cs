using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>The `for` and `if` clauses of comprehensions.</summary>
internal static class Comprehensions
{
    // ('if' disjunction)*
    private static readonly Parser<Lexeme, ImmutableArray<Expression>> Conditions =
        ManyOf(Tok(TokenKind.If).Then(Rec(() => Operators.Disjunction)));

    // for_if_clause: 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
    private static readonly Parser<Lexeme, Comprehension> Clause = Map(
        (first, target, _, iter, conditions) => new Comprehension(
            Build.Span(first, conditions.IsEmpty ? iter : conditions[^1]), target, iter, conditions, isAsync: false),
        Tok(TokenKind.For), Rec(() => Operators.ForTargets), Tok(TokenKind.In), Rec(() => Operators.Disjunction), Conditions);

    // for_if_clause: 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
    private static readonly Parser<Lexeme, Comprehension> AsyncClause = Map(
        (first, clause) => new Comprehension(
            TextSpan.FromBounds(first.Start, clause.Span.End), clause.Target, clause.Iter, clause.Ifs, isAsync: true),
        Tok(TokenKind.Async), Clause);

    // for_if_clauses: for_if_clause+
    public static readonly Parser<Lexeme, ImmutableArray<Comprehension>> Generators = AtLeastOneOf(new Dispatch<Comprehension>()
        .On(TokenKind.For, Clause)
        .On(TokenKind.Async, AsyncClause));
}
