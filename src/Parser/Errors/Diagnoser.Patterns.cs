using System.Numerics;
using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Errors;

internal sealed partial class Diagnoser
{
    private bool MatchStatement()
    {
        var mark = _mark;
        if (Attempt(() => Eat(TokenKind.MatchSoft) && Subject() && Eat(TokenKind.Colon) && Eat(TokenKind.Newline) && Eat(TokenKind.Indent)
            && Some(CaseBlock) && Eat(TokenKind.Dedent))) return true;
        if (!_explains) return false;
        if (Eat(TokenKind.MatchSoft) && Subject() && Eat(TokenKind.Newline)) throw RaiseHere("expected ':'");
        _mark = mark;
        if (Eat(TokenKind.MatchSoft) && Subject() && Eat(TokenKind.Colon) && NoBlockFollows())
            throw RaiseNoBlock("'match' statement", _lexemes[mark]);
        return false;
    }

    private bool Subject()
    {
        if (Attempt(() => StarNamedExpression() is not null && Eat(TokenKind.Comma)))
        {
            Attempt(() => StarNamedExpressions() is not null);
            return true;
        }
        return NamedExpression() is not null;
    }

    private bool CaseBlock()
    {
        var mark = _mark;
        if (_explains)
        {
            if (CaseHead() && Eat(TokenKind.Newline)) throw RaiseHere("expected ':'");
            _mark = mark;
            if (CaseHead() && Eat(TokenKind.Colon) && NoBlockFollows()) throw RaiseNoBlock("'case' statement", _lexemes[mark]);
            _mark = mark;
        }
        return CaseHead() && Eat(TokenKind.Colon) && Block();
    }

    private bool CaseHead()
    {
        if (!Eat(TokenKind.CaseSoft)) return false;
        if (!Attempt(OpenSequence) && Pattern() is null) return false;
        Attempt(() => Eat(TokenKind.If) && NamedExpression() is not null);
        return true;
    }

    private bool OpenSequence()
    {
        if (MaybeStarPattern() is null || !Eat(TokenKind.Comma)) return false;
        Attempt(MaybeSequence);
        return true;
    }

    private bool MaybeSequence()
    {
        if (Gather(MaybeStarPattern) is null) return false;
        Eat(TokenKind.Comma);
        return true;
    }

    private Piece? MaybeStarPattern() => Attempt(StarPattern) ?? Attempt(Pattern);

    private Piece? StarPattern() => Memo(() =>
    {
        if (!Eat(TokenKind.Star)) return null;
        return CaptureTarget() ?? (Eat(TokenKind.UnderscoreSoft) ? Done : null);
    });

    private Piece? CaptureTarget() => Attempt(() =>
        !Is(TokenKind.UnderscoreSoft) && Name() is { } name && !EatAhead(TokenKind.Dot, TokenKind.LeftParen, TokenKind.Equal) ? name : null);

    private Piece? Pattern()
    {
        var mark = _mark;
        if (OrPattern() is not null && Eat(TokenKind.As) && CaptureTarget() is not null) return Make(Piece.Other, mark);
        _mark = mark;
        if (_explains)
        {
            if (OrPattern() is not null && Eat(TokenKind.As) && Is(TokenKind.UnderscoreSoft)) throw Raise("cannot use '_' as a target", _lexemes[_mark].Span);
            _mark = mark;
            if (OrPattern() is not null && Eat(TokenKind.As) && !TokenKinds.IsName(Peek()) && Expression() is { } target)
                throw Raise("invalid pattern target", target);
            _mark = mark;
        }
        return OrPattern();
    }

    private Piece? OrPattern()
    {
        var mark = _mark;
        if (ClosedPattern() is null) return null;
        while (Attempt(() => Eat(TokenKind.Bar) && ClosedPattern() is not null)) { }
        return Make(Piece.Other, mark);
    }

    private Piece? ClosedPattern() => Memo(() =>
    {
        var mark = _mark;
        var read = Attempt(LiteralPattern) || CaptureTarget() is not null || Eat(TokenKind.UnderscoreSoft)
            || Attempt(() => AttributeName() && !EatAhead(TokenKind.Dot, TokenKind.LeftParen, TokenKind.Equal))
            || Attempt(() => Eat(TokenKind.LeftParen) && Pattern() is not null && Eat(TokenKind.RightParen))
            || Attempt(SequencePattern) || Attempt(MappingPattern) || Attempt(ClassPattern);
        return read ? Make(Piece.Other, mark) : null;
    });

    private bool LiteralPattern() =>
        Attempt(() => SignedNumber() && !EatAhead(TokenKind.Plus, TokenKind.Minus))
        || Attempt(ComplexNumber)
        || Attempt(Strings) is not null
        || EatAny(TokenKind.None, TokenKind.True, TokenKind.False);

    private bool ComplexNumber()
    {
        if (!SignedNumber()) return false;
        if (Last.Value is Complex) throw Raise("real number required in complex literal", Last.Span);
        if (!EatAny(TokenKind.Plus, TokenKind.Minus) || !Eat(TokenKind.Number)) return false;
        if (Last.Value is not Complex) throw Raise("imaginary number required in complex literal", Last.Span);
        return true;
    }

    private bool SignedNumber() => (Eat(TokenKind.Minus) || true) && Eat(TokenKind.Number);

    private bool AttributeName()
    {
        if (Name() is null) return false;
        return Some(() => Eat(TokenKind.Dot) && Name() is not null);
    }

    private bool NameOrAttribute()
    {
        if (Name() is null) return false;
        Some(() => Eat(TokenKind.Dot) && Name() is not null);
        return true;
    }

    private bool SequencePattern() =>
        Attempt(() => Eat(TokenKind.LeftBracket) && (Attempt(MaybeSequence) || true) && Eat(TokenKind.RightBracket))
        || Attempt(() => Eat(TokenKind.LeftParen) && (Attempt(OpenSequence) || true) && Eat(TokenKind.RightParen));

    private bool MappingPattern()
    {
        if (!Eat(TokenKind.LeftBrace)) return false;
        var items = Gather(KeyValuePattern) is not null;
        if (!items || Is(TokenKind.Comma))
            Attempt(() => (!items || Eat(TokenKind.Comma)) && DoubleStarPattern() is not null);
        Eat(TokenKind.Comma);
        return Eat(TokenKind.RightBrace);
    }

    private Piece? KeyValuePattern() => Attempt(() =>
        (Attempt(LiteralPattern) || Attempt(AttributeName)) && Eat(TokenKind.Colon) ? Pattern() : null);

    private Piece? DoubleStarPattern() => Attempt(() => Eat(TokenKind.DoubleStar) ? CaptureTarget() : null);

    private Piece? KeywordPattern() => Attempt(() => Name() is not null && Eat(TokenKind.Equal) ? Pattern() : null);

    private bool ClassPattern()
    {
        if (!NameOrAttribute() || !Eat(TokenKind.LeftParen)) return false;
        var mark = _mark;
        if (Eat(TokenKind.RightParen)) return true;
        if (Attempt(() => Gather(Pattern) is not null && (Eat(TokenKind.Comma) || true) && Eat(TokenKind.RightParen))) return true;
        if (Attempt(() => Gather(KeywordPattern) is not null && (Eat(TokenKind.Comma) || true) && Eat(TokenKind.RightParen))) return true;
        if (Attempt(() => Gather(Pattern) is not null && Eat(TokenKind.Comma) && Gather(KeywordPattern) is not null
            && (Eat(TokenKind.Comma) || true) && Eat(TokenKind.RightParen))) return true;
        _mark = mark;
        if (!_explains) return false;
        Attempt(() => Gather(Pattern) is not null && Eat(TokenKind.Comma));
        if (Gather(KeywordPattern) is not null && Eat(TokenKind.Comma) && Gather(Pattern) is { } late)
            throw Raise("positional patterns follow keyword patterns", late[0], late[^1]);
        return false;
    }
}
