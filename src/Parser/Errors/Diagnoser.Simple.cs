using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Errors;

internal sealed partial class Diagnoser
{
    /// <summary>Statements, as many as there are; whether there is one.</summary>
    private bool Statements()
    {
        var found = false;
        while (Peek() != TokenKind.EndOfFile && Statement()) found = true;
        return found;
    }

    private bool Statement() => Attempt(CompoundStatement) || Attempt(SimpleStatements);

    private bool SimpleStatements()
    {
        if (!SimpleStatement()) return false;
        while (Eat(TokenKind.Semicolon))
        {
            if (SimpleStatement()) continue;
            return Eat(TokenKind.Newline);
        }
        return Eat(TokenKind.Newline);
    }

    private bool SimpleStatement() => Memo(() => AsPiece(ReadSimpleStatement())) is not null;

    private bool ReadSimpleStatement()
    {
        if (Attempt(Assignment)) return true;
        if (Is(TokenKind.TypeSoft) && Attempt(TypeAlias)) return true;
        if (Attempt(StarExpressions) is not null) return true;
        switch (Peek())
        {
            case TokenKind.Return: return Attempt(Return);
            case TokenKind.Import or TokenKind.From: return Memo(() => AsPiece(Import()), "import") is not null;
            case TokenKind.Raise: return Attempt(RaiseStatement);
            case TokenKind.Del: return Attempt(Delete);
            case TokenKind.Yield: return Attempt(YieldExpression) is not null;
            case TokenKind.Assert: return Attempt(Assert);
            case TokenKind.Pass or TokenKind.Break or TokenKind.Continue:
                _mark++;
                return true;
            case TokenKind.Global or TokenKind.Nonlocal:
                _mark++;
                return Gather(Name) is not null;
            default: return false;
        }
    }

    private bool Assignment()
    {
        if (Attempt(() => Name() is not null && Eat(TokenKind.Colon) && Annotation())) return true;
        if (Attempt(() => (Attempt(ParenthesizedSingleTarget) ?? Attempt(SingleSubscriptOrAttribute)) is not null
            && Eat(TokenKind.Colon) && Annotation())) return true;
        if (Attempt(() => Targets(1) && AnnotatedValue() is not null && !Ahead(() => Eat(TokenKind.Equal)))) return true;
        var mark = _mark;
        if (Attempt(SingleTarget) is not null && AugmentedOperator()) return AnnotatedValue() is not null;
        _mark = mark;
        return _explains && InvalidAssignment();
    }

    private bool Annotation()
    {
        if (Expression() is null) return false;
        Attempt(() => Eat(TokenKind.Equal) && AnnotatedValue() is not null);
        return true;
    }

    private Piece? ParenthesizedSingleTarget() =>
        Eat(TokenKind.LeftParen) && SingleTarget() is { } target && Eat(TokenKind.RightParen) ? target : null;

    /// <summary>Targets, each with `=` after it; whether there are enough.</summary>
    private bool Targets(int minimum)
    {
        var found = 0;
        while (Attempt(() => StarTargets() is not null && Eat(TokenKind.Equal))) found++;
        return found >= minimum;
    }

    private Piece? AnnotatedValue() => Attempt(YieldExpression) ?? Attempt(StarExpressions);

    private bool AugmentedOperator() => EatAny(
        TokenKind.PlusEqual, TokenKind.MinusEqual, TokenKind.StarEqual, TokenKind.AtEqual, TokenKind.SlashEqual, TokenKind.PercentEqual,
        TokenKind.AmpersandEqual, TokenKind.BarEqual, TokenKind.CaretEqual, TokenKind.LeftShiftEqual, TokenKind.RightShiftEqual,
        TokenKind.DoubleStarEqual, TokenKind.DoubleSlashEqual);

    private bool InvalidAssignment()
    {
        var mark = _mark;
        if (InvalidAnnotationTarget() is { } container && Eat(TokenKind.Colon) && Expression() is not null)
            throw Raise($"only single target (not {container.Kind}) can be annotated", container);
        _mark = mark;
        if (StarNamedExpression() is { } first && Eat(TokenKind.Comma))
        {
            while (StarNamedExpressions() is not null) { }
            if (Eat(TokenKind.Colon) && Expression() is not null) throw Raise("only single target (not tuple) can be annotated", first);
        }
        _mark = mark;
        if (Expression() is { } target && Eat(TokenKind.Colon) && Expression() is not null) throw Raise("illegal target for annotation", target);
        _mark = mark;
        Targets(0);
        if (StarExpressions() is { } value && Eat(TokenKind.Equal)) CheckTarget(value, "assign to", TargetUse.Star);
        _mark = mark;
        Targets(0);
        if (Attempt(YieldExpression) is { } yield && Eat(TokenKind.Equal)) throw Raise("assignment to yield expression not possible", yield);
        _mark = mark;
        if (StarExpressions() is { } left && AugmentedOperator() && AnnotatedValue() is not null)
            throw Raise($"'{left.Kind}' is an illegal expression for augmented assignment", left);
        _mark = mark;
        return false;
    }

    private Piece? InvalidAnnotationTarget() => Attempt(List) ?? Attempt(Tuple) ?? Attempt(() =>
        Eat(TokenKind.LeftParen) && InvalidAnnotationTarget() is { } inner && Eat(TokenKind.RightParen) ? inner : null);

    private bool Return()
    {
        _mark++;
        Attempt(StarExpressions);
        return true;
    }

    private bool RaiseStatement()
    {
        _mark++;
        if (Expression() is null) return true;
        Attempt(() => Eat(TokenKind.From) && Expression() is not null);
        return true;
    }

    private bool Delete()
    {
        var mark = _mark++;
        if (DeleteTargets() is not null && EatAhead(TokenKind.Semicolon, TokenKind.Newline)) return true;
        if (!_explains) return false;
        _mark = mark + 1;
        if (StarExpressions() is { } targets) CheckTarget(targets, "delete", TargetUse.Delete);
        return false;
    }

    private bool EatAhead(params ReadOnlySpan<TokenKind> kinds) => kinds.Contains(Peek());

    private bool Assert()
    {
        _mark++;
        if (Expression() is null) return false;
        Attempt(() => Eat(TokenKind.Comma) && Expression() is not null);
        return true;
    }

    private bool Import()
    {
        var mark = _mark;
        if (_explains)
        {
            if (Eat(TokenKind.Import) && Gather(DottedName) is not null && Eat(TokenKind.From) && DottedName() is not null)
                throw RaiseFrom(StartOf(mark), "Did you mean to use 'from ... import ...' instead?");
            _mark = mark;
            if (Eat(TokenKind.Import) && Eat(TokenKind.Newline)) throw RaiseEmptyImport();
            _mark = mark;
        }
        if (Attempt(() => Eat(TokenKind.Import) && Gather(() => WithAlias(DottedName)) is not null)) return true;
        return Attempt(ImportFrom);
    }

    private FoundError RaiseEmptyImport() =>
        RaiseFrom(Last.Start, "Expected one or more names after 'import'");

    private Piece? WithAlias(Func<Piece?> name)
    {
        var mark = _mark;
        if (name() is null) return null;
        Attempt(() => Eat(TokenKind.As) && Name() is not null);
        return Make(Piece.Other, mark);
    }

    private bool ImportFrom()
    {
        if (!Eat(TokenKind.From)) return false;
        var dots = 0;
        while (EatAny(TokenKind.Dot, TokenKind.Ellipsis)) dots++;
        if (DottedName() is null && dots == 0) return false;
        return Eat(TokenKind.Import) && ImportTargets();
    }

    private bool ImportTargets()
    {
        var mark = _mark;
        if (Eat(TokenKind.LeftParen))
        {
            if (Gather(() => WithAlias(Name)) is not null)
            {
                Eat(TokenKind.Comma);
                if (Eat(TokenKind.RightParen)) return true;
            }
            _mark = mark;
        }
        if (Gather(() => WithAlias(Name)) is not null && !Is(TokenKind.Comma)) return true;
        _mark = mark;
        if (Eat(TokenKind.Star)) return true;
        if (!_explains) return false;
        if (Gather(() => WithAlias(Name)) is not null && Eat(TokenKind.Comma) && Eat(TokenKind.Newline))
            throw RaiseHere("trailing comma not allowed without surrounding parentheses");
        _mark = mark;
        if (Eat(TokenKind.Newline)) throw RaiseEmptyImport();
        return false;
    }

    private Piece? DottedName()
    {
        var mark = _mark;
        if (Name() is null) return null;
        while (Attempt(() => Eat(TokenKind.Dot) && Name() is not null)) { }
        return Make(Piece.Name, mark);
    }

    private bool TypeAlias()
    {
        _mark++;
        if (Name() is null) return false;
        Attempt(TypeParameters);
        return Eat(TokenKind.Equal) && Expression() is not null;
    }
}
