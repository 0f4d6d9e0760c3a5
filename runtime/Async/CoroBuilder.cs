using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Builds <see cref="Coro{T}"/>: starts at once, boxes the state machine at the first real suspension.</summary>
public struct CoroBuilder<T>
{
    private CoroFrame<T>? _frame;
    private T _result;

    public static CoroBuilder<T> Create() => default;

    public readonly Coro<T> Task => _frame is null ? new Coro<T>(_result) : new Coro<T>(_frame.Host ?? _frame);

    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (ThreadState.Current.IsPython)
            stateMachine.MoveNext();
        else
            StartOnHost(ref stateMachine);
    }

    /// <summary>C# code calls: the body runs as a task on the host's loop, from its start.</summary>
    private void StartOnHost<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var run = Box(ref stateMachine);
        var frame = _frame!;
        frame.Host = HostLoop.Start(() =>
        {
            run.Resume();
            return new Coro<T>(frame);
        });
    }

    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    public void SetResult(T result)
    {
        if (_frame is null)
            _result = result;
        else
            _frame.SetResult(result);
    }

    public void SetException(Exception exception)
    {
        if (_frame is null)
            _frame = new FailedFrame<T>(exception);
        else
            _frame.SetException(exception);
    }

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => Suspension.Await(ref awaiter, Box(ref stateMachine));

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => Suspension.Await(ref awaiter, Box(ref stateMachine));

    private Resumable Box<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (_frame is Box<T, TStateMachine> known)
            return known;
        var box = new Box<T, TStateMachine>();
        _frame = box;
        // The copy in the box must know the frame too, so it is made after the assignment.
        box.StateMachine = stateMachine;
        return box;
    }
}

/// <summary>Builds <see cref="Coro"/>.</summary>
public struct CoroBuilder
{
    private CoroFrame<bool>? _frame;

    public static CoroBuilder Create() => default;

    public readonly Coro Task => new(_frame?.Host ?? _frame);

    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (ThreadState.Current.IsPython)
            stateMachine.MoveNext();
        else
            StartOnHost(ref stateMachine);
    }

    /// <summary>C# code calls: the body runs as a task on the host's loop, from its start.</summary>
    private void StartOnHost<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var run = Box(ref stateMachine);
        var frame = _frame!;
        frame.Host = HostLoop.Start(() =>
        {
            run.Resume();
            return new Coro<bool>(frame);
        });
    }

    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    public readonly void SetResult() => _frame?.SetResult(true);

    public void SetException(Exception exception)
    {
        if (_frame is null)
            _frame = new FailedFrame<bool>(exception);
        else
            _frame.SetException(exception);
    }

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => Suspension.Await(ref awaiter, Box(ref stateMachine));

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => Suspension.Await(ref awaiter, Box(ref stateMachine));

    private Resumable Box<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (_frame is Box<bool, TStateMachine> known)
            return known;
        var box = new Box<bool, TStateMachine>();
        _frame = box;
        box.StateMachine = stateMachine;
        return box;
    }
}

/// <summary>How a body stops at an await.</summary>
internal static class Suspension
{
    public static void Await<TAwaiter>(ref TAwaiter awaiter, Resumable body)
        where TAwaiter : INotifyCompletion
    {
        if (awaiter is IChainAwaiter)
        {
            ((IChainAwaiter)awaiter).Suspend(body);
            return;
        }
        var state = ThreadState.Current;
        if (state.Leaf is not null)
        {
            // Beneath a foreign awaiter the chain has stopped at a leaf of ours: the driver resumes
            // that, and the foreign continuation runs inline.
            awaiter.OnCompleted(body.Resume);
            return;
        }
        // A .NET operation: the loop goes on when it completes, on whatever thread that is.
        var loop = state.Loop ?? throw new RuntimeError("no running event loop");
        var future = new Future(loop);
        state.Leaf = body;
        state.Yielded = future.Blocking();
        awaiter.OnCompleted(() => loop.CallSoonThreadsafe(() => future.TrySetResult(Any.None)));
    }
}
