using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Errors;

internal sealed partial class Diagnoser
{
    /// <summary>Clauses of a comprehension; the piece is the last expression in them.</summary>
    private Piece? Clauses()
    {
        Piece? last = null;
        while (Attempt(Clause) is { } clause) last = clause;
        return last;
    }

    private Piece? Clause()
    {
        var mark = _mark;
        Eat(TokenKind.Async);
        if (Eat(TokenKind.For) && StarTargets() is not null && Eat(TokenKind.In))
        {
            if (Disjunction() is not { } last) return null;
            while (Attempt(() => Eat(TokenKind.If) ? Disjunction() : null) is { } condition) last = condition;
            return last;
        }
        _mark = mark;
        if (!_explains) return null;
        Eat(TokenKind.Async);
        if (Eat(TokenKind.For) && Gather(BitwiseOr) is not null)
        {
            Eat(TokenKind.Comma);
            if (!Is(TokenKind.In)) throw RaiseHere("'in' expected after for-loop variables");
        }
        _mark = mark;
        InvalidForTarget();
        return null;
    }

    private Piece? ListComprehension()
    {
        var mark = _mark;
        if (Eat(TokenKind.LeftBracket) && NamedExpression() is not null && Clauses() is not null && Eat(TokenKind.RightBracket))
            return Make(Piece.ListComprehension, mark);
        _mark = mark;
        return InvalidComprehension();
    }

    private Piece? SetComprehension()
    {
        var mark = _mark;
        if (Eat(TokenKind.LeftBrace) && NamedExpression() is not null && Clauses() is not null && Eat(TokenKind.RightBrace))
            return Make(Piece.SetComprehension, mark);
        _mark = mark;
        return InvalidComprehension();
    }

    private Piece? Generator()
    {
        var mark = _mark;
        if (Eat(TokenKind.LeftParen) && (AssignmentExpression(out _) ?? PlainExpression()) is not null && Clauses() is not null
            && Eat(TokenKind.RightParen)) return Make(Piece.Generator, mark);
        _mark = mark;
        return InvalidComprehension();
    }

    private Piece? DictComprehension()
    {
        var mark = _mark;
        if (Eat(TokenKind.LeftBrace) && KeyValue() is not null && Clauses() is not null && Eat(TokenKind.RightBrace))
            return Make(Piece.DictComprehension, mark);
        _mark = mark;
        if (_explains && Eat(TokenKind.LeftBrace) && Eat(TokenKind.DoubleStar) && BitwiseOr() is not null && Clauses() is not null
            && Eat(TokenKind.RightBrace)) throw Raise("dict unpacking cannot be used in dict comprehension", _lexemes[mark + 1].Span);
        return null;
    }

    private Piece? InvalidComprehension()
    {
        if (!_explains) return null;
        var mark = _mark;
        if (EatAny(TokenKind.LeftBracket, TokenKind.LeftParen, TokenKind.LeftBrace) && Attempt(StarredExpression) is { } starred && Clauses() is not null)
            throw Raise("iterable unpacking cannot be used in comprehension", starred);
        _mark = mark;
        const string forgot = "did you forget parentheses around the comprehension target?";
        if (EatAny(TokenKind.LeftBracket, TokenKind.LeftBrace) && StarNamedExpression() is { } first && Eat(TokenKind.Comma)
            && StarNamedExpressions() is { } rest && Clauses() is not null) throw Raise(forgot, first, rest[^1]);
        _mark = mark;
        if (EatAny(TokenKind.LeftBracket, TokenKind.LeftBrace) && StarNamedExpression() is { } only && Eat(TokenKind.Comma))
        {
            var comma = Last;
            if (Clauses() is not null) throw Raise(forgot, only, comma);
        }
        return null;
    }

    private Piece? Arguments() => Memo(() =>
    {
        var mark = _mark;
        if (Attempt(() =>
        {
            if (Args() is null) return false;
            Eat(TokenKind.Comma);
            return Is(TokenKind.RightParen);
        })) return Done;
        _mark = mark;
        if (_explains) InvalidArguments(mark);
        return null;
    });

    private Piece? PositionalArgument() => Attempt(() =>
    {
        if (Attempt(StarredExpression) is { } starred) return starred;
        return (AssignmentExpression(out _) ?? PlainExpression()) is { } value && !Is(TokenKind.Equal) ? value : null;
    });

    private Piece? Args() => Attempt(() =>
    {
        var mark = _mark;
        if (Gather(PositionalArgument) is { } items)
        {
            Attempt(() =>
            {
                if (!Eat(TokenKind.Comma) || KeywordArguments() is not { } keywords) return false;
                items.AddRange(keywords);
                return true;
            });
            return Make(Piece.Call, mark, items);
        }
        _mark = mark;
        return KeywordArguments() is { } only ? Make(Piece.Call, mark, only) : null;
    });

    private List<Piece>? KeywordArguments()
    {
        var mark = _mark;
        if (Gather(KeywordOrStarred) is { } items)
        {
            Attempt(() =>
            {
                if (!Eat(TokenKind.Comma) || Gather(KeywordOrUnpacking) is not { } more) return false;
                items.AddRange(more);
                return true;
            });
            return items;
        }
        _mark = mark;
        return Gather(KeywordOrUnpacking);
    }

    private Piece? KeywordOrStarred() => Attempt(() => KeywordArgument() ?? Attempt(StarredExpression));

    private Piece? KeywordOrUnpacking() => Attempt(() =>
    {
        var mark = _mark;
        return KeywordArgument() ?? (Eat(TokenKind.DoubleStar) && Expression() is not null ? Make(Piece.Unpacking, mark) : null);
    });

    private Piece? KeywordArgument()
    {
        var mark = _mark;
        if (_explains) InvalidKeyword(mark);
        return Attempt(() => Name() is not null && Eat(TokenKind.Equal) && Expression() is not null ? Make(Piece.Keyword, mark) : null);
    }

    private Piece? StarredExpression()
    {
        var mark = _mark;
        if (_explains && Eat(TokenKind.Star) && Expression() is not null && Eat(TokenKind.Equal) && Expression() is { } value)
            throw Raise("cannot assign to iterable argument unpacking", _lexemes[mark], value);
        _mark = mark;
        if (Star(Expression) is { } starred) return starred;
        _mark = mark;
        if (Eat(TokenKind.Star)) throw RaiseHere("Invalid star expression");
        return null;
    }

    private void InvalidKeyword(int mark)
    {
        if (EatAny(TokenKind.True, TokenKind.False, TokenKind.None) && Eat(TokenKind.Equal))
            throw Raise($"cannot assign to {TokenKinds.Spelling(_lexemes[mark].Kind)}", Text.TextSpan.FromBounds(StartOf(mark), Last.End));
        _mark = mark;
        if (Name() is { } name && Eat(TokenKind.Equal))
        {
            var equal = Last;
            if (Expression() is not null && Clauses() is not null)
                throw Raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name, equal);
        }
        _mark = mark;
        if (!Ahead(() => Name() is not null && Eat(TokenKind.Equal)) && Expression() is { } target && Eat(TokenKind.Equal))
            throw Raise("expression cannot contain assignment, perhaps you meant \"==\"?", target, Last);
        _mark = mark;
        if (Eat(TokenKind.DoubleStar) && Expression() is not null && Eat(TokenKind.Equal) && Expression() is { } value)
            throw Raise("cannot assign to keyword argument unpacking", _lexemes[mark], value);
        _mark = mark;
    }

    private void InvalidArguments(int mark)
    {
        const string generator = "Generator expression must be parenthesized";
        if (ArgumentsBeforeUnpacking() && Eat(TokenKind.Comma))
        {
            var comma = Last;
            if (Gather(() => Attempt(StarredExpression) is { } starred && !Is(TokenKind.Equal) ? starred : null) is not null)
                throw RaiseFrom(comma.Start, "iterable argument unpacking follows keyword argument unpacking");
        }
        _mark = mark;
        if (Expression() is { } element && Clauses() is { } end && Eat(TokenKind.Comma)) 
        {
            _ = Args() is not null || Attempt(() => Expression() is not null && Clauses() is not null);
            throw Raise(generator, element, end);
        }
        _mark = mark;
        if (Name() is { } name && Eat(TokenKind.Equal))
        {
            var equal = Last;
            if (Expression() is not null && Clauses() is not null)
                throw Raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name, equal);
        }
        _mark = mark;
        Attempt(() => Args() is not null && Eat(TokenKind.Comma));
        if (Name() is { } empty && Eat(TokenKind.Equal) && EatAhead(TokenKind.Comma, TokenKind.RightParen))
            throw Raise("expected argument value expression", empty, Last);
        _mark = mark;
        if (Args() is { } args && Clauses() is { } last)
        {
            var positional = args.Parts!.Where(p => p.Kind is not (Piece.Keyword or Piece.Unpacking)).ToList();
            if (positional.Count > 1) throw Raise(generator, positional[^1], last);
        }
        _mark = mark;
        if (Args() is not null && Eat(TokenKind.Comma) && Expression() is { } item && Clauses() is { } tail) throw Raise(generator, item, tail);
        _mark = mark;
        if (Args() is { } before && Eat(TokenKind.Comma) && Args() is not null)
        {
            var unpacked = before.Parts!.Any(p => p.Kind == Piece.Unpacking);
            throw RaiseHere(unpacked ? "positional argument follows keyword argument unpacking" : "positional argument follows keyword argument");
        }
        _mark = mark;
    }

    private bool ArgumentsBeforeUnpacking()
    {
        if (Attempt(() => Gather(PositionalArgument) is not null && Eat(TokenKind.Comma) && KeywordArguments() is not null)) return true;
        return KeywordArguments() is not null;
    }
}
