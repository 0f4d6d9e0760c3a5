using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Errors;

internal sealed partial class Diagnoser
{
    private bool Decorators() =>
        Some(() => Eat(TokenKind.At) && NamedExpression() is not null && Eat(TokenKind.Newline));

    private bool FunctionDefinition()
    {
        if (Attempt(() => Decorators() && RawFunction())) return true;
        return Attempt(RawFunction);
    }

    private bool RawFunction()
    {
        var mark = _mark;
        if (_explains)
        {
            Eat(TokenKind.Async);
            var owner = _lexemes[_mark];
            if (Eat(TokenKind.Def) && Name() is not null)
            {
                Attempt(TypeParameters);
                if (Eat(TokenKind.LeftParen))
                {
                    Attempt(Parameters);
                    if (Eat(TokenKind.RightParen) && ReturnAnnotation() && Eat(TokenKind.Colon) && NoBlockFollows())
                        throw RaiseNoBlock("function definition", owner);
                }
            }
            _mark = mark;
            ReadFunction(demands: true);
            _mark = mark;
        }
        return ReadFunction(demands: false);
    }

    private bool ReadFunction(bool demands)
    {
        Eat(TokenKind.Async);
        if (!Eat(TokenKind.Def) || Name() is null) return false;
        Attempt(TypeParameters);
        if (demands) Demand(TokenKind.LeftParen);
        else if (!Eat(TokenKind.LeftParen)) return false;
        Attempt(Parameters);
        if (!Eat(TokenKind.RightParen) || !ReturnAnnotation()) return false;
        if (demands) Demand(TokenKind.Colon);
        else if (!Eat(TokenKind.Colon)) return false;
        return Block();
    }

    private bool ReturnAnnotation()
    {
        Attempt(() => Eat(TokenKind.Arrow) && Expression() is not null);
        return true;
    }

    private bool ClassDefinition()
    {
        if (Attempt(() => Decorators() && RawClass())) return true;
        return Attempt(RawClass);
    }

    private bool ClassHead()
    {
        if (!Eat(TokenKind.Class) || Name() is null) return false;
        Attempt(TypeParameters);
        Attempt(() =>
        {
            if (!Eat(TokenKind.LeftParen)) return false;
            Attempt(Arguments);
            return Eat(TokenKind.RightParen);
        });
        return true;
    }

    private bool RawClass()
    {
        var mark = _mark;
        if (_explains)
        {
            if (ClassHead() && Eat(TokenKind.Newline)) throw RaiseHere("expected ':'");
            _mark = mark;
            if (ClassHead() && Eat(TokenKind.Colon) && NoBlockFollows()) throw RaiseNoBlock("class definition", _lexemes[mark]);
            _mark = mark;
        }
        return ClassHead() && Eat(TokenKind.Colon) && Block();
    }

    private bool TypeParameters()
    {
        var mark = _mark;
        if (_explains && Eat(TokenKind.LeftBracket) && Eat(TokenKind.RightBracket))
            throw Raise("Type parameter list cannot be empty", new Text.TextSpan(_lexemes[mark + 1].Start, 0));
        _mark = mark;
        if (!Eat(TokenKind.LeftBracket) || Gather(TypeParameter) is null) return false;
        Eat(TokenKind.Comma);
        return Eat(TokenKind.RightBracket);
    }

    private Piece? TypeParameter() => Memo(() =>
    {
        var mark = _mark;
        if (Name() is not null)
        {
            Attempt(() => Eat(TokenKind.Colon) && Expression() is not null);
            Attempt(() => Eat(TokenKind.Equal) && Expression() is not null);
            return Done;
        }
        if (_explains) InvalidTypeParameter(mark);
        if (Eat(TokenKind.Star))
        {
            if (Name() is null) return null;
            Attempt(() => Eat(TokenKind.Equal) && StarExpression() is not null);
            return Done;
        }
        if (!Eat(TokenKind.DoubleStar) || Name() is null) return null;
        Attempt(() => Eat(TokenKind.Equal) && Expression() is not null);
        return Done;
    });

    private void InvalidTypeParameter(int mark)
    {
        if (EatAny(TokenKind.Star, TokenKind.DoubleStar) && Name() is not null && Eat(TokenKind.Colon))
        {
            var colon = Last;
            if (Expression() is { } bound)
            {
                var what = bound.Kind == Piece.Tuple ? "constraints" : "bound";
                var kind = _lexemes[mark].Kind == TokenKind.Star ? "TypeVarTuple" : "ParamSpec";
                throw RaiseFrom(colon.Start, $"cannot use {what} with {kind}");
            }
        }
        _mark = mark;
    }
}
