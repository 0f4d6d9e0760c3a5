using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>An awaitable object whose result has a type: a coroutine, a task or a future.</summary>
public interface IAwaitable<T>
{
    /// <summary>The object itself, which the functions of asyncio take.</summary>
    internal Any Self { get; }
}

/// <summary>Awaits a future whose result has a type: goes on at once when it is done.</summary>
public readonly struct FutureAwaiter<T>(Future future) : System.Runtime.CompilerServices.ICriticalNotifyCompletion, IChainAwaiter
{
    private readonly FutureAwaiter _inner = new(future);

    public bool IsCompleted => _inner.IsCompleted;

    public T GetResult() => Generic.FromAny<T>(_inner.GetResult());

    object? IChainAwaiter.Awaited => future;

    void IChainAwaiter.Suspend(Resumable body) => _inner.Suspend(body);

    public void OnCompleted(Action continuation) => _inner.OnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => _inner.OnCompleted(continuation);
}

/// <summary>A future whose result has a type.</summary>
public class Future<T> : Future, IAwaitable<T>
{
    internal Future(EventLoop loop)
        : base(loop)
    {
    }

    Any IAwaitable<T>.Self => this;

    /// <inheritdoc cref="Future.GetAwaiter"/>
    public new FutureAwaiter<T> GetAwaiter() => new(this);

    /// <inheritdoc cref="Future.GetResult"/>
    public new T GetResult() => Generic.FromAny<T>(base.GetResult());
}

/// <summary>The task of a coroutine whose result has a type.</summary>
public sealed class PyTask<T> : PyTask, IAwaitable<T>
{
    internal PyTask()
    {
    }

    Any IAwaitable<T>.Self => this;

    /// <inheritdoc cref="Future.GetAwaiter"/>
    public new FutureAwaiter<T> GetAwaiter() => new(this);

    /// <inheritdoc cref="Future.GetResult"/>
    public new T GetResult() => Generic.FromAny<T>(base.GetResult());
}
