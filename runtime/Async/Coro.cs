using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Pytocs.Runtime.Async;

/// <summary>
/// What an emitted <c>async def</c> returns: its body has started already. Awaiting one that
/// has completed allocates nothing.
/// </summary>
[AsyncMethodBuilder(typeof(CoroBuilder<>))]
public readonly struct Coro<T>
{
    private readonly CoroFrame<T>? _frame;
    private readonly T _result;

    internal Coro(T result) => (_frame, _result) = (null, result);

    internal Coro(CoroFrame<T> frame) => (_frame, _result) = (frame, default!);

    public CoroAwaiter<T> GetAwaiter() => new(_frame, _result);

    /// <summary>Whether the body has ended without ever waiting, and without failing.</summary>
    internal bool TryResult(out T result)
    {
        result = _result;
        return _frame is null;
    }

    /// <summary>The body, where it waits or failed.</summary>
    internal CoroFrame<T>? Waiting => _frame;

    /// <summary>The body; one that has ended without waiting gets a place for its result.</summary>
    internal CoroFrame<T> Frame => _frame ?? new EndedFrame<T>(_result);

    /// <summary>The coroutine as a .NET task, for C# callers; the token cancels it where it waits.</summary>
    public Task<T> AsTask(CancellationToken cancellationToken = default)
        => _frame is HostFrame<T> host ? host.AsTask(cancellationToken) : Await(this);

    private static async Task<T> Await(Coro<T> coroutine) => await coroutine;
}

/// <summary>As <see cref="Coro{T}"/>, without a result.</summary>
[AsyncMethodBuilder(typeof(CoroBuilder))]
public readonly struct Coro
{
    private readonly CoroFrame<bool>? _frame;

    internal Coro(CoroFrame<bool>? frame) => _frame = frame;

    public CoroVoidAwaiter GetAwaiter() => new(_frame);

    /// <summary>The body; null where it has ended without waiting.</summary>
    internal CoroFrame<bool>? Frame => _frame;

    /// <inheritdoc cref="Coro{T}.AsTask"/>
    public Task AsTask(CancellationToken cancellationToken = default)
        => _frame is HostFrame<bool> host ? host.AsTask(cancellationToken) : Await(this);

    private static async Task Await(Coro coroutine) => await coroutine;
}

/// <summary>Awaits a <see cref="Coro{T}"/>.</summary>
public readonly struct CoroAwaiter<T>(CoroFrame<T>? frame, T result) : ICriticalNotifyCompletion, IChainAwaiter
{
    public bool IsCompleted => frame is null || frame.IsCompleted;

    public T GetResult() => frame is null ? result : frame.GetResult();

    object? IChainAwaiter.Awaited => frame;

    internal void Suspend(Resumable body) => frame!.Suspend(body);

    void IChainAwaiter.Suspend(Resumable body) => Suspend(body);

    public void OnCompleted(Action continuation) => Suspend(Resumable.Of(continuation));

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}

/// <summary>Awaits a <see cref="Coro"/>.</summary>
public readonly struct CoroVoidAwaiter(CoroFrame<bool>? frame) : ICriticalNotifyCompletion, IChainAwaiter
{
    public bool IsCompleted => frame is null || frame.IsCompleted;

    public void GetResult() => frame?.GetResult();

    object? IChainAwaiter.Awaited => frame;

    internal void Suspend(Resumable body) => frame!.Suspend(body);

    void IChainAwaiter.Suspend(Resumable body) => Suspend(body);

    public void OnCompleted(Action continuation) => Suspend(Resumable.Of(continuation));

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}

/// <summary>A body that has suspended at least once, or failed.</summary>
public abstract class CoroFrame<T> : Resumable
{
    private ExceptionDispatchInfo? _error;
    private T _result = default!;

    internal bool IsCompleted => ReferenceEquals(_awaiting, Ended);

    internal override bool HasEnded => IsCompleted;

    /// <summary>The call from C# that runs the body as a task; what its caller awaits.</summary>
    internal HostFrame<T>? Host { get; set; }

    /// <summary>Who awaits the body, while it has not ended.</summary>
    private Resumable? _awaiting;

    /// <summary>Somebody awaits the body.</summary>
    internal virtual void Suspend(Resumable body) => _awaiting = body;

    /// <summary>How a body that is complete has ended; does not raise.</summary>
    internal Exception? Outcome(out T result)
    {
        result = _result;
        return _error?.SourceException;
    }

    internal virtual T GetResult()
    {
        _error?.Throw();
        return _result;
    }

    internal void SetResult(T result)
    {
        _result = result;
        End();
    }

    internal void SetException(Exception error)
    {
        _error = ExceptionDispatchInfo.Capture(error);
        End();
    }

    private void End()
    {
        var awaiting = _awaiting;
        _awaiting = Ended;
        awaiting?.Resume();
    }
}

/// <summary>A body that ended before it ever suspended.</summary>
internal sealed class EndedFrame<T> : CoroFrame<T>
{
    public EndedFrame(T result) => SetResult(result);
}

/// <summary>A body that failed before it ever suspended.</summary>
internal sealed class FailedFrame<T> : CoroFrame<T>
{
    public FailedFrame(Exception error) => SetException(error);
}

/// <summary>A suspended body with its state machine.</summary>
internal sealed class Box<T, TStateMachine> : CoroFrame<T>
    where TStateMachine : IAsyncStateMachine
{
    public TStateMachine StateMachine = default!;

    internal override void Resume() => StateMachine.MoveNext();

    internal override object Machine => StateMachine;

    internal override (Type Machine, int State)? Position
    {
        [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A program without the field's name tells no lines.")]
        get => StateMachine.GetType().GetField("<>1__state") is { } state ? (StateMachine.GetType(), (int)state.GetValue(StateMachine)!) : null;
    }
}
