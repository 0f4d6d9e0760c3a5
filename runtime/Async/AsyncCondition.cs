using System.Runtime.ExceptionServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.Condition</c>. See <see href="https://docs.python.org/3.13/library/asyncio-sync.html#condition">Condition</see>.</summary>
public sealed class AsyncCondition : LoopBound
{
    public static readonly PyType Type = Bound(PythonClass.Declare("Condition", "asyncio.locks", static () => new AsyncCondition()))
        .Action("__init__", "self, lock=None", static a => Self(a[0])._lock = a[1].IsNone ? new AsyncLock() : a[1])
        .Method("locked", static self => Self(self).Locked)
        .AsyncMethod("acquire", static async self => await Self(self)._lock.Invoke("acquire"))
        .Action("release", static self => Self(self).Release())
        .AsyncMethod("wait", static async self => await Self(self).Wait())
        .AsyncMethod("wait_for", "self, predicate", static async a => await Self(a[0]).WaitFor(a[1]))
        .Action("notify", "self, n=1", static a => Self(a[0]).Notify(a[1]))
        .Action("notify_all", static self => Self(self).NotifyAll())
        .AsyncMethod("__aenter__", static async self =>
        {
            await self.Invoke("acquire");
            return Any.None;
        })
        .AsyncMethod("__aexit__", "self, exc_type, exc, tb", static async a => a[0].Invoke("release"))
        .Property("_lock", static self => Self(self)._lock)
        .Property("_waiters", static self => Self(self)._waiters)
        .Method("__repr__", static self => Self(self).Text(Self(self).Locked ? "locked" : "unlocked", Self(self)._waiters.Count));

    private readonly Waiters _waiters = new();
    private Any _lock;

    /// <summary>A condition on a lock, by default one of its own.</summary>
    public AsyncCondition(Any? @lock = null) => _lock = @lock is { IsNone: false } given ? given : new AsyncLock();

    private protected override PyType NativeClass => Type;

    private static AsyncCondition Self(Any o) => (AsyncCondition)o.Ref!;

    /// <summary><c>condition.locked()</c>.</summary>
    public bool Locked => _lock.Ref is AsyncLock plain ? plain.Locked : _lock.Invoke("locked").Truth;

    /// <summary><c>condition.acquire()</c>.</summary>
    public async Coro<bool> Acquire() => _lock.Ref is AsyncLock { IsDerived: false } plain ? await plain.Acquire() : (await _lock.Invoke("acquire")).Truth;

    /// <summary><c>condition.release()</c>.</summary>
    public void Release() => _lock.Invoke("release");

    /// <summary><c>condition.wait()</c>: gives the lock back until it is notified.</summary>
    /// <exception cref="RuntimeError">The lock is not acquired.</exception>
    public async Coro<bool> Wait()
    {
        if (!Locked)
            throw new RuntimeError("cannot wait on un-acquired lock");
        var waiter = NewWaiter();
        Release();
        try
        {
            BaseException? failure = null;
            var node = _waiters.AddLast(waiter);
            try
            {
                await waiter;
            }
            catch (BaseException error)
            {
                failure = error;
            }
            _waiters.Remove(node);
            var cancelled = await Reacquire();
            if ((cancelled ?? failure) is { } raised)
            {
                if (cancelled is not null && failure is not null && !ReferenceEquals(cancelled, failure))
                    cancelled.Context ??= failure;
                ExceptionDispatchInfo.Throw(raised);
            }
            return true;
        }
        catch (BaseException)
        {
            NotifyWaiters(1);
            throw;
        }
    }

    /// <summary>Takes the lock again, however often that is cancelled.</summary>
    private async Coro<CancelledError?> Reacquire()
    {
        CancelledError? cancelled = null;
        while (true)
        {
            try
            {
                await Acquire();
                return cancelled;
            }
            catch (CancelledError error)
            {
                cancelled = error;
            }
        }
    }

    /// <summary><c>condition.wait_for(predicate)</c>.</summary>
    public async Coro<Any> WaitFor(Any predicate)
    {
        var result = predicate.Call();
        while (!result.Truth)
        {
            await Wait();
            result = predicate.Call();
        }
        return result;
    }

    internal async Coro WaitFor(Func<bool> predicate)
    {
        while (!predicate())
            await Wait();
    }

    /// <summary><c>condition.notify(n)</c>.</summary>
    /// <exception cref="RuntimeError">The lock is not acquired.</exception>
    public void Notify(Any? n = null)
    {
        if (!Locked)
            throw new RuntimeError("cannot notify on un-acquired lock");
        NotifyWaiters((n ?? 1).As<PyInt>());
    }

    /// <summary><c>condition.notify_all()</c>.</summary>
    /// <exception cref="RuntimeError">The lock is not acquired.</exception>
    public void NotifyAll() => Notify(_waiters.Count);

    private void NotifyWaiters(PyInt count)
    {
        foreach (var waiter in _waiters)
        {
            if (count <= 0)
                break;
            if (waiter.IsDone)
                continue;
            count--;
            waiter.SetResult(false);
        }
    }
}
