using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Errors;

internal sealed partial class Diagnoser
{
    private Piece? Expressions() => Attempt(() => Tupled(Expression));

    private Piece? StarExpressions() => Attempt(() => Tupled(StarExpression));

    /// <summary>One item as it is, or several with commas as a tuple.</summary>
    private Piece? Tupled(Func<Piece?> item)
    {
        var mark = _mark;
        if (Gather(item) is not { } items) return null;
        return Eat(TokenKind.Comma) || items.Count > 1 ? Make(Piece.Tuple, mark, items) : items[0];
    }

    private Piece? Star(Func<Piece?> value)
    {
        var mark = _mark;
        return Eat(TokenKind.Star) && value() is { } inner ? Make(Piece.Starred, mark, [inner]) : null;
    }

    private Piece? StarExpression() => Memo(() => Attempt(() => Star(BitwiseOr)) ?? Expression());

    private Piece? StarNamedExpression() => Attempt(() => Attempt(() => Star(BitwiseOr)) ?? NamedExpression());

    private List<Piece>? StarNamedExpressions()
    {
        var items = Gather(StarNamedExpression);
        if (items is not null) Eat(TokenKind.Comma);
        return items;
    }

    private Piece? YieldExpression()
    {
        var mark = _mark;
        if (!Eat(TokenKind.Yield)) return null;
        if (Attempt(() => Eat(TokenKind.From) && Expression() is not null)) return Make(Piece.Yield, mark);
        _ = StarExpressions();
        return Make(Piece.Yield, mark);
    }

    /// <summary>NAME ':=' expression; once `:=` is read there is no way back.</summary>
    private Piece? AssignmentExpression(out bool isCut)
    {
        var mark = _mark;
        isCut = false;
        if (Name() is not null && Eat(TokenKind.ColonEqual))
        {
            isCut = true;
            if (Expression() is not null) return Make(Piece.Walrus, mark);
        }
        _mark = mark;
        return null;
    }

    private Piece? NamedExpression() => Attempt(() =>
    {
        if (AssignmentExpression(out _) is { } walrus) return walrus;
        if (_explains) InvalidNamedExpression();
        return PlainExpression();
    });

    /// <summary>expression !':='</summary>
    private Piece? PlainExpression() => Attempt(() => Expression() is { } value && !Is(TokenKind.ColonEqual) ? value : null);

    private void InvalidNamedExpression() => Memo(() =>
    {
        var mark = _mark;
        if (Expression() is { } target && Eat(TokenKind.ColonEqual) && Expression() is not null)
            throw Raise($"cannot use assignment expressions with {target.Kind}", target);
        _mark = mark;
        if (Name() is { } name && Eat(TokenKind.Equal) && BitwiseOr() is { } value && !EatAhead(TokenKind.Equal, TokenKind.ColonEqual))
            throw Raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name, value);
        _mark = mark;
        if (!Ahead(() => Attempt(List) is not null || Attempt(Tuple) is not null || Attempt(Generator) is not null
                || EatAny(TokenKind.True, TokenKind.None, TokenKind.False))
            && BitwiseOr() is { } left && Eat(TokenKind.Equal) && BitwiseOr() is not null && !EatAhead(TokenKind.Equal, TokenKind.ColonEqual))
            throw Raise($"cannot assign to {left.Kind} here. Maybe you meant '==' instead of '='?", left);
        return null;
    });

    private Piece? Expression() => Memo(() =>
    {
        if (_explains)
        {
            InvalidExpression();
            InvalidLegacyExpression();
        }
        return ReadExpression();
    });

    private Piece? ReadExpression()
    {
        var mark = _mark;
        if (Disjunction() is { } body && Eat(TokenKind.If) && Disjunction() is not null && Eat(TokenKind.Else) && Expression() is not null)
            return Make(Piece.Conditional, mark);
        _mark = mark;
        if (Disjunction() is { } plain) return plain;
        if (!Eat(TokenKind.Lambda)) return null;
        Attempt(LambdaParameters);
        return Eat(TokenKind.Colon) && Expression() is not null ? Make(Piece.Lambda, mark) : null;
    }

    private Piece? ExpressionUnexplained()
    {
        var explains = _explains;
        _explains = false;
        try
        {
            return Attempt(ReadExpression);
        }
        finally
        {
            _explains = explains;
        }
    }

    private void InvalidExpression()
    {
        var mark = _mark;
        if (!Ahead(() => Name() is not null && Is(TokenKind.String)) && !IsLikeSoftKeyword()
            && Disjunction() is { } first && ExpressionUnexplained() is { } second
            && !IsLegacy(first) && _levels[_mark - 1] > 0)
            throw Raise("invalid syntax. Perhaps you forgot a comma?", first, second);
        _mark = mark;
        if (Disjunction() is { } body && Eat(TokenKind.If) && Disjunction() is { } test && !EatAhead(TokenKind.Else, TokenKind.Colon))
            throw Raise("expected 'else' after 'if' expression", body, test);
        _mark = mark;
        if (Eat(TokenKind.Lambda))
        {
            Attempt(LambdaParameters);
            if (Eat(TokenKind.Colon) && EatAhead(TokenKind.FStringMiddle, TokenKind.TStringMiddle))
            {
                var kind = Is(TokenKind.FStringMiddle) ? "f-string" : "t-string";
                throw Raise($"{kind}: lambda expressions are not allowed without parentheses", Text.TextSpan.FromBounds(StartOf(mark), Last.End));
            }
        }
        _mark = mark;
    }

    /// <summary>Whether a soft keyword stands here, or the start of one: CPython 3.13 takes `t` for `type`.</summary>
    private bool IsLikeSoftKeyword()
    {
        if (!TokenKinds.IsName(Peek())) return false;
        var name = _lexemes[_mark].Name;
        return name == "_" || "match".StartsWith(name, StringComparison.Ordinal) || "case".StartsWith(name, StringComparison.Ordinal)
            || "type".StartsWith(name, StringComparison.Ordinal);
    }

    private static bool IsLegacy(Piece piece) => piece is { Kind: Piece.Name, Text: "print" or "exec" };

    private void InvalidLegacyExpression()
    {
        var mark = _mark;
        if (Name() is { } name && !Is(TokenKind.LeftParen) && StarExpressions() is { } value && IsLegacy(name))
            throw Raise($"Missing parentheses in call to '{name.Text}'. Did you mean {name.Text}(...)?", name, value);
        _mark = mark;
    }

    private Piece? Disjunction() => Memo(() => Chain(Conjunction, TokenKind.Or));

    private Piece? Conjunction() => Memo(() => Chain(Inversion, TokenKind.And));

    private Piece? Chain(Func<Piece?> operand, TokenKind word)
    {
        var mark = _mark;
        if (operand() is not { } first) return null;
        return Some(() => Eat(word) && operand() is not null) ? Make(Piece.Operation, mark) : first;
    }

    private Piece? Inversion() => Memo(() =>
    {
        var mark = _mark;
        if (Eat(TokenKind.Not)) return Inversion() is not null ? Make(Piece.Operation, mark) : null;
        return Comparison();
    });

    private Piece? Comparison()
    {
        var mark = _mark;
        if (BitwiseOr() is not { } left) return null;
        var isIn = Is(TokenKind.In);
        return Some(() => ComparisonOperator() && BitwiseOr() is not null)
            ? Make(Piece.Comparison, mark, [left]) with { Text = isIn ? "in" : "" }
            : left;
    }

    private bool ComparisonOperator()
    {
        if (EatAny(TokenKind.DoubleEqual, TokenKind.NotEqual, TokenKind.LessEqual, TokenKind.Less, TokenKind.GreaterEqual, TokenKind.Greater)) return true;
        if (Attempt(() => Eat(TokenKind.Not) && Eat(TokenKind.In)) || Eat(TokenKind.In)) return true;
        return Eat(TokenKind.Is) && (Eat(TokenKind.Not) || true);
    }

    private static readonly TokenKind[][] BinaryOperators =
    [
        [TokenKind.Bar],
        [TokenKind.Caret],
        [TokenKind.Ampersand],
        [TokenKind.LeftShift, TokenKind.RightShift],
        [TokenKind.Plus, TokenKind.Minus],
        [TokenKind.Star, TokenKind.Slash, TokenKind.DoubleSlash, TokenKind.Percent, TokenKind.At],
    ];

    private const int ShiftLevel = 3;
    private const int SumLevel = 4;
    private const int TermLevel = 5;

    private Piece? BitwiseOr() => Binary(0);

    private Piece? Binary(int level) => level > TermLevel ? Factor() : Memo(() =>
    {
        var mark = _mark;
        if (_explains && level == ShiftLevel) InvalidArithmetic();
        if (_explains && level == TermLevel) InvalidFactor();
        if (Binary(level + 1) is not { } first) return null;
        return Some(() => EatAny(BinaryOperators[level]) && Binary(level + 1) is not null) ? Make(Piece.Operation, mark) : first;
    }, "binary" + level);

    private void InvalidArithmetic()
    {
        var mark = _mark;
        if (Binary(SumLevel) is not null && EatAny(TokenKind.Plus, TokenKind.Minus, TokenKind.Star, TokenKind.Slash, TokenKind.Percent,
            TokenKind.DoubleSlash, TokenKind.At) && Is(TokenKind.Not))
        {
            var not = _lexemes[_mark++];
            if (Inversion() is { } value) throw Raise("'not' after an operator must be parenthesized", not, value);
        }
        _mark = mark;
    }

    private void InvalidFactor()
    {
        var mark = _mark;
        if (EatAny(TokenKind.Plus, TokenKind.Minus, TokenKind.Tilde) && Is(TokenKind.Not))
        {
            var not = _lexemes[_mark++];
            if (Factor() is { } value) throw Raise("'not' after an operator must be parenthesized", not, value);
        }
        _mark = mark;
    }

    private Piece? Factor() => Memo(() =>
    {
        var mark = _mark;
        if (EatAny(TokenKind.Plus, TokenKind.Minus, TokenKind.Tilde)) return Factor() is not null ? Make(Piece.Operation, mark) : null;
        if (AwaitPrimary() is not { } left) return null;
        return Attempt(() => Eat(TokenKind.DoubleStar) && Factor() is not null) ? Make(Piece.Operation, mark) : left;
    });

    private Piece? AwaitPrimary() => Memo(() =>
    {
        var mark = _mark;
        if (Attempt(() => Eat(TokenKind.Await) && Primary() is not null)) return Make(Piece.Await, mark);
        return Primary();
    });
}
