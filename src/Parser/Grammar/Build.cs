using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Small helpers that make nodes and their places.</summary>
internal static class Build
{
    public static TextSpan Span(Lexeme first, Lexeme last) => TextSpan.FromBounds(first.Start, last.End);

    public static TextSpan Span(Lexeme first, Expression last) => TextSpan.FromBounds(first.Start, last.OuterSpan.End);

    public static TextSpan Span(Expression first, Lexeme last) => TextSpan.FromBounds(first.OuterSpan.Start, last.End);

    public static TextSpan Span(Expression first, Expression last) => TextSpan.FromBounds(first.OuterSpan.Start, last.OuterSpan.End);

    public static TextSpan Span(Lexeme first, int end) => TextSpan.FromBounds(first.Start, end);

    /// <summary>The place from a lexeme to the expression or, where there is none, to the lexeme's end.</summary>
    public static TextSpan SpanTo(Lexeme first, Expression? last) => TextSpan.FromBounds(first.Start, last?.OuterSpan.End ?? first.End);

    /// <summary>The text of a type comment, if there is one.</summary>
    public static string? TypeComment(Lexeme comment) => (string?)comment.Value;

    /// <summary>Marks an expression as written between parentheses.</summary>
    public static Expression Parenthesize(Lexeme open, Expression inner, Lexeme close)
    {
        inner.OuterSpan = Span(open, close);
        return inner;
    }

    /// <summary>Whether an expression is `:=` without parentheses of its own.</summary>
    public static bool IsBareWalrus(Expression expression) => expression is NamedExpr && !expression.IsParenthesized;

    /// <summary>One expression as it is, several as a tuple.</summary>
    public static Expression OneOrTuple(Listed<Expression> list)
    {
        if (!list.HasComma) return list.Items[0];
        var end = list.End >= 0 ? list.End : list.Items[^1].OuterSpan.End;
        return new Tuple(TextSpan.FromBounds(list.Items[0].OuterSpan.Start, end), list.Items, ExprContext.Load);
    }

    /// <summary>An array, empty if there is none.</summary>
    public static ImmutableArray<T> OrNone<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;

    /// <summary>An array with one more item at the front.</summary>
    public static ImmutableArray<T> Prepend<T>(T first, ImmutableArray<T> rest) => rest.IsDefaultOrEmpty ? [first] : [first, .. rest];
}
