using System.Collections.Immutable;
using Pytocs.Lowering.Flow;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>
/// <c>return</c>, <c>break</c> and <c>continue</c> inside <c>finally</c>, which C# forbids: what was under way is given up. The
/// finally body stands after the try, whose ways out are kept in variables until it has run:
/// <code>
/// try { ...; leaving = 1; goto finish; } catch (BaseException e) { failed = e; }
/// finish: ...; if (failed is not null) throw failed; if (leaving == 1) return returned;
/// </code>
/// </summary>
internal sealed partial class BodyLowerer
{
    private const long LeavesByReturn = 1;
    private const long LeavesByBreak = 2;
    private const long LeavesByContinue = 3;

    /// <summary>A try whose finally body stands behind it, or with no label a loop.</summary>
    private sealed class Pending(string? label, string leaving, string returned)
    {
        /// <summary>Whether the finally body never ends, so that nobody asks how it was reached.</summary>
        public bool IsGivenUp { get; init; }

        public string? Label => label;

        public string Leaving => leaving;

        public string Returned => returned;

        public HashSet<long> Ways { get; } = [];
    }

    /// <summary>The loops and pending tries around the statement at hand, innermost first.</summary>
    private readonly Stack<Pending> _pending = new();

    private IEnumerable<LowStatement> TryLeaving(Py.TryStatement @try)
    {
        var pending = new Pending(Fresh("finish"), Fresh("leaving"), Fresh("returned")) { IsGivenUp = ControlFlow.AlwaysLeaves(@try.Finalbody, Model) };
        var failed = Fresh("failed");
        var error = Fresh("error");
        _pending.Push(pending);
        LowBlock body;
        if (@try.Handlers.Length > 0 || @try.Orelse.Length > 0)
            body = new LowBlock([.. Try(@try, withFinally: false)]);
        else
            body = Block(@try.Body, @try);
        _pending.Pop();
        var root = LowType.Named("BaseException");
        var isNoted = IsNoted(@try.Finalbody);
        if (pending.IsGivenUp)
        {
            if (isNoted)
                yield return new LowLocal(new LowNullableType(root), failed, new LowLiteral(null));
            yield return new LowTry(body, [isNoted ? new LowCatch(root, error, null, new LowBlock([Assign(failed, new LowName(error))])) : new LowCatch(root, null, null, new LowBlock([]))], null);
            if (pending.Ways.Count > 0)
                yield return new LowLabel(pending.Label!);
            foreach (var statement in Finish(@try, failed, isNoted))
                yield return statement;
            yield break;
        }
        yield return new LowLocal(new LowNullableType(root), failed, new LowLiteral(null));
        if (pending.Ways.Count > 0)
            yield return new LowLocal(LowType.Named("int"), pending.Leaving, new LowLiteral(0L));
        var result = ReturnedType();
        if (pending.Ways.Contains(LeavesByReturn) && result is not null)
            yield return new LowLocal(CsTypes.Of(result), pending.Returned, CsTypes.Default(result));
        yield return new LowTry(body, [new LowCatch(root, error, null, new LowBlock([Assign(failed, new LowName(error))]))], null);
        if (pending.Ways.Count > 0)
            yield return new LowLabel(pending.Label!);
        foreach (var statement in Finish(@try, failed, isNoted))
            yield return statement;
        yield return new LowIf(new LowIs(new LowName(failed), null, Negated: true), new LowBlock([new LowThrow(new LowName(failed))]), null);
        foreach (var way in pending.Ways.Order())
        {
            var leave = way switch
            {
                LeavesByReturn => Leave(result is null ? null : new LowName(pending.Returned)),
                LeavesByBreak => Break(),
                _ => Continue(),
            };
            yield return new LowIf(new LowBinary("==", new LowName(pending.Leaving), new LowLiteral(way)), new LowBlock([leave]), null);
        }
    }

    /// <summary>The finally body, behind a note of what failed where it needs one.</summary>
    private ImmutableArray<LowStatement> Finish(Py.TryStatement @try, string failed, bool isNoted)
    {
        if (!isNoted)
            return Flattened(Block(@try.Finalbody, @try, Parser.Trivia.BlockKind.Finally));
        var body = Noting(failed, true, () => Block(@try.Finalbody, @try, Parser.Trivia.BlockKind.Finally));
        _usedHandlers.Remove(failed);
        return [body];
    }

    private static LowExpressionStatement Assign(string name, LowExpression value) => new(new LowAssign("=", new LowName(name), value));

    /// <summary>What <c>return</c> hands back in this body; null for nothing.</summary>
    private StaticType? ReturnedType()
    {
        if (function is null || YieldStyle == YieldStyle.Iterator || (YieldStyle == YieldStyle.Exact && function.IsAsync))
            return null;
        return YieldStyle == YieldStyle.Exact ? StaticType.Any : CsTypes.Result(function) == LowType.Void ? null : ResultType(function);
    }

    /// <summary>Leaves the function, by way of the pending finally bodies around.</summary>
    private LowStatement Leave(LowExpression? value)
    {
        if (_pending.FirstOrDefault(p => p.Label is not null) is not { } pending)
            return YieldStyle == YieldStyle.Iterator ? new LowYieldBreak() : new LowReturn(value);
        pending.Ways.Add(LeavesByReturn);
        List<LowStatement> statements = value is null ? [] : [Assign(pending.IsGivenUp ? "_" : pending.Returned, pending.IsGivenUp ? Exact(new Typed(value, ReturnedType()!), ReturnedType()!) : value)];
        return new LowBlockStatement([.. statements, .. Goto(pending, LeavesByReturn)]);
    }

    /// <summary>Leaves or restarts the innermost loop, by way of a pending finally body inside it.</summary>
    private LowStatement LeaveLoop(LowStatement statement, long way)
    {
        if (!_pending.TryPeek(out var pending) || pending.Label is null)
            return statement;
        pending.Ways.Add(way);
        return new LowBlockStatement(Goto(pending, way));
    }

    private static ImmutableArray<LowStatement> Goto(Pending pending, long way) => pending.IsGivenUp ? [new LowGoto(pending.Label!)] : [Assign(pending.Leaving, new LowLiteral(way)), new LowGoto(pending.Label!)];
}
