using System.Collections.Immutable;
using System.Numerics;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>The patterns of `case` clauses.</summary>
internal static class Patterns
{
    private static readonly Parser<Lexeme, Pattern> Any = Rec(() => Pattern!);

    private static Parser<Lexeme, Pattern> SingletonOf(TokenKind kind, object? value) =>
        Tok(kind).Select(Pattern (token) => new MatchSingleton(token.Span, value));

    // signed_number: NUMBER | '-' NUMBER
    private static readonly Parser<Lexeme, Expression> SignedNumber = new Dispatch<Expression>()
        .On(TokenKind.Number, Rec(() => Atoms.Number))
        .On(TokenKind.Minus, Map(
            Expression (minus, number) => new UnaryOp(Build.Span(minus, number), UnaryOperator.USub, number),
            Tok(TokenKind.Minus), Rec(() => Atoms.Number)));

    private static Parser<Lexeme, (Operator, Expression)> Imaginary(TokenKind kind, Operator op) =>
        Tok(kind).Then(Rec(() => Atoms.Number)).Where(n => n is Constant { Value: Complex }).Select(n => (op, n));

    // complex_number: signed_real_number ('+' | '-') imaginary_number
    private static readonly Parser<Lexeme, Expression> NumberExpression = Valid(Map(
        (real, part) =>
        {
            if (part.Item2 is null) return real;
            var plain = real is UnaryOp minus ? minus.Operand : real;
            return plain is Constant { Value: Complex } ? null : new BinOp(Build.Span(real, part.Item2), real, part.Item1, part.Item2);
        },
        SignedNumber,
        Opt(new Dispatch<(Operator, Expression)>()
            .On(TokenKind.Plus, Imaginary(TokenKind.Plus, Operator.Add))
            .On(TokenKind.Minus, Imaginary(TokenKind.Minus, Operator.Sub)))));

    // attr: name_or_attr '.' NAME
    private static readonly Parser<Lexeme, Expression> NameOrAttribute = Fold(
        Rec(() => Atoms.Name),
        Tok(TokenKind.Dot).Then(Identifier),
        (value, name) => new Attribute(Build.Span(value, name), value, name.Name, ExprContext.Load));

    private sealed record ClassArguments(ImmutableArray<ClassArgument> Items, Lexeme Close);

    private sealed record ClassArgument(string? Name, Pattern Pattern);

    // positional_patterns, keyword_pattern: NAME '=' pattern
    private static readonly Parser<Lexeme, ClassArgument> Argument = new Dispatch<ClassArgument>()
        .On([TokenKind.Name, TokenKind.MatchSoft, TokenKind.CaseSoft, TokenKind.TypeSoft, TokenKind.UnderscoreSoft],
            Try(Lookahead(Identifier.Then(Tok(TokenKind.Equal))))
                .Then(Map((name, _, pattern) => new ClassArgument(name.Name, pattern), Identifier, Tok(TokenKind.Equal), Any))
                .Or(Any.Select(p => new ClassArgument(null, p))))
        .Otherwise(Any.Select(p => new ClassArgument(null, p)));

    private static readonly Parser<Lexeme, ClassArguments> ArgumentList = Map(
        (_, list, close) => new ClassArguments(list.Items.IsDefault ? [] : list.Items, close),
        Tok(TokenKind.LeftParen), Opt(CommaList(Argument)), Tok(TokenKind.RightParen));

    // capture_pattern: !"_" NAME !('.' | '(' | '=')        value_pattern: attr !('.' | '(' | '=')
    // class_pattern: name_or_attr '(' [positional_patterns ','] [keyword_patterns] [','] ')'
    private static readonly Parser<Lexeme, Pattern> NameValueOrClass = Valid(Map(FinishName, NameOrAttribute, Opt(ArgumentList)));

    private static Pattern? FinishName(Expression name, ClassArguments? arguments)
    {
        if (arguments is null)
            return name is Name simple ? new MatchAs(name.Span, null, simple.Id) : new MatchValue(name.Span, name);
        var keywords = arguments.Items.SkipWhile(a => a.Name is null).ToImmutableArray();
        if (keywords.Any(a => a.Name is null)) return null;
        return new MatchClass(
            Build.Span(name, arguments.Close), name,
            [.. arguments.Items.TakeWhile(a => a.Name is null).Select(a => a.Pattern)],
            [.. keywords.Select(a => a.Name!)], [.. keywords.Select(a => a.Pattern)]);
    }

    // star_pattern: '*' pattern_capture_target | '*' wildcard_pattern
    private static readonly Parser<Lexeme, Pattern> StarPattern = Map(
        Pattern (star, name) => new MatchStar(Build.Span(star, name), name.Kind == TokenKind.UnderscoreSoft ? null : name.Name),
        Tok(TokenKind.Star), Identifier);

    // maybe_star_pattern: star_pattern | pattern
    private static readonly Parser<Lexeme, Pattern> MaybeStar = new Dispatch<Pattern>().On(TokenKind.Star, StarPattern).Otherwise(Any);

    // sequence_pattern: '(' [open_sequence_pattern] ')'        group_pattern: '(' pattern ')'
    private static readonly Parser<Lexeme, Pattern> Parenthesized = Map(
        (open, list, close) =>
        {
            if (list.Items.IsDefault) return new MatchSequence(Build.Span(open, close), []);
            if (list.HasComma) return new MatchSequence(Build.Span(open, close), list.Items);
            list.Items[0].OuterSpan = Build.Span(open, close);
            return list.Items[0];
        },
        Tok(TokenKind.LeftParen), Opt(CommaList(MaybeStar)), Tok(TokenKind.RightParen))
        .Where(p => p is not MatchStar);

    // sequence_pattern: '[' [maybe_sequence_pattern] ']'
    private static readonly Parser<Lexeme, Pattern> Bracketed = Map(
        Pattern (open, list, close) => new MatchSequence(Build.Span(open, close), list.Items.IsDefault ? [] : list.Items),
        Tok(TokenKind.LeftBracket), Opt(CommaList(MaybeStar)), Tok(TokenKind.RightBracket));

    private sealed record MappingItem(Expression? Key, Pattern? Pattern, string? Rest);

    private static readonly Parser<Lexeme, Expression> Key = new Dispatch<Expression>()
        .On([TokenKind.Number, TokenKind.Minus], NumberExpression)
        .On([TokenKind.String, TokenKind.FStringStart, TokenKind.TStringStart], Rec(() => Strings.All))
        .On([TokenKind.True, TokenKind.False, TokenKind.None], Rec(() => Atoms.Singleton))
        .Otherwise(NameOrAttribute.Where(n => n is Attribute));

    // key_value_pattern: (literal_expr | attr) ':' pattern        double_star_pattern: '**' pattern_capture_target
    private static readonly Parser<Lexeme, MappingItem> MappingEntry = new Dispatch<MappingItem>()
        .On(TokenKind.DoubleStar, Tok(TokenKind.DoubleStar).Then(Identifier)
            .Where(n => n.Kind != TokenKind.UnderscoreSoft).Select(n => new MappingItem(null, null, n.Name)))
        .Otherwise(Map((key, _, pattern) => new MappingItem(key, pattern, null), Key, Tok(TokenKind.Colon), Any));

    // mapping_pattern: '{' [items_pattern] [',' double_star_pattern] [','] '}'
    private static readonly Parser<Lexeme, Pattern> Mapping = Valid(Map(
        (open, list, close) =>
        {
            ImmutableArray<MappingItem> items = list.Items.IsDefault ? [] : list.Items;
            if (items.SkipLast(1).Any(i => i.Rest is not null)) return null;
            var pairs = items.Where(i => i.Rest is null).ToList();
            return (Pattern)new MatchMapping(
                Build.Span(open, close), [.. pairs.Select(i => i.Key!)], [.. pairs.Select(i => i.Pattern!)], items.LastOrDefault()?.Rest);
        },
        Tok(TokenKind.LeftBrace), Opt(CommaList(MappingEntry)), Tok(TokenKind.RightBrace)));

    private static Pattern ValueOf(Expression value) => new MatchValue(value.Span, value);

    // closed_pattern: literal_pattern | capture_pattern | wildcard_pattern | value_pattern | group_pattern | sequence_pattern
    //     | mapping_pattern | class_pattern
    private static readonly Parser<Lexeme, Pattern> Closed = Guarded(new Dispatch<Pattern>()
        .On(TokenKind.None, SingletonOf(TokenKind.None, null))
        .On(TokenKind.True, SingletonOf(TokenKind.True, true))
        .On(TokenKind.False, SingletonOf(TokenKind.False, false))
        .On([TokenKind.Number, TokenKind.Minus], NumberExpression.Select(ValueOf))
        .On([TokenKind.String, TokenKind.FStringStart, TokenKind.TStringStart], Rec(() => Strings.All).Select(ValueOf))
        .On([TokenKind.Name, TokenKind.MatchSoft, TokenKind.CaseSoft, TokenKind.TypeSoft], NameValueOrClass)
        .On(TokenKind.UnderscoreSoft, Tok(TokenKind.UnderscoreSoft).Select(Pattern (token) => new MatchAs(token.Span, null, null)))
        .On(TokenKind.LeftParen, Parenthesized)
        .On(TokenKind.LeftBracket, Bracketed)
        .On(TokenKind.LeftBrace, Mapping));

    // or_pattern: closed_pattern ('|' closed_pattern)*
    private static readonly Parser<Lexeme, Pattern> Or = Map(
        (first, rest) => rest.IsEmpty
            ? first
            : new MatchOr(TextSpan.FromBounds(first.OuterSpan.Start, rest[^1].OuterSpan.End), Build.Prepend(first, rest)),
        Closed, ManyOf(Tok(TokenKind.Bar).Then(Closed)));

    // pattern: or_pattern 'as' pattern_capture_target | or_pattern
    public static readonly Parser<Lexeme, Pattern> Pattern = Map(
        (pattern, name) => name.Value is null
            ? pattern
            : new MatchAs(TextSpan.FromBounds(pattern.OuterSpan.Start, name.End), pattern, name.Name),
        Or, Opt(Tok(TokenKind.As).Then(Identifier).Where(n => n.Kind != TokenKind.UnderscoreSoft)));

    // patterns: open_sequence_pattern | pattern        open_sequence_pattern: maybe_star_pattern ',' [maybe_sequence_pattern]
    public static readonly Parser<Lexeme, Pattern> All = Valid(CommaList(MaybeStar).Select(FinishPatterns));

    private static Pattern? FinishPatterns(Listed<Pattern> list)
    {
        var items = list.Items;
        if (!list.HasComma) return items[0] is MatchStar ? null : items[0];
        var end = list.End >= 0 ? list.End : items[^1].OuterSpan.End;
        return new MatchSequence(TextSpan.FromBounds(items[0].OuterSpan.Start, end), items);
    }
}
