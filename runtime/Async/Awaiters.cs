using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Stops the chain and hands a value to its driver, as a bare <c>yield</c> in <c>__await__</c> does.</summary>
internal readonly struct LeafYield(Any value) : ICriticalNotifyCompletion, IChainAwaiter
{
    public bool IsCompleted => false;

    public LeafYield GetAwaiter() => this;

    public Any GetResult() => ThreadState.Current.Receive();

    object? IChainAwaiter.Awaited => null;

    void IChainAwaiter.Suspend(Resumable body)
    {
        var state = ThreadState.Current;
        state.Leaf = body;
        state.Yielded = value;
    }

    public void OnCompleted(Action continuation) => ((IChainAwaiter)this).Suspend(Resumable.Of(continuation));

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}

/// <summary>A body that only stops once, as <see cref="LeafYield"/> does; it holds nothing, so that one serves all.</summary>
internal sealed class BareYield : CoroFrame<Any>
{
    public static readonly BareYield Instance = new();

    internal override void Suspend(Resumable body)
    {
        var state = ThreadState.Current;
        state.Leaf = body;
        state.Yielded = Any.None;
    }

    internal override Any GetResult()
    {
        ThreadState.Current.Receive();
        return Any.None;
    }
}

/// <summary>Awaits a future: goes on at once when it is done.</summary>
public readonly struct FutureAwaiter(Future future) : ICriticalNotifyCompletion, IChainAwaiter
{
    public bool IsCompleted => future.IsDone;

    public Any GetResult()
    {
        var state = ThreadState.Current;
        if (state.Thrown is not null)
            state.Receive();
        if (future.HasError)
            Handling.Chain(future.ShownError!);
        return future.IsDone ? future.GetResult() : throw new RuntimeError("await wasn't used with future");
    }

    internal void Suspend(Resumable body)
    {
        var state = ThreadState.Current;
        state.Leaf = body;
        state.Yielded = future.Blocking();
    }

    object? IChainAwaiter.Awaited => future;

    void IChainAwaiter.Suspend(Resumable body) => Suspend(body);

    public void OnCompleted(Action continuation) => Suspend(Resumable.Of(continuation));

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}

/// <summary>Awaits a dynamic value.</summary>
public readonly struct AnyAwaiter(CoroAwaiter<Any> inner, Future? future) : ICriticalNotifyCompletion, IChainAwaiter
{
    public bool IsCompleted => future?.IsDone ?? inner.IsCompleted;

    public Any GetResult() => future is null ? inner.GetResult() : new FutureAwaiter(future).GetResult();

    object? IChainAwaiter.Awaited => future ?? ((IChainAwaiter)inner).Awaited;

    void IChainAwaiter.Suspend(Resumable body)
    {
        if (future is null)
            inner.Suspend(body);
        else
            new FutureAwaiter(future).Suspend(body);
    }

    public void OnCompleted(Action continuation) => ((IChainAwaiter)this).Suspend(Resumable.Of(continuation));

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}

/// <summary>The await expression. See <see href="https://docs.python.org/3.13/reference/expressions.html#await-expression">await</see>.</summary>
public static class Awaiting
{
    /// <summary>Lets C# write <c>await value</c> for any Python awaitable.</summary>
    /// <exception cref="TypeError">The value cannot be awaited.</exception>
    public static AnyAwaiter GetAwaiter(this Any value) => value.Ref switch
    {
        Future future => new AnyAwaiter(default, future),
        Coroutine coroutine => new AnyAwaiter(coroutine.AwaitInline().GetAwaiter(), null),
        Task task => new AnyAwaiter(default, ForeignTasks.ToFuture(task)),
        IAwaitable awaitable => new AnyAwaiter(awaitable.AwaitAsync().GetAwaiter(), null),
        _ => new AnyAwaiter(Delegate(Iterator(value)).GetAwaiter(), null),
    };

    /// <summary>What <c>__await__</c> gives.</summary>
    internal static Any Iterator(Any value)
    {
        if (GeneratorProtocol.IsIterableCoroutine(value))
            return value;
        var type = PyType.Of(value);
        var method = value.Ref is IPyObject ? type.Special("__await__") : Any.Unbound;
        if (method.IsUnbound)
            throw new TypeError($"object {type.Name} can't be used in 'await' expression");
        var iterator = method.Call(value);
        if (iterator.Ref is Coroutine || GeneratorProtocol.IsIterableCoroutine(iterator))
            throw new TypeError("__await__() returned a coroutine");
        if (iterator.Ref is not PyIterator && PyType.Of(iterator).Special("__next__").IsUnbound)
            throw new TypeError($"__await__() returned non-iterator of type '{PyType.Of(iterator).Name}'");
        return iterator;
    }

    /// <summary>Runs an iterator as <c>yield from</c> does: what it yields goes to the driver, what comes back goes to it.</summary>
    internal static async Coro<Any> Delegate(Any iterator)
    {
        var sent = Any.None;
        BaseException? thrown = null;
        while (true)
        {
            if (!GeneratorProtocol.TryResume(iterator, sent, thrown, out var yielded))
                return yielded;
            thrown = null;
            try
            {
                sent = await new LeafYield(yielded);
            }
            catch (BaseException error)
            {
                thrown = error;
            }
        }
    }
}

/// <summary>A runtime object that is awaited without an iterator object.</summary>
internal interface IAwaitable
{
    Coro<Any> AwaitAsync();
}
