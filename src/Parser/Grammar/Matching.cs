using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>`match` statements.</summary>
internal static class Matching
{
    private readonly record struct Case(MatchCase Node, int End);

    // guard: 'if' named_expression
    private static readonly Parser<Lexeme, Expression?> Guard = Opt(Tok(TokenKind.If).Then(Rec(() => Operators.NamedExpression)));

    // case_block: "case" patterns guard? ':' block
    private static readonly Parser<Lexeme, Case> CaseBlock = Map(
        (first, pattern, guard, _, body) => new Case(
            new MatchCase(Build.Span(first, body.End), pattern, guard, body.Statements), body.End),
        Tok(TokenKind.CaseSoft), Rec(() => Patterns.All), Guard, Tok(TokenKind.Colon), Rec(() => Statements.Block));

    private readonly record struct Head(Lexeme First, Expression Subject);

    // subject_expr: star_named_expression ',' star_named_expressions? | named_expression
    private static readonly Parser<Lexeme, Expression> Subject = CommaList(Rec(() => Operators.StarNamedExpression))
        .Where(list => list.HasComma || list.Items[0] is not Starred)
        .Select(Build.OneOrTuple);

    // "match" subject_expr ':' NEWLINE
    private static readonly Parser<Lexeme, Head> MatchHead = Map(
        (first, subject, _, _) => new Head(first, subject),
        Tok(TokenKind.MatchSoft), Subject, Tok(TokenKind.Colon), Tok(TokenKind.Newline));

    // match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
    public static readonly Parser<Lexeme, Statement> Match = Map(
        Statement (head, _, cases, _) => new Match(Build.Span(head.First, cases[^1].End), head.Subject, [.. cases.Select(c => c.Node)]),
        Try(MatchHead), Tok(TokenKind.Indent), AtLeastOneOf(CaseBlock), Tok(TokenKind.Dedent));
}
