using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>One item of a <c>with</c> statement around its body.</summary>
internal sealed class WithStmt(Expr manager, Target? target, Block body, int at) : Stmt
{
    public override bool Suspends { get; } = manager.Suspends || body.Suspends || target?.Suspends == true;

    public override Flow Exec(Frame f)
    {
        var context = Enter(f, manager.Eval(f), out var entered);
        Flow flow;
        try
        {
            target?.Store(f, entered);
            flow = body.Exec(f);
        }
        catch (BaseException error)
        {
            var left = f.At;
            error.Caught(new Place(f, left));
            f.At = at;
            if (context.Exit(error))
                return Flow.Next;
            f.At = left;
            throw;
        }
        f.At = at;
        context.Exit();
        return flow;
    }

    private Context Enter(Frame f, Any value, out Any entered)
    {
        f.At = at;
        var context = Context.Of(value);
        entered = context.Enter();
        return context;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        var context = Enter(f, manager.Suspends ? await manager.EvalAsync(f) : manager.Eval(f), out var entered);
        Flow flow;
        try
        {
            if (target?.Suspends == true)
                await target.StoreAsync(f, entered);
            else
                target?.Store(f, entered);
            flow = body.Suspends ? await body.ExecAsync(f) : body.Exec(f);
        }
        catch (BaseException error)
        {
            var left = f.At;
            error.Caught(new Place(f, left));
            f.At = at;
            if (context.Exit(error))
                return Flow.Next;
            f.At = left;
            throw;
        }
        f.At = at;
        context.Exit();
        return flow;
    }
}

/// <summary>One item of an <c>async with</c> statement around its body.</summary>
internal sealed class AsyncWithStmt(Expr manager, Target? target, Block body, int at) : Stmt
{
    public override bool Suspends => true;

    public override Flow Exec(Frame f) => throw new System.Diagnostics.UnreachableException();

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        var value = manager.Suspends ? await manager.EvalAsync(f) : manager.Eval(f);
        f.At = at;
        var context = AsyncContext.Of(value);
        var entered = await context.EnterAsync();
        Flow flow;
        try
        {
            if (target?.Suspends == true)
                await target.StoreAsync(f, entered);
            else
                target?.Store(f, entered);
            flow = body.Suspends ? await body.ExecAsync(f) : body.Exec(f);
        }
        catch (BaseException error)
        {
            var left = f.At;
            error.Caught(new Place(f, left));
            f.At = at;
            if (await context.ExitAsync(error))
                return Flow.Next;
            f.At = left;
            throw;
        }
        f.At = at;
        await context.ExitAsync();
        return flow;
    }
}
