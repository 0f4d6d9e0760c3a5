using System.Runtime.ExceptionServices;
using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>An expression for its effect.</summary>
internal sealed class ExprStmt(Expr value) : Stmt
{
    public override bool Suspends => value.Suspends;

    public override Flow Exec(Frame f)
    {
        // A coroutine that nobody takes ends here.
        if (value.EvalFresh(f, out var isFresh).Ref is Coroutine coroutine && isFresh)
            coroutine.Discard();
        return Flow.Next;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        await value.EvalAsync(f);
        return Flow.Next;
    }
}

/// <summary><c>yield value</c> of a generator, where what comes back is not used; blocks and loops carry it out themselves, with one state machine less.</summary>
internal sealed class YieldStmt(Expr value, int at) : Stmt
{
    public override bool Suspends => true;

    public override Flow Exec(Frame f) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Hands the value out.</summary>
    public YieldAwaiter<Any> Yield(Frame f)
    {
        var item = value.Eval(f);
        f.At = at;
        return f.Yielder!.Yield(item);
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        await Yield(f);
        return Flow.Next;
    }
}

/// <summary>An expression statement of interactive code: its value is shown.</summary>
internal sealed class ShowStmt(Expr value) : Stmt
{
    public override Flow Exec(Frame f)
    {
        var hook = Operators.GetAttr(Modules.Import("sys"), "displayhook", Any.Unbound);
        var shown = value.Eval(f);
        if (!hook.IsUnbound)
            hook.Call(shown);
        else if (!shown.IsNone)
            Builtins.Print(Operators.Repr(shown));
        return Flow.Next;
    }
}

/// <summary><c>targets = value</c>.</summary>
internal sealed class AssignStmt(Target[] targets, Expr value) : Stmt
{
    public override bool Suspends { get; } = value.Suspends || targets.Any(static t => t.Suspends);

    public override Flow Exec(Frame f)
    {
        var item = value.Eval(f);
        foreach (var target in targets)
            target.Store(f, item);
        return Flow.Next;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        var item = value.Suspends ? await value.EvalAsync(f) : value.Eval(f);
        foreach (var target in targets)
        {
            if (target.Suspends)
                await target.StoreAsync(f, item);
            else
                target.Store(f, item);
        }
        return Flow.Next;
    }
}

/// <summary>An assignment to one target.</summary>
internal sealed class StoreStmt(Target target, Expr value) : Stmt
{
    public override Flow Exec(Frame f)
    {
        target.Store(f, value.Eval(f));
        return Flow.Next;
    }
}

/// <summary>An assignment to a local variable.</summary>
internal sealed class StoreLocal(int slot, Expr value) : Stmt
{
    public override Flow Exec(Frame f)
    {
        f.Slots[slot] = value.Eval(f);
        return Flow.Next;
    }
}

/// <summary>Evaluates values and carries something out with them.</summary>
internal sealed class ActionStmt(Expr[] parts, Action<Frame, Any[]> action, int at) : Stmt
{
    public override Flow Exec(Frame f)
    {
        var values = new Any[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            values[i] = parts[i].Eval(f);
        f.At = at;
        action(f, values);
        return Flow.Next;
    }
}

internal sealed class ReturnStmt(Expr value) : Stmt
{
    public override bool Suspends => value.Suspends;

    public override Flow Exec(Frame f)
    {
        f.Result = value.Eval(f);
        return Flow.Return;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        f.Result = await value.EvalAsync(f);
        return Flow.Return;
    }
}

internal sealed class DeleteStmt(Target[] targets) : Stmt
{
    public override bool Suspends { get; } = targets.Any(static t => t.Suspends);

    public override Flow Exec(Frame f)
    {
        foreach (var target in targets)
            target.Delete(f);
        return Flow.Next;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        foreach (var target in targets)
        {
            if (target is SpillTarget spill)
                await spill.Prepare(f);
            target.Delete(f);
        }
        return Flow.Next;
    }
}

/// <summary><c>pass</c>, <c>break</c>, <c>continue</c>, declarations.</summary>
internal sealed class JumpStmt(Flow flow) : Stmt
{
    public override Flow Exec(Frame f) => flow;
}

/// <summary><c>raise</c>, <c>raise error</c>, <c>raise error from cause</c>.</summary>
internal sealed class RaiseStmt(Expr? error, Expr? cause, int at) : Stmt
{
    public override Flow Exec(Frame f)
    {
        f.At = at;
        if (error is null)
        {
            if (Handling.Current is { } handled)
                ExceptionDispatchInfo.Throw(handled);
            throw new RuntimeError("No active exception to reraise");
        }
        var value = error.Eval(f);
        if (cause is null)
        {
            f.At = at;
            throw Raise.Of(value);
        }
        var reason = cause.Eval(f);
        f.At = at;
        throw Raise.From(Raise.Of(value), reason);
    }
}

/// <summary><c>assert test, message</c>.</summary>
internal sealed class AssertStmt(Expr test, Expr? message, int at) : Stmt
{
    public override bool Suspends { get; } = test.Suspends || message?.Suspends == true;

    public override Flow Exec(Frame f)
    {
        if (test.Test(f))
            return Flow.Next;
        var text = message?.Eval(f) ?? Any.Unbound;
        f.At = at;
        throw text.IsUnbound ? new AssertionError() : new AssertionError(text);
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        if (test.Suspends ? (await test.EvalAsync(f)).Truth : test.Test(f))
            return Flow.Next;
        var text = message is null ? Any.Unbound : message.Suspends ? await message.EvalAsync(f) : message.Eval(f);
        f.At = at;
        throw text.IsUnbound ? new AssertionError() : new AssertionError(text);
    }
}
