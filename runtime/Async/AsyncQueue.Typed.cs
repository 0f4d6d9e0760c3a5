using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A queue of items of one type. See <see href="https://docs.python.org/3.13/library/asyncio-queue.html">queues</see>.</summary>
public class AsyncQueue<T> : AsyncQueue
{
    /// <summary>A queue of at most so many items; none or less means any number.</summary>
    public AsyncQueue(Any? maxSize = null)
        : base(maxSize, new FirstInFirstOut<T>())
    {
    }

    private protected AsyncQueue(Any? maxSize, QueueItems<T> items)
        : base(maxSize, items)
    {
    }

    /// <inheritdoc cref="AsyncQueue.PutNowait(Any)"/>
    public void PutNowait(T item) => PutItem(item);

    /// <inheritdoc cref="AsyncQueue.GetNowait()"/>
    public new T GetNowait() => TakeItem<T>();

    /// <inheritdoc cref="AsyncQueue.Put(Any)"/>
    public Coro Put(T item) => PutWaiting(item);

    /// <inheritdoc cref="AsyncQueue.Get()"/>
    public new Coro<T> Get() => GetWaiting<T>();

    /// <summary>As <see cref="Get"/>, for a task or whoever else starts it.</summary>
    public Coroutine<T> GetCoroutine() => Coroutine.Of("get", "Queue.get", Get);
}

/// <summary><c>asyncio.LifoQueue</c> of items of one type.</summary>
public sealed class AsyncLifoQueue<T> : AsyncQueue<T>
{
    /// <inheritdoc cref="AsyncQueue{T}(Any?)"/>
    public AsyncLifoQueue(Any? maxSize = null)
        : base(maxSize, new LastInFirstOut<T>())
    {
    }

    private protected override PyType NativeClass => AsyncLifoQueue.Type;
}

/// <summary><c>asyncio.PriorityQueue</c> of items of one type.</summary>
public sealed class AsyncPriorityQueue<T> : AsyncQueue<T>
{
    /// <inheritdoc cref="AsyncQueue{T}(Any?)"/>
    public AsyncPriorityQueue(Any? maxSize = null)
        : base(maxSize, new LeastFirst<T>())
    {
    }

    private protected override PyType NativeClass => AsyncPriorityQueue.Type;
}
