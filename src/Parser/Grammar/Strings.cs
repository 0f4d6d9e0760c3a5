using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>String, bytes, f-string and t-string literals, and runs of them.</summary>
internal static class Strings
{
    // STRING
    private static readonly Parser<Lexeme, Expression> Plain = Valid(Tok(TokenKind.String).Select(StringLiteralOf));

    private static Expression? StringLiteralOf(Lexeme token)
    {
        if (token.Value is string text) return new Constant(token.Span, text, null);
        var literal = token.Literal;
        return literal.Error is null ? new Constant(token.Span, literal.Value, literal.IsUnicodeMarked ? "u" : null)
        {
            SeparateSurrogates = literal.SeparateSurrogates,
        } : null;
    }

    // fstring_middle: FSTRING_MIDDLE | fstring_replacement_field
    private static Parser<Lexeme, Expression> Middle(TokenKind kind) => Valid(Tok(kind).Select(StringLiteralOf));

    // fstring_conversion: '!' NAME
    private static readonly Parser<Lexeme, Conversion> ConversionPart = Map(
            (mark, name) => new Conversion(mark, name), Tok(TokenKind.Exclamation), Identifier)
        .Where(c => c.Mark.End == c.Name.Start && c.Name.Name is "s" or "r" or "a");

    private readonly record struct Conversion(Lexeme Mark, Lexeme Name);

    private sealed record Spec(Lexeme Colon, JoinedStr Value);

    // fstring_full_format_spec: ':' fstring_format_spec*
    private static Parser<Lexeme, Spec> FormatSpec(TokenKind middle, Parser<Lexeme, Expression> field) => Map(
        (colon, parts) => new Spec(colon, FinishSpec(colon, parts)),
        Tok(TokenKind.Colon),
        ManyOf(new Dispatch<Expression>().On(middle, Middle(middle)).On(TokenKind.LeftBrace, field)));

    private static JoinedStr FinishSpec(Lexeme colon, ImmutableArray<Expression> parts)
    {
        var span = TextSpan.FromBounds(colon.Start, parts.IsEmpty ? colon.End : parts[^1].Span.End);
        return new JoinedStr(span, StringJoining.Fold(StringJoining.Flatten(parts), dropEmpty: true));
    }

    private sealed record FieldTail(Lexeme Equal, Conversion? Conversion, Spec? Spec, Lexeme Close);

    // fstring_replacement_field: '{' annotated_rhs ['='] [fstring_conversion] [fstring_full_format_spec] '}'
    private static Parser<Lexeme, Expression> Field(TokenKind middle)
    {
        Parser<Lexeme, Expression>? inner = null;
        inner = FieldOf(middle, isTemplate: false, Rec(() => inner!));
        return middle == TokenKind.TStringMiddle ? FieldOf(middle, isTemplate: true, inner) : inner;
    }

    private static Parser<Lexeme, Expression> FieldOf(TokenKind middle, bool isTemplate, Parser<Lexeme, Expression> inner) => Guarded(Map(
        (open, value, tail) => FinishField(open, value, tail, isTemplate),
        Tok(TokenKind.LeftBrace),
        Rec(() => Operators.YieldOrStarExpressions),
        Map(
            (equal, conversion, spec, close) => new FieldTail(equal, conversion, spec, close),
            Opt(Tok(TokenKind.Equal)),
            Opt(ConversionPart.Select(Conversion? (c) => c)),
            Opt(FormatSpec(middle, inner)),
            Tok(TokenKind.RightBrace))));

    private static Expression FinishField(Lexeme open, Expression value, FieldTail tail, bool isTemplate)
    {
        var isDebug = tail.Equal.Kind == TokenKind.Equal;
        var conversion = tail.Conversion is { } given ? given.Name.Name[0] : isDebug && tail.Spec is null ? 'r' : -1;
        var span = Build.Span(open, tail.Close);
        var text = (string?)(tail.Conversion?.Mark.Value ?? tail.Spec?.Colon.Value ?? tail.Close.Value);
        Expression field = isTemplate
            ? new Interpolation(span, value, Trimmed(text!, isDebug), conversion, tail.Spec?.Value)
            : new FormattedValue(span, value, conversion, tail.Spec?.Value);
        if (!isDebug) return field;
        var (textEnd, end) = tail switch
        {
            { Conversion: { } c } => (c.Name.Start - 1, c.Name.Start),
            { Spec: { } spec } => (spec.Colon.Start, spec.Colon.End),
            _ => (tail.Close.Start, tail.Close.End),
        };
        var shown = new Constant(TextSpan.FromBounds(open.End, Math.Max(open.End, textEnd)), text, null);
        return new JoinedStr(TextSpan.FromBounds(open.Start, end), [shown, field]);
    }

    /// <summary>A field with `=`: CPython takes the source that it shows for text of the f-string, whose escapes count.</summary>
    private static Expression Shown(Expression part)
        => part is JoinedStr { Values: [Constant { Value: string text } shown, var field] } && text.Contains('\\')
            ? new JoinedStr(part.Span, [new Constant(shown.Span, StringDecoder.Decode(text, false, false, false, false, 0, 0, 0, []) is var value && value is StringLiteral literal ? literal.Value : value, null), field])
            : part;

    /// <summary>The source of an interpolation without the `=` and the white space at its end.</summary>
    private static string Trimmed(string text, bool isDebug)
    {
        text = text.TrimEnd();
        return isDebug && text.EndsWith('=') ? text[..^1].TrimEnd() : text;
    }

    // fstring: FSTRING_START fstring_middle* FSTRING_END
    private static readonly Parser<Lexeme, Expression> FString = Map(
        Expression (start, parts, end) => new JoinedStr(Build.Span(start, end), StringJoining.Clean(start.Value == Lexeme.Raw ? parts : [.. parts.Select(Shown)])),
        Tok(TokenKind.FStringStart), Parts(TokenKind.FStringMiddle), Tok(TokenKind.FStringEnd));

    // tstring: TSTRING_START tstring_middle* TSTRING_END
    private static readonly Parser<Lexeme, Expression> TString = Map(
        Expression (start, parts, end) => new TemplateStr(Build.Span(start, end), StringJoining.Clean(parts)),
        Tok(TokenKind.TStringStart), Parts(TokenKind.TStringMiddle), Tok(TokenKind.TStringEnd));

    private static Parser<Lexeme, ImmutableArray<Expression>> Parts(TokenKind middle) => ManyOf(new Dispatch<Expression>()
        .On(middle, Middle(middle))
        .On(TokenKind.LeftBrace, Field(middle)));

    private static readonly Parser<Lexeme, Expression> Literal = new Dispatch<Expression>()
        .On(TokenKind.String, Plain)
        .On(TokenKind.FStringStart, FString)
        .On(TokenKind.TStringStart, TString);

    // strings: (fstring | STRING)+ | tstring+
    public static readonly Parser<Lexeme, Expression> All = Valid(Map(StringJoining.Join, Literal, ManyOf(Literal)));
}
