using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Which loop a primitive belongs to: the first one that has to wait for it.</summary>
public abstract class LoopBound : LibraryObject
{
    private Any _loop = Any.None;

    /// <summary>Lets Python read and replace the loop: <c>_loop</c>.</summary>
    private protected static PyType Bound(PyType type) => type.Property("_loop", static self => ((LoopBound)self.Ref!)._loop, static (self, v) => ((LoopBound)self.Ref!)._loop = v);

    /// <summary>A future to wait with.</summary>
    /// <exception cref="RuntimeError">The primitive belongs to another loop.</exception>
    private protected Future NewWaiter()
    {
        var loop = EventLoop.Running;
        if (_loop.IsNone)
            _loop = loop;
        return ReferenceEquals(loop, _loop.Ref) ? new Future(loop) : throw new RuntimeError($"{Operators.Repr(this)} is bound to a different event loop");
    }

    private protected string Text(string state, int waiters)
        => $"<{PythonClass.BaseText(this)} [{state}{(waiters > 0 ? $", waiters:{waiters}" : "")}]>";
}

/// <summary><c>asyncio.Lock</c>. See <see href="https://docs.python.org/3.13/library/asyncio-sync.html#lock">Lock</see>.</summary>
public sealed class AsyncLock : LoopBound
{
    public static readonly PyType Type = Bound(PythonClass.Declare("Lock", "asyncio.locks", static () => new AsyncLock()))
        .Action("__init__", "self", static _ => { })
        .Method("locked", static self => Self(self).Locked)
        .AsyncMethod("acquire", static async self => await Self(self).Acquire())
        .Action("release", static self => Self(self).Release())
        .AsyncMethod("__aenter__", static async self =>
        {
            await self.Invoke("acquire");
            return Any.None;
        })
        .AsyncMethod("__aexit__", "self, exc_type, exc, tb", static async a => a[0].Invoke("release"))
        .Property("_waiters", static self => Self(self)._waiters)
        .Method("__repr__", static self => Self(self).Text(Self(self).Locked ? "locked" : "unlocked", Self(self)._waiters.Count));

    private readonly Waiters _waiters = new();

    private protected override PyType NativeClass => Type;

    private static AsyncLock Self(Any o) => (AsyncLock)o.Ref!;

    /// <summary><c>lock.locked()</c>.</summary>
    public bool Locked { get; private set; }

    /// <summary><c>lock.acquire()</c>: waits for its turn.</summary>
    public async Coro<bool> Acquire()
    {
        if (!Locked && _waiters.All(static w => w.IsCancelled))
        {
            Locked = true;
            return true;
        }
        var waiter = NewWaiter();
        var node = _waiters.AddLast(waiter);
        try
        {
            try
            {
                await waiter;
            }
            finally
            {
                _waiters.Remove(node);
            }
        }
        catch (CancelledError)
        {
            if (!Locked)
                WakeFirst();
            throw;
        }
        Locked = true;
        return true;
    }

    /// <summary><c>lock.release()</c>.</summary>
    /// <exception cref="RuntimeError">It is not locked.</exception>
    public void Release()
    {
        if (!Locked)
            throw new RuntimeError("Lock is not acquired.");
        Locked = false;
        WakeFirst();
    }

    private void WakeFirst() => _waiters.First?.TrySetResult(true);
}
