using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>threading.Event</c>.</summary>
internal sealed class ThreadEvent : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("Event", "threading", static () => new ThreadEvent())
        .Action("__init__", "self", static _ => { })
        .Method("is_set", static self => Self(self).Look())
        .Method("isSet", static self => Self(self).Look())
        .Action("set", static self => Self(self).Set())
        .Action("clear", static self => Self(self)._isSet = false)
        .Method("wait", "self, timeout=None", static (self, timeout) => Self(self).Wait(TimeLimit.Optional(timeout)))
        .Method("__repr__", static self => $"<{PythonClass.BaseText(self)}: {(Self(self)._isSet ? "set" : "unset")}>");

    private readonly WaitingThreads _waiters = new();
    private bool _isSet;

    private protected override PyType NativeClass => Type;

    private static ThreadEvent Self(Any o) => (ThreadEvent)o.Ref!;

    private bool Look()
    {
        Gil.Check();
        return _isSet;
    }

    public void Set()
    {
        _isSet = true;
        _waiters.Wake(long.MaxValue);
    }

    public bool Wait(double? seconds) => _isSet || _waiters.Wait(seconds) || _isSet;
}

/// <summary><c>threading.Condition</c>.</summary>
internal sealed class ThreadCondition : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("Condition", "threading", static () => new ThreadCondition())
        .Action("__init__", "self, lock=None", static a => Self(a[0])._lock = a[1].IsNone ? new ThreadRLock() : a[1])
        .Method("acquire", "self, *args, **kwargs", static (self, args, keywords) => Self(self)._lock.Invoke("acquire", new Arguments { new Star(args), new StarStar(keywords) }))
        .Method("release", static self => Self(self)._lock.Invoke("release"))
        .Method("__enter__", static self => Self(self)._lock.Invoke("__enter__"))
        .Method("__exit__", "self, *args", static (self, args) => Self(self)._lock.Invoke("__exit__", new Arguments { new Star(args) }))
        .Method("wait", "self, timeout=None", static (self, timeout) => Self(self).Wait(TimeLimit.Optional(timeout)))
        .Method("wait_for", "self, predicate, timeout=None", static (self, predicate, timeout) => Self(self).WaitFor(predicate, TimeLimit.Optional(timeout)))
        .Action("notify", "self, n=1", static a => Self(a[0]).Notify(Lib.Int(a[1])))
        .Action("notify_all", static self => Self(self).Notify(long.MaxValue))
        .Method("_is_owned", static self => Self(self).IsOwned)
        .Method("__repr__", static self => $"<Condition({Operators.Repr(Self(self)._lock)}, {Self(self)._waiters.Count})>");

    private readonly WaitingThreads _waiters = new();
    private Any _lock = new ThreadRLock();

    private protected override PyType NativeClass => Type;

    /// <summary>A condition of a lock.</summary>
    public static ThreadCondition With(ThreadLock @lock) => new() { _lock = @lock };

    /// <summary>Wakes those that wait, whoever holds the lock.</summary>
    public void Wake(long count) => _waiters.Wake(count);

    private static ThreadCondition Self(Any o) => (ThreadCondition)o.Ref!;

    private bool IsOwned => _lock.Ref switch
    {
        ThreadRLock recursive => recursive.IsOwned,
        ThreadLock plain => plain.IsLocked,
        _ => !_lock.Invoke("acquire", false).Truth,
    };

    private bool Wait(double? seconds)
    {
        if (!IsOwned)
            throw new RuntimeError("cannot wait on un-acquired lock");
        var depth = 0;
        // Nobody can notify between here and the wait: the thread holds the interpreter's lock.
        if (_lock.Ref is ThreadRLock recursive)
            depth = recursive.ReleaseAll();
        else
            _lock.Invoke("release");
        try
        {
            return _waiters.Wait(seconds);
        }
        finally
        {
            if (_lock.Ref is ThreadRLock again)
                again.Restore(depth);
            else
                _lock.Invoke("acquire");
        }
    }

    private Any WaitFor(Any predicate, double? seconds)
    {
        var until = VirtualClock.Seconds + (seconds ?? 0);
        var result = predicate.Call();
        while (!result.Truth)
        {
            var left = seconds is null ? (double?)null : until - VirtualClock.Seconds;
            if (left <= 0)
                break;
            Wait(left);
            result = predicate.Call();
        }
        return result;
    }

    private void Notify(long count)
    {
        if (!IsOwned)
            throw new RuntimeError("cannot notify on un-acquired lock");
        _waiters.Wake(count);
    }
}

/// <summary><c>threading.Semaphore</c> and <c>BoundedSemaphore</c>.</summary>
internal sealed class ThreadSemaphore(bool isBounded) : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("Semaphore", "threading", static () => new ThreadSemaphore(false))
        .Action("__init__", "self, value=1", static a => Self(a[0]).Initialise(Lib.Int(a[1])))
        .Method("acquire", "self, blocking=True, timeout=None", static (self, blocking, timeout) => Self(self).Acquire(blocking, timeout))
        .Method("__enter__", static self => Self(self).Acquire(true, Any.None))
        .Action("release", "self, n=1", static a => Self(a[0]).Release(Lib.Int(a[1])))
        .Action("__exit__", "self, t, v, tb", static a => Self(a[0]).Release(1))
        .Property("_value", static self => Self(self)._value)
        .Method("__repr__", static self => $"<{PythonClass.BaseText(self)}: value={Self(self)._value}{(Self(self).IsBounded ? $"/{Self(self)._bound}" : "")}>");

    public static readonly PyType Bounded = PythonClass.Declare("BoundedSemaphore", "threading", static () => new ThreadSemaphore(true), Type);

    private readonly WaitingThreads _waiters = new();
    private long _value = 1;
    private long _bound = 1;

    private bool IsBounded => isBounded;

    private protected override PyType NativeClass => isBounded ? Bounded : Type;

    private static ThreadSemaphore Self(Any o) => (ThreadSemaphore)o.Ref!;

    private void Initialise(long value) => _value = _bound = value >= 0 ? value : throw new ValueError("semaphore initial value must be >= 0");

    private bool Acquire(Any blocking, Any timeout)
    {
        if (!blocking.Truth && !timeout.IsNone)
            throw new ValueError("can't specify timeout for non-blocking acquire");
        Gil.Check();
        if (!_waiters.WaitUntil(() => _value > 0, blocking.Truth ? TimeLimit.Optional(timeout) : 0))
            return false;
        _value--;
        return true;
    }

    private void Release(long n)
    {
        if (n < 1)
            throw new ValueError("n must be one or more");
        if (isBounded && _value + n > _bound)
            throw new ValueError("Semaphore released too many times");
        _value += n;
        _waiters.NudgeAll();
    }
}
