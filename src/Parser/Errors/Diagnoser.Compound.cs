using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Errors;

internal sealed partial class Diagnoser
{
    private bool CompoundStatement()
    {
        var kind = Peek();
        if (kind is TokenKind.Def or TokenKind.At or TokenKind.Async && Attempt(FunctionDefinition)) return true;
        if (kind == TokenKind.If && Attempt(() => IfStatement(TokenKind.If, "if"))) return true;
        if (kind is TokenKind.Class or TokenKind.At && Attempt(ClassDefinition)) return true;
        if (kind is TokenKind.With or TokenKind.Async && Attempt(WithStatement)) return true;
        if (kind is TokenKind.For or TokenKind.Async && Attempt(ForStatement)) return true;
        if (kind == TokenKind.Try && Attempt(TryStatement)) return true;
        if (kind == TokenKind.While && Attempt(WhileStatement)) return true;
        return Attempt(MatchStatement);
    }

    private bool Block() => Memo(() => AsPiece(ReadBlock())) is not null;

    private bool ReadBlock()
    {
        if (Attempt(() => Eat(TokenKind.Newline) && Eat(TokenKind.Indent) && Statements() && Eat(TokenKind.Dedent))) return true;
        if (Attempt(SimpleStatements)) return true;
        if (_explains && Ahead(() => Eat(TokenKind.Newline) && !Is(TokenKind.Indent))) throw RaiseIndentation("expected an indented block");
        return false;
    }

    /// <summary>Whether a line ends here and no deeper line follows.</summary>
    private bool NoBlockFollows() => Ahead(() => Eat(TokenKind.Newline) && !Is(TokenKind.Indent));

    private bool IfStatement(TokenKind keyword, string what)
    {
        var mark = _mark;
        if (_explains)
        {
            if (Eat(keyword) && NamedExpression() is not null && Eat(TokenKind.Newline)) throw RaiseHere("expected ':'");
            _mark = mark;
            if (Eat(keyword) && NamedExpression() is not null && Eat(TokenKind.Colon) && NoBlockFollows())
                throw RaiseNoBlock($"'{what}' statement", _lexemes[mark]);
            _mark = mark;
        }
        if (!Eat(keyword) || NamedExpression() is null || !Eat(TokenKind.Colon) || !Block()) return false;
        if (Is(TokenKind.Elif) && Attempt(() => IfStatement(TokenKind.Elif, "elif"))) return true;
        Attempt(ElseBlock);
        return true;
    }

    private bool ElseBlock()
    {
        var mark = _mark;
        if (_explains && Eat(TokenKind.Else) && Eat(TokenKind.Colon) && NoBlockFollows())
            throw RaiseNoBlock("'else' statement", _lexemes[mark]);
        _mark = mark;
        if (!Eat(TokenKind.Else)) return false;
        Demand(TokenKind.Colon);
        return Block();
    }

    private bool WhileStatement()
    {
        var mark = _mark;
        if (_explains)
        {
            if (Eat(TokenKind.While) && NamedExpression() is not null && Eat(TokenKind.Newline)) throw RaiseHere("expected ':'");
            _mark = mark;
            if (Eat(TokenKind.While) && NamedExpression() is not null && Eat(TokenKind.Colon) && NoBlockFollows())
                throw RaiseNoBlock("'while' statement", _lexemes[mark]);
            _mark = mark;
        }
        if (!Eat(TokenKind.While) || NamedExpression() is null || !Eat(TokenKind.Colon) || !Block()) return false;
        Attempt(ElseBlock);
        return true;
    }

    private bool ForStatement()
    {
        var mark = _mark;
        if (_explains)
        {
            Eat(TokenKind.Async);
            if (ForHead() && Eat(TokenKind.Newline)) throw RaiseHere("expected ':'");
            _mark = mark;
            Eat(TokenKind.Async);
            var owner = _lexemes[_mark];
            if (ForHead() && Eat(TokenKind.Colon) && NoBlockFollows()) throw RaiseNoBlock("'for' statement", owner);
            _mark = mark;
        }
        Eat(TokenKind.Async);
        if (Eat(TokenKind.For) && StarTargets() is not null && Eat(TokenKind.In))
        {
            if (StarExpressions() is null || !Eat(TokenKind.Colon) || !Block()) return false;
            Attempt(ElseBlock);
            return true;
        }
        _mark = mark;
        return _explains && InvalidForTarget();
    }

    private bool ForHead() => Eat(TokenKind.For) && StarTargets() is not null && Eat(TokenKind.In) && StarExpressions() is not null;

    private bool InvalidForTarget()
    {
        Eat(TokenKind.Async);
        if (Eat(TokenKind.For) && StarExpressions() is { } target) CheckTarget(target, "assign to", TargetUse.For);
        return false;
    }

    private bool WithStatement()
    {
        var mark = _mark;
        if (_explains)
        {
            Eat(TokenKind.Async);
            var owner = _lexemes[_mark];
            if (LooseWithItems() && Eat(TokenKind.Colon) && NoBlockFollows()) throw RaiseNoBlock("'with' statement", owner);
            _mark = mark;
            Eat(TokenKind.Async);
            if (LooseParenthesizedWithItems() && Eat(TokenKind.Colon) && NoBlockFollows()) throw RaiseNoBlock("'with' statement", owner);
            _mark = mark;
        }
        Eat(TokenKind.Async);
        if (!Eat(TokenKind.With)) return false;
        if (Attempt(() => Eat(TokenKind.LeftParen) && Gather(WithItem) is not null && (Eat(TokenKind.Comma) || true)
            && Eat(TokenKind.RightParen) && Eat(TokenKind.Colon) && Block())) return true;
        if (Attempt(() => Gather(WithItem) is not null && Eat(TokenKind.Colon) && Block())) return true;
        if (!_explains) return false;
        _mark = mark;
        Eat(TokenKind.Async);
        if (LooseWithItems() && Eat(TokenKind.Newline)) throw RaiseHere("expected ':'");
        _mark = mark;
        Eat(TokenKind.Async);
        if (LooseParenthesizedWithItems() && Eat(TokenKind.Newline)) throw RaiseHere("expected ':'");
        return false;
    }

    private bool LooseWithItems() => Eat(TokenKind.With) && Gather(() => LooseWithItem(Expression)) is not null;

    private bool LooseParenthesizedWithItems() => Eat(TokenKind.With) && Eat(TokenKind.LeftParen)
        && Gather(() => LooseWithItem(Expressions)) is not null && (Eat(TokenKind.Comma) || true) && Eat(TokenKind.RightParen);

    private Piece? LooseWithItem(Func<Piece?> value)
    {
        if (value() is not { } result) return null;
        Attempt(() => Eat(TokenKind.As) && StarTarget() is not null);
        return result;
    }

    private Piece? WithItem()
    {
        var mark = _mark;
        if (Expression() is not null && Eat(TokenKind.As) && StarTarget() is not null
            && EatAhead(TokenKind.Comma, TokenKind.RightParen, TokenKind.Colon)) return Done;
        _mark = mark;
        if (_explains && Expression() is not null && Eat(TokenKind.As) && Expression() is { } target
            && EatAhead(TokenKind.Comma, TokenKind.RightParen, TokenKind.Colon)) CheckTarget(target, "assign to", TargetUse.Star);
        _mark = mark;
        return Expression();
    }

    private bool TryStatement()
    {
        var mark = _mark;
        if (_explains) InvalidTry(mark);
        if (!Eat(TokenKind.Try)) return false;
        Demand(TokenKind.Colon);
        if (!Block()) return false;
        if (Attempt(FinallyBlock)) return true;
        var handled = Some(() => Handler(false)) || Some(() => Handler(true));
        if (!handled) return false;
        Attempt(ElseBlock);
        Attempt(FinallyBlock);
        return true;
    }

    /// <summary>Reads something as often as it stands here; whether it does at least once.</summary>
    private bool Some(Func<bool> read)
    {
        var found = false;
        while (Attempt(read)) found = true;
        return found;
    }

    private void InvalidTry(int mark)
    {
        if (Eat(TokenKind.Try) && Eat(TokenKind.Colon) && NoBlockFollows()) throw RaiseNoBlock("'try' statement", _lexemes[mark]);
        _mark = mark;
        if (Eat(TokenKind.Try) && Eat(TokenKind.Colon) && Block() && !EatAhead(TokenKind.Except, TokenKind.Finally))
            throw RaiseHere("expected 'except' or 'finally' block");
        _mark = mark;
        const string both = "cannot have both 'except' and 'except*' on the same 'try'";
        if (Eat(TokenKind.Try) && Eat(TokenKind.Colon))
        {
            while (Attempt(Block)) { }
            if (Some(() => Handler(false)))
            {
                var first = _lexemes[_mark];
                if (Eat(TokenKind.Except) && Eat(TokenKind.Star))
                {
                    var star = Last;
                    if (Expression() is not null && OptionalAs() && Eat(TokenKind.Colon))
                        throw Raise(both, Text.TextSpan.FromBounds(first.Start, star.End));
                }
            }
        }
        _mark = mark;
        if (Eat(TokenKind.Try) && Eat(TokenKind.Colon))
        {
            while (Attempt(Block)) { }
            if (Some(() => Handler(true)))
            {
                var first = _lexemes[_mark];
                if (Eat(TokenKind.Except))
                {
                    Attempt(() => Expression() is not null && OptionalAs());
                    if (Eat(TokenKind.Colon)) throw Raise(both, first.Span);
                }
            }
        }
        _mark = mark;
    }

    private bool OptionalAs()
    {
        Attempt(() => Eat(TokenKind.As) && Name() is not null);
        return true;
    }

    private bool HandlerStart(bool star) => Eat(TokenKind.Except) && (!star || Eat(TokenKind.Star));

    private bool Handler(bool star)
    {
        var mark = _mark;
        if (_explains)
        {
            var what = star ? "'except*' statement" : "'except' statement";
            if (HandlerStart(star) && Expression() is not null && OptionalAs() && Eat(TokenKind.Colon) && NoBlockFollows())
                throw RaiseNoBlock(what, _lexemes[mark]);
            _mark = mark;
            if (!star && HandlerStart(false) && Eat(TokenKind.Colon) && NoBlockFollows()) throw RaiseNoBlock(what, _lexemes[mark]);
            _mark = mark;
        }
        if (Attempt(() => HandlerStart(star) && Expression() is not null && OptionalAs() && Eat(TokenKind.Colon) && Block())) return true;
        if (KnowsBareTypes && Attempt(() => HandlerStart(star) && Expressions() is not null && Eat(TokenKind.Colon) && Block())) return true;
        if (!star && Attempt(() => HandlerStart(false) && Eat(TokenKind.Colon) && Block())) return true;
        return _explains && InvalidHandler(mark);
    }

    /// <summary>Whether exception types need no parentheses (PEP 758).</summary>
    private bool KnowsBareTypes => _options.MinorVersion >= 14;

    private bool InvalidHandler(int mark)
    {
        if (Eat(TokenKind.Except) && (Eat(TokenKind.Star) || true) && Expression() is { } first && Eat(TokenKind.Comma) && Expressions() is not null
            && (KnowsBareTypes ? Eat(TokenKind.As) && Name() is not null : OptionalAs()) && Eat(TokenKind.Colon))
            throw RaiseFrom(first.Start, "multiple exception types must be parenthesized" + (KnowsBareTypes ? " when using 'as'" : ""));
        _mark = mark;
        if (Eat(TokenKind.Except) && (Eat(TokenKind.Star) || true) && Expression() is not null && OptionalAs() && Eat(TokenKind.Newline))
            throw RaiseHere("expected ':'");
        _mark = mark;
        if (Eat(TokenKind.Except) && Eat(TokenKind.Newline)) throw RaiseHere("expected ':'");
        _mark = mark;
        if (Eat(TokenKind.Except) && Eat(TokenKind.Star) && EatAny(TokenKind.Newline, TokenKind.Colon))
            throw RaiseHere("expected one or more exception types");
        _mark = mark;
        return false;
    }

    private bool FinallyBlock()
    {
        var mark = _mark;
        if (_explains && Eat(TokenKind.Finally) && Eat(TokenKind.Colon) && NoBlockFollows())
            throw RaiseNoBlock("'finally' statement", _lexemes[mark]);
        _mark = mark;
        if (!Eat(TokenKind.Finally)) return false;
        Demand(TokenKind.Colon);
        return Block();
    }
}
