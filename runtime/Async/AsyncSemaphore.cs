using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.Semaphore</c>. See <see href="https://docs.python.org/3.13/library/asyncio-sync.html#semaphore">Semaphore</see>.</summary>
public class AsyncSemaphore : LoopBound
{
    public static readonly PyType Type = Bound(PythonClass.Declare("Semaphore", "asyncio.locks", static () => new AsyncSemaphore(1)))
        .Action("__init__", "self, value=1", static a => Self(a[0]).Initialise(Library.Lib.Int(a[1])))
        .Method("locked", static self => Self(self).Locked)
        .AsyncMethod("acquire", static async self => await Self(self).Acquire())
        .Action("release", static self => Self(self).Release())
        .AsyncMethod("__aenter__", static async self =>
        {
            await self.Invoke("acquire");
            return Any.None;
        })
        .AsyncMethod("__aexit__", "self, exc_type, exc, tb", static async a => a[0].Invoke("release"))
        .Property("_value", static self => Self(self).Value, static (self, v) => Self(self).Value = Library.Lib.Int(v))
        .Property("_waiters", static self => Self(self)._waiters)
        .Method("__repr__", static self => Self(self).Text(Self(self).Locked ? "locked" : $"unlocked, value:{Self(self).Value}", Self(self)._waiters.Count));

    private readonly Waiters _waiters = new();

    /// <summary>A semaphore with a number of places.</summary>
    /// <exception cref="ValueError">The number is negative.</exception>
    public AsyncSemaphore(Any? value = null) => Initialise(Library.Lib.Int(value ?? 1));

    private protected override PyType NativeClass => Type;

    private protected long Value { get; set; }

    private static AsyncSemaphore Self(Any o) => (AsyncSemaphore)o.Ref!;

    private protected virtual void Initialise(long value)
        => Value = value >= 0 ? value : throw new ValueError("Semaphore initial value must be >= 0");

    /// <summary><c>semaphore.locked()</c>.</summary>
    public bool Locked => Value == 0 || _waiters.Any(static w => !w.IsCancelled);

    /// <summary><c>semaphore.acquire()</c>: waits for a place.</summary>
    public async Coro<bool> Acquire()
    {
        if (!Locked)
        {
            Value--;
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
            if (waiter.IsDone && !waiter.IsCancelled)
                Value++;
            throw;
        }
        finally
        {
            while (Value > 0 && WakeNext())
            {
            }
        }
        return true;
    }

    /// <summary><c>semaphore.release()</c>.</summary>
    public virtual void Release()
    {
        Value++;
        WakeNext();
    }

    private bool WakeNext()
    {
        foreach (var waiter in _waiters)
        {
            if (waiter.IsDone)
                continue;
            Value--;
            waiter.SetResult(true);
            return true;
        }
        return false;
    }
}

/// <summary><c>asyncio.BoundedSemaphore</c>.</summary>
public sealed class AsyncBoundedSemaphore : AsyncSemaphore
{
    public static new readonly PyType Type = PythonClass.Declare("BoundedSemaphore", "asyncio.locks", static () => new AsyncBoundedSemaphore(1), AsyncSemaphore.Type)
        .Action("__init__", "self, value=1", static a => ((AsyncBoundedSemaphore)a[0].Ref!).Initialise(Library.Lib.Int(a[1])));

    private long _bound;

    /// <inheritdoc cref="AsyncSemaphore(Any?)"/>
    public AsyncBoundedSemaphore(Any? value = null) : base(value)
    {
    }

    private protected override PyType NativeClass => Type;

    private protected override void Initialise(long value)
    {
        _bound = value;
        base.Initialise(value);
    }

    /// <summary><c>semaphore.release()</c>.</summary>
    /// <exception cref="ValueError">It was released more often than acquired.</exception>
    public override void Release()
    {
        if (Value >= _bound)
            throw new ValueError("BoundedSemaphore released too many times");
        base.Release();
    }
}
