using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

internal sealed class IfStmt(Expr test, Block body, Block orelse) : Stmt
{
    public override bool Suspends { get; } = test.Suspends || body.Suspends || orelse.Suspends;

    public override Flow Exec(Frame f) => test.Test(f) ? body.Exec(f) : orelse.Exec(f);

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        var chosen = (test.Suspends ? (await test.EvalAsync(f)).Truth : test.Test(f)) ? body : orelse;
        return chosen.Suspends ? await chosen.ExecAsync(f) : chosen.Exec(f);
    }
}

internal sealed class WhileStmt(Expr test, Block body, Block orelse) : Stmt
{
    public override bool Suspends { get; } = test.Suspends || body.Suspends || orelse.Suspends;

    public override Flow Exec(Frame f)
    {
        while (test.Test(f))
        {
            var flow = body.Exec(f);
            if (flow == Flow.Break)
                return Flow.Next;
            if (flow == Flow.Return)
                return flow;
        }
        return orelse.Exec(f);
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        var statements = body.Statements;
        while (test.Suspends ? (await test.EvalAsync(f)).Truth : test.Test(f))
        {
            // The statements of the body run here, so that each yield keeps one state machine less.
            foreach (var statement in statements)
            {
                if (statement is YieldStmt yields)
            {
                await yields.Yield(f);
                continue;
            }
            var flow = statement.Suspends ? await statement.ExecAsync(f) : statement.Exec(f);
                if (flow == Flow.Break)
                    return Flow.Next;
                if (flow == Flow.Return)
                    return flow;
                if (flow == Flow.Continue)
                    break;
            }
        }
        return orelse.Suspends ? await orelse.ExecAsync(f) : orelse.Exec(f);
    }
}

internal sealed class ForStmt(Target target, Expr items, Block body, Block orelse, int at) : Stmt
{
    public override bool Suspends { get; } = target.Suspends || items.Suspends || body.Suspends || orelse.Suspends;

    public override Flow Exec(Frame f)
    {
        var iterable = items.EvalFresh(f, out var isFresh);
        f.At = at;
        var iterator = Operators.Iter(iterable);
        var flow = isFresh && iterator is IGenerator ? RunClosing(f, iterator) : Run(f, iterator);
        return flow switch
        {
            Flow.Break => Flow.Next,
            Flow.Return => flow,
            _ => orelse.Exec(f),
        };
    }

    private Flow Run(Frame f, PyIterator iterator)
    {
        while (true)
        {
            f.At = at;
            if (!iterator.TryNext(out var item))
                return Flow.Next;
            target.Store(f, item);
            var flow = body.Exec(f);
            if (flow is Flow.Break or Flow.Return)
                return flow;
        }
    }

    /// <summary>Runs over a generator that only the loop has: leaving the loop closes it, as dropping its last reference does in CPython.</summary>
    private Flow RunClosing(Frame f, PyIterator iterator)
    {
        Flow flow;
        try
        {
            flow = Run(f, iterator);
        }
        catch (BaseException)
        {
            GeneratorProtocol.Close(iterator);
            throw;
        }
        if (flow != Flow.Next)
            GeneratorProtocol.Close(iterator);
        return flow;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        var iterable = items.Suspends ? await items.EvalAsync(f) : items.Eval(f);
        f.At = at;
        var iterator = Operators.Iter(iterable);
        var statements = body.Statements;
        while (true)
        {
            f.At = at;
            if (!iterator.TryNext(out var item))
                break;
            if (target.Suspends)
                await target.StoreAsync(f, item);
            else
                target.Store(f, item);
            foreach (var statement in statements)
            {
                if (statement is YieldStmt yields)
            {
                await yields.Yield(f);
                continue;
            }
            var flow = statement.Suspends ? await statement.ExecAsync(f) : statement.Exec(f);
                if (flow == Flow.Break)
                    return Flow.Next;
                if (flow == Flow.Return)
                    return flow;
                if (flow == Flow.Continue)
                    break;
            }
        }
        return orelse.Suspends ? await orelse.ExecAsync(f) : orelse.Exec(f);
    }
}

internal sealed class AsyncForStmt(Target target, Expr items, Block body, Block orelse, int at) : Stmt
{
    public override bool Suspends => true;

    public override Flow Exec(Frame f) => throw new System.Diagnostics.UnreachableException();

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        var isFresh = false;
        var iterable = items.Suspends ? await items.EvalAsync(f) : items.EvalFresh(f, out isFresh);
        f.At = at;
        // Leaving the loop early closes a generator that only the loop has soon, as dropping its last reference does in CPython.
        await using var dropped = isFresh ? (iterable.Ref as IAsyncEnumerable<Any>)?.GetAsyncEnumerator() : null;
        await using var iterator = AsyncIteration.Of(iterable).GetAsyncEnumerator();
        while (true)
        {
            f.At = at;
            if (!await iterator.MoveNextAsync())
                break;
            if (target.Suspends)
                await target.StoreAsync(f, iterator.Current);
            else
                target.Store(f, iterator.Current);
            var flow = body.Suspends ? await body.ExecAsync(f) : body.Exec(f);
            if (flow == Flow.Break)
                return Flow.Next;
            if (flow == Flow.Return)
                return flow;
        }
        return orelse.Suspends ? await orelse.ExecAsync(f) : orelse.Exec(f);
    }
}
