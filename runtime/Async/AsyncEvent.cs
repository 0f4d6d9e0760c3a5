using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.Event</c>. See <see href="https://docs.python.org/3.13/library/asyncio-sync.html#event">Event</see>.</summary>
public sealed class AsyncEvent : LoopBound
{
    public static readonly PyType Type = Bound(PythonClass.Declare("Event", "asyncio.locks", static () => new AsyncEvent()))
        .Action("__init__", "self", static _ => { })
        .Method("is_set", static self => Self(self).IsSet)
        .Action("set", static self => Self(self).Set())
        .Action("clear", static self => Self(self).Clear())
        .AsyncMethod("wait", static async self => await Self(self).Wait())
        .Property("_waiters", static self => Self(self)._waiters)
        .Method("__repr__", static self => Self(self).Text(Self(self).IsSet ? "set" : "unset", Self(self)._waiters.Count));

    private readonly Waiters _waiters = new();

    private protected override PyType NativeClass => Type;

    private static AsyncEvent Self(Any o) => (AsyncEvent)o.Ref!;

    /// <summary><c>event.is_set()</c>.</summary>
    public bool IsSet { get; private set; }

    /// <summary><c>event.set()</c>: all who wait go on.</summary>
    public void Set()
    {
        if (IsSet)
            return;
        IsSet = true;
        foreach (var waiter in _waiters)
            waiter.TrySetResult(true);
    }

    /// <summary><c>event.clear()</c>.</summary>
    public void Clear() => IsSet = false;

    /// <summary><c>event.wait()</c>.</summary>
    public async Coro<bool> Wait()
    {
        if (IsSet)
            return true;
        var waiter = NewWaiter();
        var node = _waiters.AddLast(waiter);
        try
        {
            await waiter;
            return true;
        }
        finally
        {
            _waiters.Remove(node);
        }
    }
}
