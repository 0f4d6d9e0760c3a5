using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What the chain of awaits running on this thread shares: where it stopped and with what it goes on.</summary>
internal sealed class ThreadState
{
    [ThreadStatic]
    private static ThreadState? t_current;

    public static ThreadState Current => t_current ??= new ThreadState();

    /// <summary>What resumes the innermost suspended body; set by the awaiter that suspends.</summary>
    public Resumable? Leaf;

    /// <summary>What the innermost body handed to whoever drives the chain: a future, or None.</summary>
    public Any Yielded;

    /// <summary>The coroutine that is being stepped.</summary>
    public Coroutine? Stepped;

    /// <summary>What the driver sent.</summary>
    public Any Sent;

    /// <summary>What the driver threw in.</summary>
    public BaseException? Thrown;

    /// <summary>The innermost link of handled exceptions.</summary>
    public HandledException? Handled;

    /// <summary>A link that is free.</summary>
    public HandledException? SpareHandled;

    /// <summary>Whether the thread runs Python code; coroutines that other threads call run on the host's loop.</summary>
    public bool IsPython;

    /// <summary>What goes on when the driver has the thread again: consumers of values that came while they waited.</summary>
    public Resumable? Woken;

    /// <summary>The running event loop.</summary>
    public EventLoop? Loop;

    /// <summary>Takes the value sent, or raises what was thrown in.</summary>
    public Any Receive()
    {
        if (Thrown is { } error)
        {
            Thrown = null;
            Handling.Chain(error);
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
        return Sent;
    }
}
