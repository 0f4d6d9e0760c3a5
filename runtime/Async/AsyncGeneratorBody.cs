using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The body of an exact asynchronous generator.</summary>
[AsyncMethodBuilder(typeof(AsyncGeneratorBodyBuilder))]
public readonly struct AsyncGeneratorBody
{
    internal readonly Coro<bool> Inner;

    internal AsyncGeneratorBody(Coro<bool> inner) => Inner = inner;
}

/// <summary>Builds <see cref="AsyncGeneratorBody"/>.</summary>
public struct AsyncGeneratorBodyBuilder
{
    private CoroBuilder<bool> _inner;

    public static AsyncGeneratorBodyBuilder Create() => default;

    public readonly AsyncGeneratorBody Task => new(_inner.Task);

    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
        => stateMachine.MoveNext();

    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    public void SetResult() => _inner.SetResult(true);

    public void SetException(Exception exception) => _inner.SetException(exception);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => _inner.AwaitOnCompleted(ref awaiter, ref stateMachine);

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => _inner.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}

/// <summary>
/// What an asynchronous generator's body yields through. While the body awaits something it stands in the chain of awaits at the
/// place of what is awaited, so that the body, whenever it runs, has what it handles around it.
/// </summary>
public sealed class AsyncYielder<T> : Resumable
{
    /// <summary>The body, where it has stopped at a yield.</summary>
    internal Resumable? Body;
    internal T Value = default!;
    internal bool HasValue;
    internal Any Sent;
    internal BaseException? Thrown;

    /// <summary>Who waits for the next value while the body awaits something itself.</summary>
    internal Resumable? Waiter;

    /// <summary>The exceptions that the body handles, while it does not run.</summary>
    private HandledException? _handled;

    /// <summary>What the body awaits.</summary>
    private Resumable? _leaf;

    /// <summary>Hands a value to the consumer; awaiting gives what <c>asend</c> sends.</summary>
    public AsyncYieldAwaiter<T> Yield(T value)
    {
        Value = value;
        return new AsyncYieldAwaiter<T>(this);
    }

    /// <summary>Starts the body.</summary>
    internal Coro<bool> Start(Func<AsyncYielder<T>, AsyncGeneratorBody> body)
    {
        var state = ThreadState.Current;
        var outer = Handling.Enter(state, ref _handled);
        var result = body(this).Inner;
        Leave(state, outer);
        return result;
    }

    /// <summary>Goes on after the yield at which the body has stopped.</summary>
    internal void Continue()
    {
        var state = ThreadState.Current;
        var outer = Handling.Enter(state, ref _handled);
        Body!.Resume();
        Leave(state, outer);
    }

    /// <summary>What the body awaits is there: it goes on, and so does who waits for the value if there is one now.</summary>
    internal override void Resume()
    {
        var state = ThreadState.Current;
        var outer = Handling.Enter(state, ref _handled);
        _leaf!.Resume();
        while (state.Woken is { } woken)
        {
            state.Woken = null;
            woken.Resume();
        }
        Leave(state, outer);
        if (_leaf is not null)
            return;
        (state.Woken, Waiter) = (Waiter, null);
    }

    /// <summary>The body has stopped: where it awaits something, this takes the place of what that is.</summary>
    private void Leave(ThreadState state, HandledException? outer)
    {
        Handling.Leave(state, ref _handled, outer);
        _leaf = HasValue ? null : state.Leaf;
        if (_leaf is not null)
            state.Leaf = this;
    }
}

/// <summary>Suspends an asynchronous generator at a yield.</summary>
public readonly struct AsyncYieldAwaiter<T>(AsyncYielder<T> yielder) : ICriticalNotifyCompletion, IChainAwaiter
{
    public bool IsCompleted => false;

    public AsyncYieldAwaiter<T> GetAwaiter() => this;

    public Any GetResult()
    {
        if (yielder.Thrown is { } error)
        {
            yielder.Thrown = null;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
        return yielder.Sent;
    }

    object? IChainAwaiter.Awaited => null;

    void IChainAwaiter.Suspend(Resumable body)
    {
        yielder.Body = body;
        yielder.HasValue = true;
    }

    public void OnCompleted(Action continuation) => ((IChainAwaiter)this).Suspend(Resumable.Of(continuation));

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}
