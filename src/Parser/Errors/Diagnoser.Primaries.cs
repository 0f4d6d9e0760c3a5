using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Errors;

internal sealed partial class Diagnoser
{
    private Piece? Primary() => Memo(() =>
    {
        var mark = _mark;
        if (Atom() is not { } value) return null;
        while (true)
        {
            if (Attempt(() => Eat(TokenKind.Dot) && Name() is not null)) value = Make(Piece.Attribute, mark);
            else if (Attempt(Generator) is not null || Attempt(CallArguments)) value = Make(Piece.Call, mark);
            else if (Attempt(SubscriptPart)) value = Make(Piece.Subscript, mark);
            else return value;
        }
    });

    private bool CallArguments()
    {
        if (!Eat(TokenKind.LeftParen)) return false;
        _ = Arguments();
        return Eat(TokenKind.RightParen);
    }

    private bool SubscriptPart() => Eat(TokenKind.LeftBracket) && Slices() && Eat(TokenKind.RightBracket);

    private bool Slices()
    {
        if (Attempt(() => Slice() is not null && !Is(TokenKind.Comma))) return true;
        if (Gather(() => Attempt(Slice) ?? Attempt(StarredExpression)) is null) return false;
        Eat(TokenKind.Comma);
        return true;
    }

    private Piece? Slice()
    {
        if (Attempt(() =>
        {
            _ = Expression();
            if (!Eat(TokenKind.Colon)) return false;
            _ = Expression();
            Attempt(() =>
            {
                if (!Eat(TokenKind.Colon)) return false;
                _ = Expression();
                return true;
            });
            return true;
        })) return Done;
        return NamedExpression();
    }

    private Piece? Atom()
    {
        var mark = _mark;
        switch (Peek())
        {
            case TokenKind.True: return Word(Piece.True);
            case TokenKind.False: return Word(Piece.False);
            case TokenKind.None: return Word(Piece.None);
            case TokenKind.Ellipsis: return Word(Piece.Ellipsis);
            case TokenKind.Number: return Word(Piece.Literal);
            case TokenKind.String or TokenKind.FStringStart or TokenKind.TStringStart: return Strings();
            case TokenKind.LeftParen: return Attempt(Tuple) ?? Attempt(Group) ?? Attempt(Generator);
            case TokenKind.LeftBracket: return Attempt(List) ?? Attempt(ListComprehension);
            case TokenKind.LeftBrace: return Attempt(Dict) ?? Attempt(Set) ?? Attempt(DictComprehension) ?? Attempt(SetComprehension);
            default: return Name();
        }

        Piece Word(string kind)
        {
            _mark++;
            return Make(kind, mark);
        }
    }

    private Piece? Group()
    {
        var mark = _mark;
        if (Attempt(() => Eat(TokenKind.LeftParen) && (Attempt(YieldExpression) ?? NamedExpression()) is { } inner && Eat(TokenKind.RightParen) ? inner : null)
            is { } group) return group;
        if (!_explains) return null;
        if (Eat(TokenKind.LeftParen) && Attempt(StarredExpression) is { } starred && Eat(TokenKind.RightParen))
            throw Raise("cannot use starred expression here", starred);
        _mark = mark;
        if (Eat(TokenKind.LeftParen) && Eat(TokenKind.DoubleStar) && Expression() is not null && Eat(TokenKind.RightParen))
            throw Raise("cannot use double starred expression here", _lexemes[mark + 1].Span);
        return null;
    }

    private Piece? Tuple()
    {
        var mark = _mark;
        if (!Eat(TokenKind.LeftParen)) return null;
        List<Piece> items = [];
        Attempt(() =>
        {
            if (StarNamedExpression() is not { } first || !Eat(TokenKind.Comma)) return false;
            items.Add(first);
            if (StarNamedExpressions() is { } rest) items.AddRange(rest);
            return true;
        });
        return Eat(TokenKind.RightParen) ? Make(Piece.Tuple, mark, items) : null;
    }

    private Piece? List()
    {
        var mark = _mark;
        if (!Eat(TokenKind.LeftBracket)) return null;
        var items = StarNamedExpressions() ?? [];
        return Eat(TokenKind.RightBracket) ? Make(Piece.List, mark, items) : null;
    }

    private Piece? Set()
    {
        var mark = _mark;
        return Eat(TokenKind.LeftBrace) && StarNamedExpressions() is not null && Eat(TokenKind.RightBrace) ? Make(Piece.Set, mark) : null;
    }

    private Piece? Dict()
    {
        var mark = _mark;
        if (!Eat(TokenKind.LeftBrace)) return null;
        Attempt(() =>
        {
            if (Gather(DictItem) is null) return false;
            Eat(TokenKind.Comma);
            return true;
        });
        if (Eat(TokenKind.RightBrace)) return Make(Piece.Dict, mark);
        _mark = mark + 1;
        if (Gather(DictItem) is not null && Eat(TokenKind.Comma)) InvalidDictItem();
        _mark = mark + 1;
        InvalidDictValue();
        return null;
    }

    private Piece? DictItem() => Attempt(() => Eat(TokenKind.DoubleStar) ? BitwiseOr() : KeyValue());

    private Piece? KeyValue() => Attempt(() => Expression() is not null && Eat(TokenKind.Colon) ? Expression() : null);

    private void InvalidDictItem()
    {
        var mark = _mark;
        if (Expression() is { } key && !Is(TokenKind.Colon))
            throw Raise("':' expected after dictionary key", new Text.TextSpan(key.End - 1, 0));
        _mark = mark;
        InvalidDictValue();
    }

    private void InvalidDictValue()
    {
        var mark = _mark;
        if (Expression() is not null && Eat(TokenKind.Colon))
        {
            var colon = Last;
            var star = _lexemes[_mark];
            if (Eat(TokenKind.Star) && BitwiseOr() is not null) throw RaiseFrom(star.Start, "cannot use a starred expression in a dictionary value");
            _mark = mark;
            _ = Expression();
            _mark++;
            if (EatAhead(TokenKind.RightBrace, TokenKind.Comma)) throw Raise("expression expected after dictionary key and ':'", colon.Span);
        }
        _mark = mark;
    }
}
