using System.Diagnostics;
using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>An expression, ready to be evaluated.</summary>
internal abstract class Expr
{
    public abstract Any Eval(Frame f);

    /// <summary>Evaluates it; says whether it made a generator or coroutine that nothing else knows.</summary>
    public virtual Any EvalFresh(Frame f, out bool isFresh)
    {
        isFresh = false;
        return Eval(f);
    }

    /// <summary>Its truth value.</summary>
    public virtual bool Test(Frame f) => Eval(f).Truth;

    /// <summary>Whether it may stop at a <c>yield</c> or <c>await</c>; then only <see cref="EvalAsync"/> evaluates it.</summary>
    public virtual bool Suspends => false;

    public virtual Coro<Any> EvalAsync(Frame f) => throw new UnreachableException();
}

/// <summary>A value that the text gives.</summary>
internal sealed class Const(Any value) : Expr
{
    public static readonly Const None = new(Any.None);

    public Any Value => value;

    public override Any Eval(Frame f) => value;
}

/// <summary>A value that was evaluated before and kept in the frame.</summary>
internal sealed class Temp(int slot) : Expr
{
    public override Any Eval(Frame f) => f.Slots[slot];
}

/// <summary>Evaluates parts, of which some may suspend, one by one into the frame, then what is made of them.</summary>
internal sealed class Spill(Expr[] parts, int slot, Expr inner) : Expr
{
    public override bool Suspends => true;

    public override Any Eval(Frame f) => throw new UnreachableException();

    public override async Coro<Any> EvalAsync(Frame f)
    {
        for (var i = 0; i < parts.Length; i++)
            f.Slots[slot + i] = parts[i].Suspends ? await parts[i].EvalAsync(f) : parts[i].Eval(f);
        return inner.Eval(f);
    }
}
