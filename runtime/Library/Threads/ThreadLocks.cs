using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Threads that wait for something: each wakes when it is its turn, and looks again.</summary>
internal sealed class WaitingThreads
{
    private readonly LinkedList<ManualResetEvent> _waiters = new();

    public int Count => _waiters.Count;

    /// <summary>Waits until a condition holds; false when the time has passed.</summary>
    public bool WaitUntil(Func<bool> condition, double? seconds)
    {
        if (condition())
            return true;
        var until = seconds is { } s ? VirtualClock.Seconds + s : 0;
        using var turn = new ManualResetEvent(false);
        var node = _waiters.AddLast(turn);
        try
        {
            while (true)
            {
                var left = seconds is null ? (double?)null : until - VirtualClock.Seconds;
                if (left <= 0)
                    return false;
                var woken = Gil.Wait(turn, left);
                if (condition())
                    return true;
                if (!woken)
                    return false;
                turn.Reset();
                _waiters.Remove(node);
                _waiters.AddFirst(node);
            }
        }
        finally
        {
            _waiters.Remove(node);
        }
    }

    /// <summary>Waits until it is woken; false when the time has passed.</summary>
    public bool Wait(double? seconds)
    {
        using var turn = new ManualResetEvent(false);
        var node = _waiters.AddLast(turn);
        try
        {
            return Gil.Wait(turn, seconds);
        }
        finally
        {
            if (node.List is not null)
                _waiters.Remove(node);
        }
    }

    /// <summary>Wakes the first ones, and takes them off the list.</summary>
    public void Wake(long count)
    {
        for (; count > 0 && _waiters.First is { } node; count--)
        {
            _waiters.RemoveFirst();
            node.Value.Set();
        }
    }

    /// <summary>Wakes the first one that still sleeps, which stays on the list until it goes on.</summary>
    public void Nudge() => _waiters.FirstOrDefault(static w => !w.WaitOne(0))?.Set();

    public void NudgeAll()
    {
        foreach (var waiter in _waiters)
            waiter.Set();
    }
}

/// <summary>How long Python code says to wait.</summary>
internal static class TimeLimit
{
    public const double Max = 9223372036.0;

    /// <summary>The arguments <c>blocking</c> and <c>timeout</c> of acquire.</summary>
    public static double? Of(Any blocking, Any timeout)
    {
        var seconds = timeout.IsNone ? -1 : Lib.Real(timeout);
        if (!blocking.Truth)
            return seconds == -1 ? 0 : throw new ValueError("can't specify a timeout for a non-blocking call");
        if (seconds < 0 && seconds != -1)
            throw new ValueError("timeout value must be a non-negative number");
        if (seconds > Max)
            throw new OverflowError("timeout value is too large");
        return seconds == -1 ? null : seconds;
    }

    public static double? Optional(Any timeout) => timeout.IsNone ? null : Math.Max(0, Lib.Real(timeout));
}

/// <summary><c>threading.Lock</c>.</summary>
internal sealed class ThreadLock : PyObject
{
    public static readonly PyType Type = CreateType();

    private readonly WaitingThreads _waiters = new();

    public override PyType Class => Type;

    public bool IsLocked { get; private set; }

    private static ThreadLock Self(Any o) => (ThreadLock)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("lock", module: "_thread");
        type.IsFinal = true;
        type.New("cls", static _ => new ThreadLock());
        return type
            .Method("acquire", "self, blocking=True, timeout=-1", static (self, blocking, timeout) => Self(self).Acquire(TimeLimit.Of(blocking, timeout)))
            .Action("release", static self => Self(self).Release())
            .Method("locked", static self => Self(self).IsLocked)
            .Method("__enter__", static self => Self(self).Acquire(null))
            .Action("__exit__", "self, /, *args", static a => Self(a[0]).Release())
            .Method("__repr__", static self => $"<{(Self(self).IsLocked ? "locked" : "unlocked")} _thread.lock object at {Operators.Address(self.Ref!)}>");
    }

    public bool Acquire(double? seconds)
    {
        Gil.Check();
        if (!_waiters.WaitUntil(() => !IsLocked, seconds))
            return false;
        IsLocked = true;
        return true;
    }

    public void Release()
    {
        if (!IsLocked)
            throw new RuntimeError("release unlocked lock");
        IsLocked = false;
        _waiters.Nudge();
    }
}

/// <summary><c>threading.RLock</c>.</summary>
internal sealed class ThreadRLock : PyObject
{
    public static readonly PyType Type = CreateType();

    private readonly WaitingThreads _waiters = new();
    private PyThread? _owner;
    private int _count;

    public override PyType Class => Type;

    public bool IsOwned => ReferenceEquals(_owner, Threads.Current);

    private static ThreadRLock Self(Any o) => (ThreadRLock)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("RLock", module: "_thread");
        type.New("cls", static _ => new ThreadRLock());
        return type
            .Method("acquire", "self, blocking=True, timeout=-1", static (self, blocking, timeout) => Self(self).Acquire(TimeLimit.Of(blocking, timeout)))
            .Action("release", static self => Self(self).Release())
            .Method("_is_owned", static self => Self(self).IsOwned)
            .Method("__enter__", static self => Self(self).Acquire(null))
            .Action("__exit__", "self, /, *args", static a => Self(a[0]).Release())
            .Method("__repr__", static self => $"<{(Self(self)._count > 0 ? "locked" : "unlocked")} _thread.RLock object owner={Self(self)._owner?.Ident ?? 0} count={Self(self)._count} at {Operators.Address(self.Ref!)}>");
    }

    public bool Acquire(double? seconds)
    {
        Gil.Check();
        if (!IsOwned && !_waiters.WaitUntil(() => _owner is null, seconds))
            return false;
        _owner = Threads.Current;
        _count++;
        return true;
    }

    public void Release()
    {
        if (!IsOwned)
            throw new RuntimeError("cannot release un-acquired lock");
        if (--_count > 0)
            return;
        _owner = null;
        _waiters.Nudge();
    }

    /// <summary>Gives it up, however often it was acquired.</summary>
    public int ReleaseAll()
    {
        var count = _count;
        (_count, _owner) = (0, null);
        _waiters.Nudge();
        return count;
    }

    public void Restore(int count)
    {
        Acquire(null);
        _count = count;
    }
}
