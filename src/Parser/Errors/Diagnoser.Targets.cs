using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Errors;

internal sealed partial class Diagnoser
{
    private enum TargetUse { Star, Delete, For }

    private static void CheckTarget(Piece target, string verb, TargetUse use)
    {
        if (InvalidTarget(target, use) is { } invalid) throw Raise($"cannot {verb} {invalid.Kind}", invalid);
    }

    private static Piece? InvalidTarget(Piece target, TargetUse use)
    {
        switch (target.Kind)
        {
            case Piece.List or Piece.Tuple:
                return target.Parts!.Select(p => InvalidTarget(p, use)).FirstOrDefault(p => p is not null);
            case Piece.Starred:
                return use == TargetUse.Delete ? target : InvalidTarget(target.Parts![0], use);
            case Piece.Comparison when use == TargetUse.For:
                return target.Text == "in" ? InvalidTarget(target.Parts![0], use) : null;
            case Piece.Name or Piece.Subscript or Piece.Attribute:
                return null;
            default:
                return target;
        }
    }

    private Piece? StarTargets() => Attempt(() =>
    {
        var mark = _mark;
        if (Gather(StarTarget) is not { } items) return null;
        return Eat(TokenKind.Comma) || items.Count > 1 ? Make(Piece.Tuple, mark, items) : items[0];
    });

    private Piece? StarTarget() => Memo(() =>
    {
        var mark = _mark;
        if (Attempt(() => Eat(TokenKind.Star) && !Is(TokenKind.Star) && StarTarget() is not null)) return Make(Piece.Starred, mark);
        return TargetWithStarAtom();
    });

    private Piece? TargetWithStarAtom() => Memo(() => Attempt(AttributeOrSubscriptTarget) ?? Attempt(StarAtom));

    /// <summary>t_primary '.' NAME | t_primary '[' slices ']', with nothing more after it.</summary>
    private Piece? AttributeOrSubscriptTarget()
    {
        var mark = _mark;
        if (TargetPrimary() is null) return null;
        if (Attempt(() => Eat(TokenKind.Dot) && Name() is not null && !GoesOn())) return Make(Piece.Attribute, mark);
        return Attempt(() => SubscriptPart() && !GoesOn()) ? Make(Piece.Subscript, mark) : null;
    }

    private bool GoesOn() => EatAhead(TokenKind.LeftParen, TokenKind.LeftBracket, TokenKind.Dot);

    private Piece? TargetPrimary() => Memo(() =>
    {
        var mark = _mark;
        if (Atom() is null || !GoesOn()) return null;
        while (Attempt(() => Eat(TokenKind.Dot) && Name() is not null && GoesOn())
            || Attempt(() => SubscriptPart() && GoesOn())
            || Attempt(() => Generator() is not null && GoesOn())
            || Attempt(() => CallArguments() && GoesOn())) { }
        return Make(Piece.Other, mark);
    });

    private Piece? StarAtom()
    {
        var mark = _mark;
        if (Name() is { } name) return name;
        if (Attempt(() => Eat(TokenKind.LeftParen) && TargetWithStarAtom() is { } inner && Eat(TokenKind.RightParen) ? inner : null) is { } group) return group;
        if (Attempt(() => Eat(TokenKind.LeftParen) && (Attempt(TupleTargets) || true) && Eat(TokenKind.RightParen))) return Make(Piece.Tuple, mark, []);
        return Attempt(() => Eat(TokenKind.LeftBracket) && (Attempt(ListTargets) || true) && Eat(TokenKind.RightBracket))
            ? Make(Piece.List, mark, [])
            : null;
    }

    private bool TupleTargets() => Gather(StarTarget) is { } items && (Eat(TokenKind.Comma) || items.Count > 1);

    private bool ListTargets() => Gather(StarTarget) is not null && (Eat(TokenKind.Comma) || true);

    private Piece? SingleTarget() => Attempt(() => Attempt(SingleSubscriptOrAttribute) ?? Name() ?? Attempt(ParenthesizedSingleTarget));

    private Piece? SingleSubscriptOrAttribute() => AttributeOrSubscriptTarget();

    private List<Piece>? DeleteTargets()
    {
        var items = Gather(DeleteTarget);
        if (items is not null) Eat(TokenKind.Comma);
        return items;
    }

    private Piece? DeleteTarget() => Memo(() =>
    {
        if (Attempt(AttributeOrSubscriptTarget) is { } target) return target;
        if (Name() is { } name) return name;
        if (Attempt(() => Eat(TokenKind.LeftParen) && DeleteTarget() is { } inner && Eat(TokenKind.RightParen) ? inner : null) is { } group) return group;
        if (Attempt(() => Eat(TokenKind.LeftParen) && (DeleteTargets() is not null || true) && Eat(TokenKind.RightParen))) return Done;
        return Attempt(() => Eat(TokenKind.LeftBracket) && (DeleteTargets() is not null || true) && Eat(TokenKind.RightBracket)) ? Done : null;
    });
}
