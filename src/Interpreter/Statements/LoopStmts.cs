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
        var iterable = items.Eval(f);
        f.At = at;
        var iterator = Operators.Iter(iterable);
        while (true)
        {
            f.At = at;
            if (!iterator.TryNext(out var item))
                break;
            target.Store(f, item);
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
        var iterable = items.Suspends ? await items.EvalAsync(f) : items.Eval(f);
        f.At = at;
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
