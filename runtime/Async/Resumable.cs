using System.Diagnostics;

namespace Pytocs.Runtime.Async;

/// <summary>A body that has stopped: one link of a chain of awaits, which goes on without a delegate of its own.</summary>
public abstract class Resumable
{
    private protected Resumable()
    {
    }

    /// <summary>Goes on.</summary>
    internal virtual void Resume() => throw new UnreachableException("the body never stops by itself");

    /// <summary>The state machine of the body and its state; null of what is none.</summary>
    internal virtual (Type Machine, int State)? Position => null;

    /// <summary>The state machine of the body, to be looked into; null of what is none.</summary>
    internal virtual object? Machine => null;

    /// <summary>Whether the body has come to its end.</summary>
    internal virtual bool HasEnded => false;

    /// <summary>Takes the place of who awaits a body that has ended.</summary>
    private protected static readonly Resumable Ended = new Nobody();

    private sealed class Nobody : Resumable;

    /// <summary>A body of a method that another builder than ours made.</summary>
    internal static Resumable Of(Action continuation) => new Foreign(continuation);

    private sealed class Foreign(Action continuation) : Resumable
    {
        internal override void Resume() => continuation();
    }
}

/// <summary>An awaiter of the runtime: it knows by itself how the chain is resumed.</summary>
internal interface IChainAwaiter
{
    /// <summary>What is awaited: a future, or the body of what runs beneath; null where it is neither.</summary>
    object? Awaited { get; }

    /// <summary>Stops a body until what is awaited is there.</summary>
    void Suspend(Resumable body);
}
