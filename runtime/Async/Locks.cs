using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.Event</c>. See <see href="https://docs.python.org/3.13/library/asyncio-sync.html">synchronization primitives</see>.</summary>
internal sealed class AsyncEvent : PyObject
{
    public static readonly PyType Type = CreateType();

    private readonly LinkedList<Future> _waiters = new();
    private bool _isSet;

    public override PyType Class => Type;

    private static AsyncEvent Self(Any o) => (AsyncEvent)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Event", module: "asyncio.locks");
        type.New("cls", static _ => new AsyncEvent());
        return type
            .Method("is_set", static self => Self(self)._isSet)
            .Method("set", static self =>
            {
                Self(self).Set();
                return Any.None;
            })
            .Method("clear", static self =>
            {
                Self(self).Clear();
                return Any.None;
            })
            .Method("wait", static self => Coroutine.Of("wait", "Event.wait", () => Self(self).Wait()));
    }

    public void Set()
    {
        if (_isSet)
            return;
        _isSet = true;
        foreach (var waiter in _waiters)
            waiter.TrySetResult(true);
    }

    public void Clear() => _isSet = false;

    public async Coro<Any> Wait()
    {
        if (_isSet)
            return true;
        var waiter = new Future(EventLoop.Running);
        _waiters.AddLast(waiter);
        try
        {
            await (Any)waiter;
            return true;
        }
        finally
        {
            _waiters.Remove(waiter);
        }
    }
}

/// <summary>What Lock and Condition share: acquiring in turn.</summary>
internal sealed class AsyncLock : PyObject
{
    public static readonly PyType Type = CreateType();

    private readonly LinkedList<Future> _waiters = new();

    public bool IsLocked { get; private set; }

    public override PyType Class => Type;

    private static AsyncLock Self(Any o) => (AsyncLock)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Lock", module: "asyncio.locks");
        type.New("cls", static _ => new AsyncLock());
        return type
            .Method("locked", static self => Self(self).IsLocked)
            .Method("acquire", static self => Coroutine.Of("acquire", "Lock.acquire", () => Self(self).Acquire()))
            .Method("release", static self =>
            {
                Self(self).Release();
                return Any.None;
            })
            .Method("__aenter__", static self => Coroutine.Of("__aenter__", "_ContextManagerMixin.__aenter__", async () =>
            {
                await Self(self).Acquire();
                return Any.None;
            }))
            .Method("__aexit__", "self, et, exc, tb, /", static a => Coroutine.Of("__aexit__", "_ContextManagerMixin.__aexit__", async () =>
            {
                Self(a[0]).Release();
                return Any.None;
            }));
    }

    public async Coro<Any> Acquire()
    {
        if (!IsLocked && _waiters.All(w => w.IsCancelled))
        {
            IsLocked = true;
            return true;
        }
        var waiter = new Future(EventLoop.Running);
        _waiters.AddLast(waiter);
        try
        {
            try
            {
                await (Any)waiter;
            }
            finally
            {
                _waiters.Remove(waiter);
            }
        }
        catch (CancelledError)
        {
            if (!IsLocked)
                WakeFirst();
            throw;
        }
        IsLocked = true;
        return true;
    }

    public void Release()
    {
        if (!IsLocked)
            throw new RuntimeError("Lock is not acquired.");
        IsLocked = false;
        WakeFirst();
    }

    private void WakeFirst() => _waiters.First?.Value.TrySetResult(true);
}

/// <summary><c>asyncio.Semaphore</c> and <c>BoundedSemaphore</c>.</summary>
internal sealed class AsyncSemaphore : PyObject
{
    public static readonly PyType Type = CreateType("Semaphore", false, null);
    public static readonly PyType Bounded = CreateType("BoundedSemaphore", true, Type);

    private readonly LinkedList<Future> _waiters = new();
    private readonly long _bound;
    private readonly bool _isBounded;
    private long _value;

    private AsyncSemaphore(long value, bool bounded)
    {
        if (value < 0)
            throw new ValueError("Semaphore initial value must be >= 0");
        (_value, _bound, _isBounded) = (value, value, bounded);
    }

    public override PyType Class => _isBounded ? Bounded : Type;

    private static AsyncSemaphore Self(Any o) => (AsyncSemaphore)o.Ref!;

    private bool IsLocked => _value == 0 || _waiters.Any(w => !w.IsCancelled);

    private static PyType CreateType(string name, bool bounded, PyType? @base)
    {
        var type = PyType.Builtin(name, @base, "asyncio.locks");
        type.New("cls, value=1", a => new AsyncSemaphore((long)Operators.Index(a[1]), bounded));
        if (@base is not null)
            return type;
        return type
            .Method("locked", static self => Self(self).IsLocked)
            .Method("acquire", static self => Coroutine.Of("acquire", "Semaphore.acquire", () => Self(self).Acquire()))
            .Method("release", static self =>
            {
                Self(self).Release();
                return Any.None;
            })
            .Method("__aenter__", static self => Coroutine.Of("__aenter__", "_ContextManagerMixin.__aenter__", async () =>
            {
                await Self(self).Acquire();
                return Any.None;
            }))
            .Method("__aexit__", "self, et, exc, tb, /", static a => Coroutine.Of("__aexit__", "_ContextManagerMixin.__aexit__", async () =>
            {
                Self(a[0]).Release();
                return Any.None;
            }));
    }

    private async Coro<Any> Acquire()
    {
        if (!IsLocked)
        {
            _value--;
            return true;
        }
        var waiter = new Future(EventLoop.Running);
        _waiters.AddLast(waiter);
        try
        {
            try
            {
                await (Any)waiter;
            }
            finally
            {
                _waiters.Remove(waiter);
            }
        }
        catch (CancelledError)
        {
            if (waiter is { IsDone: true, IsCancelled: false })
                _value++;
            throw;
        }
        finally
        {
            while (_value > 0 && WakeNext())
            {
            }
        }
        return true;
    }

    private void Release()
    {
        if (_isBounded && _value >= _bound)
            throw new ValueError("BoundedSemaphore released too many times");
        _value++;
        WakeNext();
    }

    private bool WakeNext()
    {
        foreach (var waiter in _waiters)
        {
            if (waiter.IsDone)
                continue;
            _value--;
            waiter.SetResult(true);
            return true;
        }
        return false;
    }
}

/// <summary><c>asyncio.Condition</c>.</summary>
internal sealed class AsyncCondition(AsyncLock inner) : PyObject
{
    public static readonly PyType Type = CreateType();

    private readonly LinkedList<Future> _waiters = new();

    public override PyType Class => Type;

    private AsyncLock Inner => inner;

    private static AsyncCondition Self(Any o) => (AsyncCondition)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Condition", module: "asyncio.locks");
        type.New("cls, lock=None", static a => new AsyncCondition(a[1].Ref as AsyncLock ?? new AsyncLock()));
        return type
            .Method("locked", static self => Self(self).Inner.IsLocked)
            .Method("acquire", static self => Coroutine.Of("acquire", "Lock.acquire", () => Self(self).Inner.Acquire()))
            .Method("release", static self =>
            {
                Self(self).Inner.Release();
                return Any.None;
            })
            .Method("wait", static self => Coroutine.Of("wait", "Condition.wait", () => Self(self).Wait()))
            .Method("wait_for", "self, predicate, /", static (self, predicate) => Coroutine.Of("wait_for", "Condition.wait_for", async () =>
            {
                var result = predicate.Call();
                while (!result.Truth)
                {
                    await Self(self).Wait();
                    result = predicate.Call();
                }
                return result;
            }))
            .Method("notify", "self, n=1", static (self, n) => Self(self).Notify((long)Operators.Index(n)))
            .Method("notify_all", static self => Self(self).Notify(long.MaxValue))
            .Method("__aenter__", static self => Coroutine.Of("__aenter__", "_ContextManagerMixin.__aenter__", async () =>
            {
                await Self(self).Inner.Acquire();
                return Any.None;
            }))
            .Method("__aexit__", "self, et, exc, tb, /", static a => Coroutine.Of("__aexit__", "_ContextManagerMixin.__aexit__", async () =>
            {
                Self(a[0]).Inner.Release();
                return Any.None;
            }));
    }

    private async Coro<Any> Wait()
    {
        if (!inner.IsLocked)
            throw new RuntimeError("cannot wait on un-acquired lock");
        var waiter = new Future(EventLoop.Running);
        inner.Release();
        CancelledError? cancelled = null;
        try
        {
            _waiters.AddLast(waiter);
            try
            {
                await (Any)waiter;
                return true;
            }
            finally
            {
                _waiters.Remove(waiter);
            }
        }
        finally
        {
            while (true)
            {
                try
                {
                    await inner.Acquire();
                    break;
                }
                catch (CancelledError error)
                {
                    cancelled = error;
                }
            }
            if (cancelled is not null)
                throw cancelled;
        }
    }

    private Any Notify(long count)
    {
        if (!inner.IsLocked)
            throw new RuntimeError("cannot notify on un-acquired lock");
        foreach (var waiter in _waiters)
        {
            if (count <= 0)
                break;
            if (waiter.IsDone)
                continue;
            count--;
            waiter.SetResult(false);
        }
        return Any.None;
    }
}
