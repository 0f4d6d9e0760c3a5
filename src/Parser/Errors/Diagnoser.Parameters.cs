using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Errors;

internal sealed partial class Diagnoser
{
    /// <summary>What sets the parameters of functions and of lambdas apart.</summary>
    /// <param name="End">The lexeme after the last parameter.</param>
    /// <param name="IsLambda">Whether annotations are left out.</param>
    private sealed record Style(TokenKind End, bool IsLambda)
    {
        public static readonly Style Function = new(TokenKind.RightParen, false);
        public static readonly Style Lambda = new(TokenKind.Colon, true);
    }

    private bool Parameters() => ReadParameters(Style.Function);

    private bool LambdaParameters() => ReadParameters(Style.Lambda);

    private bool ReadParameters(Style style)
    {
        var mark = _mark;
        if (_explains) InvalidParameters(style, mark);
        _mark = mark;
        if (SlashNoDefault(style))
        {
            Some(() => NoDefault(style));
            Some(() => WithDefault(style));
            Attempt(() => StarEtc(style));
            return true;
        }
        if (SlashWithDefault(style))
        {
            Some(() => WithDefault(style));
            Attempt(() => StarEtc(style));
            return true;
        }
        var plain = Some(() => NoDefault(style));
        plain |= Some(() => WithDefault(style));
        return Attempt(() => StarEtc(style)) || plain;
    }

    /// <summary>A comma, or the end of the parameters, which is not read.</summary>
    private bool CommaOrEnd(Style style) => Eat(TokenKind.Comma) || Is(style.End);

    private bool SlashNoDefault(Style style) =>
        Attempt(() => Some(() => NoDefault(style)) && Eat(TokenKind.Slash) && CommaOrEnd(style));

    private bool SlashWithDefault(Style style) => Attempt(() =>
    {
        Some(() => NoDefault(style));
        return Some(() => WithDefault(style)) && Eat(TokenKind.Slash) && CommaOrEnd(style);
    });

    private Piece? Parameter(Style style, bool starAnnotation = false)
    {
        var mark = _mark;
        if (Name() is null) return null;
        if (!style.IsLambda) Attempt(() => Eat(TokenKind.Colon) && (starAnnotation ? StarExpression() : Expression()) is not null);
        return Make(Piece.Name, mark);
    }

    private bool NoDefault(Style style) => Attempt(() => Parameter(style) is not null && CommaOrEnd(style));

    private bool StarAnnotated(Style style) => Attempt(() =>
        Name() is not null && Eat(TokenKind.Colon) && StarExpression() is not null && CommaOrEnd(style));

    private bool WithDefault(Style style) => Attempt(() => Parameter(style) is not null && Default(style) && CommaOrEnd(style));

    private bool MaybeDefault(Style style) => Attempt(() =>
    {
        if (Parameter(style) is null) return false;
        Default(style);
        return CommaOrEnd(style);
    });

    private bool Default(Style style)
    {
        var mark = _mark;
        if (Eat(TokenKind.Equal))
        {
            if (Expression() is not null) return true;
            if (_explains && EatAhead(TokenKind.RightParen, TokenKind.Comma)) throw Raise("expected default value expression", _lexemes[mark].Span);
        }
        _mark = mark;
        return false;
    }

    private bool StarEtc(Style style)
    {
        var mark = _mark;
        if (_explains) InvalidStarEtc(style, mark);
        _mark = mark;
        if (Eat(TokenKind.Star))
        {
            if (NoDefault(style) || !style.IsLambda && StarAnnotated(style))
            {
                Some(() => MaybeDefault(style));
                Attempt(() => Keywords(style));
                return true;
            }
            if (Eat(TokenKind.Comma) && Some(() => MaybeDefault(style)))
            {
                Attempt(() => Keywords(style));
                return true;
            }
            _mark = mark;
        }
        return Keywords(style);
    }

    private bool Keywords(Style style)
    {
        var mark = _mark;
        if (_explains) InvalidKeywords(style, mark);
        _mark = mark;
        return Eat(TokenKind.DoubleStar) && NoDefault(style);
    }

    private bool AnySlash(Style style) => SlashNoDefault(style) || SlashWithDefault(style);

    private void InvalidParameters(Style style, int mark)
    {
        if (Is(TokenKind.Slash) && Ahead(() => Eat(TokenKind.Slash) && Eat(TokenKind.Comma)))
            throw Raise("at least one argument must precede /", _lexemes[_mark].Span);
        if (AnySlash(style))
        {
            Some(() => MaybeDefault(style));
            if (Is(TokenKind.Slash)) throw Raise("/ may appear only once", _lexemes[_mark].Span);
        }
        _mark = mark;
        SlashNoDefault(style);
        Some(() => NoDefault(style));
        if (SlashWithDefault(style) || Some(() => WithDefault(style)))
        {
            var at = _mark;
            if (NoDefault(style))
            {
                _mark = at;
                var name = Parameter(style)!;
                NoDefaultEnd(style);
                throw Raise("parameter without a default follows parameter with a default", name);
            }
        }
        _mark = mark;
        Some(() => NoDefault(style));
        var open = _lexemes[_mark];
        if (Eat(TokenKind.LeftParen) && ParenthesizedParameters(style))
        {
            var what = style.IsLambda ? "Lambda expression" : "Function";
            throw Raise($"{what} parameters cannot be parenthesized", Text.TextSpan.FromBounds(open.Start, Last.End));
        }
        _mark = mark;
        _ = AnySlash(style);
        Some(() => MaybeDefault(style));
        if (Eat(TokenKind.Star) && (Eat(TokenKind.Comma) || NoDefault(style)))
        {
            Some(() => MaybeDefault(style));
            if (Is(TokenKind.Slash)) throw Raise("/ must be ahead of *", _lexemes[_mark].Span);
        }
        _mark = mark;
        if (Some(() => MaybeDefault(style)) && Eat(TokenKind.Slash) && Is(TokenKind.Star))
            throw Raise("expected comma between / and *", _lexemes[_mark].Span);
        _mark = mark;
    }

    private void NoDefaultEnd(Style style) => _ = CommaOrEnd(style);

    private bool ParenthesizedParameters(Style style)
    {
        var inner = style.IsLambda
            ? Gather(() => Parameter(style)) is not null
            : Some(() => NoDefault(style));
        if (!inner) return false;
        Eat(TokenKind.Comma);
        return Eat(TokenKind.RightParen);
    }

    private void InvalidStarEtc(Style style, int mark)
    {
        const string bare = "named arguments must follow bare *";
        if (Eat(TokenKind.Star) && (Eat(style.End) || Eat(TokenKind.Comma) && EatAny(style.End, TokenKind.DoubleStar)))
            throw style.IsLambda ? RaiseHere(bare) : Raise(bare, _lexemes[mark].Span);
        _mark = mark;
        if (Eat(TokenKind.Star) && Parameter(style) is not null && Is(TokenKind.Equal))
            throw Raise("var-positional argument cannot have default value", _lexemes[_mark].Span);
        _mark = mark;
        if (Eat(TokenKind.Star) && (NoDefault(style) || Eat(TokenKind.Comma)))
        {
            Some(() => MaybeDefault(style));
            var star = _lexemes[_mark];
            if (Eat(TokenKind.Star) && (NoDefault(style) || Eat(TokenKind.Comma))) throw Raise("* argument may appear only once", star.Span);
        }
        _mark = mark;
    }

    private void InvalidKeywords(Style style, int mark)
    {
        if (Eat(TokenKind.DoubleStar) && Parameter(style) is not null && Is(TokenKind.Equal))
            throw Raise("var-keyword argument cannot have default value", _lexemes[_mark].Span);
        _mark = mark;
        const string follows = "arguments cannot follow var-keyword argument";
        if (Eat(TokenKind.DoubleStar) && Parameter(style) is not null && Eat(TokenKind.Comma))
        {
            if (Attempt(() => Parameter(style)) is { } next) throw Raise(follows, next);
            if (EatAhead(TokenKind.Star, TokenKind.DoubleStar, TokenKind.Slash)) throw Raise(follows, _lexemes[_mark].Span);
        }
        _mark = mark;
    }
}
