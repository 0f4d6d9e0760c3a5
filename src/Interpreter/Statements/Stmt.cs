using System.Diagnostics;
using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>How a statement ends.</summary>
internal enum Flow
{
    Next, Break, Continue, Return,
}

/// <summary>A statement, ready to be carried out.</summary>
internal abstract class Stmt
{
    public abstract Flow Exec(Frame f);

    /// <summary>Whether it may stop at a <c>yield</c> or <c>await</c>; then only <see cref="ExecAsync"/> carries it out.</summary>
    public virtual bool Suspends => false;

    public virtual Coro<Flow> ExecAsync(Frame f) => throw new UnreachableException();
}

/// <summary>Statements one after the other.</summary>
internal sealed class Block(Stmt[] statements) : Stmt
{
    public static readonly Block Empty = new([]);

    public override bool Suspends { get; } = statements.Any(static s => s.Suspends);

    public Stmt[] Statements => statements;

    public override Flow Exec(Frame f)
    {
        foreach (var statement in statements)
        {
            var flow = statement.Exec(f);
            if (flow != Flow.Next)
                return flow;
        }
        return Flow.Next;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        foreach (var statement in statements)
        {
            if (statement is YieldStmt yields)
            {
                await yields.Yield(f);
                continue;
            }
            var flow = statement.Suspends ? await statement.ExecAsync(f) : statement.Exec(f);
            if (flow != Flow.Next)
                return flow;
        }
        return Flow.Next;
    }
}

/// <summary>Evaluates parts, of which some may suspend, into the frame, then carries a statement out with them.</summary>
internal sealed class SpillStmt(Expr[] parts, int slot, Stmt inner) : Stmt
{
    public override bool Suspends => true;

    public override Flow Exec(Frame f) => throw new UnreachableException();

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        for (var i = 0; i < parts.Length; i++)
            f.Slots[slot + i] = parts[i].Suspends ? await parts[i].EvalAsync(f) : parts[i].Eval(f);
        return inner.Exec(f);
    }
}

/// <summary>What one statement of Python becomes, where that is several.</summary>
internal sealed class SequenceStmt(Stmt[] statements) : Stmt
{
    public override bool Suspends { get; } = statements.Any(static s => s.Suspends);

    public override Flow Exec(Frame f)
    {
        foreach (var statement in statements)
            statement.Exec(f);
        return Flow.Next;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        foreach (var statement in statements)
        {
            if (statement.Suspends)
                await statement.ExecAsync(f);
            else
                statement.Exec(f);
        }
        return Flow.Next;
    }
}
