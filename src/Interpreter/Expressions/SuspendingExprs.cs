using System.Diagnostics;
using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary><c>yield value</c>.</summary>
internal sealed class YieldExpr(Expr value, int at) : Expr
{
    public Expr Value => value;

    public override bool Suspends => true;

    public override Any Eval(Frame f) => throw new UnreachableException();

    public override async Coro<Any> EvalAsync(Frame f)
    {
        var item = value.Suspends ? await value.EvalAsync(f) : value.Eval(f);
        f.At = at;
        return f.Yielder is { } yielder ? await yielder.Yield(item) : await f.AsyncYielder!.Yield(item);
    }
}

/// <summary><c>yield from value</c>.</summary>
internal sealed class YieldFromExpr(Expr value, int at) : Expr
{
    public override bool Suspends => true;

    public override Any Eval(Frame f) => throw new UnreachableException();

    public override async Coro<Any> EvalAsync(Frame f)
    {
        var items = value.Suspends ? await value.EvalAsync(f) : value.Eval(f);
        f.At = at;
        return await f.Yielder!.YieldFrom(items);
    }
}

/// <summary><c>await value</c>.</summary>
internal sealed class AwaitExpr(Expr value, int at) : Expr
{
    public override bool Suspends => true;

    public override Any Eval(Frame f) => throw new UnreachableException();

    public override async Coro<Any> EvalAsync(Frame f)
    {
        var awaitable = value.Suspends ? await value.EvalAsync(f) : value.Eval(f);
        f.At = at;
        return await awaitable;
    }
}

/// <summary>A list, set or dict comprehension: a loop that fills a container in a slot.</summary>
internal sealed class CompExpr(int slot, Func<Any> make, Stmt loop, int[] cells) : Expr
{
    public override bool Suspends => loop.Suspends;

    /// <summary>Makes the container and the variables; gives what the container's slot held, for comprehensions that call themselves.</summary>
    private void Prepare(Frame f)
    {
        foreach (var cell in cells)
            f.Slots[cell] = new PyCell();
        f.Slots[slot] = make();
    }

    public override Any Eval(Frame f)
    {
        Prepare(f);
        loop.Exec(f);
        return Taken(f);
    }

    private Any Taken(Frame f)
    {
        var result = f.Slots[slot];
        f.Slots[slot] = Any.Unbound;
        return result;
    }

    public override async Coro<Any> EvalAsync(Frame f)
    {
        Prepare(f);
        await loop.ExecAsync(f);
        return Taken(f);
    }
}

/// <summary>Adds an item to the container of a comprehension.</summary>
internal sealed class AddTo(int slot, Expr item, Expr? value, int at) : Stmt
{
    public override bool Suspends { get; } = item.Suspends || value?.Suspends == true;

    private void Put(Frame f, Any a, Any b)
    {
        f.At = at;
        switch (f.Slots[slot].Ref)
        {
            case PyList<Any> list: list.Append(a); break;
            case PyDict<Any, Any> dict: dict[a] = b; break;
            case PySet<Any> set: set.Add(a); break;
        }
    }

    public override Flow Exec(Frame f)
    {
        var a = item.Eval(f);
        Put(f, a, value is null ? Any.None : value.Eval(f));
        return Flow.Next;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        var a = item.Suspends ? await item.EvalAsync(f) : item.Eval(f);
        Put(f, a, value is null ? Any.None : value.Suspends ? await value.EvalAsync(f) : value.Eval(f));
        return Flow.Next;
    }
}
