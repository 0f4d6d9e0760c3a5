using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What a call of <c>asyncio.gather</c> waits for.</summary>
internal abstract class Gathering
{
    internal static readonly PyType FutureType = PyType.Emitted("_GatheringFuture", "asyncio.tasks", Async.FutureType.Type);

    /// <summary>How many awaitables there are, each counted once.</summary>
    public int Count { get; set; }

    /// <summary>Whether the future has been cancelled, and awaitables with it.</summary>
    public bool WasCancelled { get; set; }

    /// <summary>One of the awaitables is done.</summary>
    public abstract void Done(Future future);
}

/// <inheritdoc cref="Gathering"/>
internal sealed class Gathering<T>(List<Future> children, bool returnExceptions, Func<List<Future>, T> results) : Gathering
{
    private int _finished;

    public GatheringFuture<T>? Outer { get; set; }

    public override void Done(Future future)
    {
        _finished++;
        if (Outer is null || Outer.IsDone)
        {
            future.Retrieved();
            return;
        }
        if (!returnExceptions && (future.IsCancelled ? future.MakeCancelledError() : future.Error) is { } error)
            Outer.SetException(error);
        else if (_finished == Count)
            End();
    }

    private void End()
    {
        if (WasCancelled)
            Outer!.SetException(children[^1].MakeCancelledError());
        else
            Outer!.SetResult(Generic.ToAny(results(children)));
    }
}

/// <summary>What <c>asyncio.gather</c> gives.</summary>
internal sealed class GatheringFuture<T>(EventLoop loop, Gathering gathering, List<Future> children) : Future<T>(loop)
{
    private protected override PyType NativeClass => Gathering.FutureType;

    public override bool Cancel(Any? message = null)
    {
        if (IsDone)
            return false;
        var any = false;
        foreach (var child in children)
            any |= child.Cancel(message);
        gathering.WasCancelled |= any;
        return any;
    }
}

/// <summary>Finds what stands among the awaitables twice: it is awaited once. A future that is not done is known by its callback.</summary>
internal sealed class Twins
{
    // Coroutines and plain futures are equal to themselves alone.
    private Dictionary<object, Future>? _plain;
    private PyDict<Any, Any>? _others;

    public Future? Find(Any awaitable)
        => IsPlain(awaitable) ? _plain?.GetValueOrDefault(awaitable.Ref!) : _others is not null && _others.TryGetValue(awaitable, out var future) ? (Future)future.Ref! : null;

    public void Add(Any awaitable, Future future)
    {
        if (!IsPlain(awaitable))
            (_others ??= new())[awaitable] = future;
        else if (future.IsDone || awaitable.Ref is Coroutine)
            (_plain ??= new(ReferenceEqualityComparer.Instance)).Add(awaitable.Ref!, future);
    }

    private static bool IsPlain(Any awaitable) => awaitable.Ref is Coroutine or Future { IsDerived: false };
}
