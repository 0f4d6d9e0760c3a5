using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Waiting for several things, or not for ever. See <see href="https://docs.python.org/3.13/library/asyncio-task.html">coroutines and tasks</see>.</summary>
public static partial class AsyncIO
{
    /// <summary><c>asyncio.wait_for(awaitable, timeout)</c>.</summary>
    internal static async Coro<Any> WaitFor(Any awaitable, Any timeout)
    {
        if (!timeout.IsNone && Seconds(timeout) <= 0)
        {
            var future = EnsureFuture(awaitable);
            if (future.IsDone)
                return future.GetResult();
            await CancelAndWait(future);
            try
            {
                return future.GetResult();
            }
            catch (CancelledError error)
            {
                throw new TimeoutError { Cause = error, Context = error, SuppressContext = true };
            }
        }
        var limit = new Timeout(timeout.IsNone ? null : EventLoop.Running.Time + Seconds(timeout));
        limit.Enter();
        try
        {
            var result = await awaitable;
            limit.Exit(null);
            return result;
        }
        catch (BaseException error)
        {
            if (limit.Exit(error) is { } replaced)
                throw replaced;
            throw;
        }
    }

    private static async Coro<Any> CancelAndWait(Future future)
    {
        var loop = EventLoop.Running;
        var waiter = new Future(loop);
        future.AddCallback(_ => waiter.TrySetResult(Any.None));
        future.Cancel(Any.None);
        return await (Any)waiter;
    }

    /// <summary><c>asyncio.wait(aws, timeout=timeout, return_when=when)</c>.</summary>
    internal static async Coro<Any> Wait(Any awaitables, Any timeout, string when)
    {
        if (awaitables.Ref is Future or Coroutine)
            throw new TypeError($"expect a list of futures, not {PyType.Of(awaitables).Name}");
        var futures = new List<Future>();
        foreach (var item in awaitables)
        {
            if (item.Ref is Coroutine)
                throw new TypeError("Passing coroutines is forbidden, use tasks explicitly.");
            futures.Add(EnsureFuture(item));
        }
        if (futures.Count == 0)
            throw new ValueError("Set of Tasks/Futures is empty.");
        var loop = EventLoop.Running;
        var waiter = new Future(loop);
        var left = futures.Count(f => !f.IsDone);
        Action<Future> done = future =>
        {
            left--;
            if (left <= 0 || when == "FIRST_COMPLETED" || (when == "FIRST_EXCEPTION" && !future.IsCancelled && future.HasError))
                waiter.TrySetResult(Any.None);
        };
        var ready = left == 0 || (when == "FIRST_COMPLETED" && left < futures.Count) || (when == "FIRST_EXCEPTION" && futures.Exists(f => f is { IsDone: true, IsCancelled: false, HasError: true }));
        if (!ready)
        {
            var timer = timeout.IsNone ? null : loop.CallLater(Seconds(timeout), () => waiter.TrySetResult(Any.None));
            foreach (var future in futures)
                future.AddCallback(done);
            try
            {
                await (Any)waiter;
            }
            finally
            {
                timer?.Cancel();
                foreach (var future in futures)
                    future.RemoveCallback(done);
            }
        }
        return PyTuple.Of(new PySet<Any>(futures.Where(f => f.IsDone).Select(f => (Any)f)), new PySet<Any>(futures.Where(f => !f.IsDone).Select(f => (Any)f)));
    }

    /// <summary><c>asyncio.shield(awaitable)</c>.</summary>
    internal static Any Shield(Any awaitable)
    {
        var inner = EnsureFuture(awaitable);
        if (inner.IsDone)
            return inner;
        var outer = new Future(inner.Loop);
        inner.AddCallback(f =>
        {
            if (outer.IsCancelled)
            {
                if (!f.IsCancelled)
                    _ = f.Error;
            }
            else if (f.IsCancelled)
            {
                outer.Cancel(Any.None);
            }
            else if (f.Error is { } error)
            {
                outer.SetException(error);
            }
            else
            {
                outer.SetResult(f.GetResult());
            }
        });
        return outer;
    }

    /// <summary><c>asyncio.as_completed(aws, timeout=timeout)</c>.</summary>
    internal static Any AsCompleted(Any awaitables, Any timeout)
    {
        var futures = Operators.ToList(awaitables).Select(a => EnsureFuture(a)).Distinct().ToList();
        var loop = CurrentOrNewLoop();
        var done = new AsyncQueue(0, QueueKind.Fifo);
        var left = futures.Count;
        foreach (var future in futures)
            future.AddCallback(f => done.PutNow(f));
        if (!timeout.IsNone)
            loop.CallLater(Seconds(timeout), () =>
            {
                for (; left > 0; left--)
                    done.PutNow(Any.None);
            });
        return new SequenceOf(PyIterator.DeclareType("_AsCompletedIterator", "asyncio.tasks"), Items());

        IEnumerable<Any> Items()
        {
            for (var i = 0; i < futures.Count; i++)
                yield return Coroutine.Of("_wait_for_one", "_AsCompletedIterator._wait_for_one", Next);
        }

        async Coro<Any> Next()
        {
            var future = await done.Get();
            left--;
            return future.IsNone ? throw new TimeoutError() : ((Future)future.Ref!).GetResult();
        }
    }
}

/// <summary><c>asyncio.timeout()</c>. See <see href="https://docs.python.org/3.13/library/asyncio-task.html#timeouts">timeouts</see>.</summary>
internal sealed class Timeout(double? when) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("Timeout", module: "asyncio.timeouts")
        .Method("when", static self => Self(self)._when is { } w ? w : Any.None)
        .Method("expired", static self => Self(self)._expired)
        .Method("reschedule", "self, when, /", static (self, when) =>
        {
            Self(self).Reschedule(when.IsNone ? null : AsyncIO.Seconds(when));
            return Any.None;
        })
        .Method("__aenter__", static self => Coroutine.Of("__aenter__", "Timeout.__aenter__", async () =>
        {
            Self(self).Enter();
            return self;
        }))
        .Method("__aexit__", "self, exc_type, exc, tb, /", static a => Coroutine.Of("__aexit__", "Timeout.__aexit__", async () =>
        {
            if (Self(a[0]).Exit(a[2].Ref as BaseException) is { } error)
                throw error;
            return Any.None;
        }));

    private double? _when = when;
    private bool _expired;
    private bool _expiring;
    private Handle? _handle;
    private PyTask? _task;
    private int _cancelling;

    public override PyType Class => Type;

    private static Timeout Self(Any o) => (Timeout)o.Ref!;

    public void Enter()
    {
        _task = EventLoop.Running.CurrentTask ?? throw new RuntimeError("Timeout should be used inside a task");
        _cancelling = _task.CancelRequests;
        Reschedule(_when);
    }

    private void Reschedule(double? when)
    {
        _when = when;
        _handle?.Cancel();
        _handle = null;
        if (when is not { } time || _task is null)
            return;
        var loop = EventLoop.Running;
        _handle = time <= loop.Time ? loop.CallSoon(Expire) : loop.CallAt(time, Expire);
    }

    private void Expire()
    {
        _task!.Cancel(Any.None);
        _expiring = true;
        _handle = null;
    }

    /// <summary>Leaves; gives TimeoutError in place of the cancellation that the timeout made.</summary>
    public BaseException? Exit(BaseException? error)
    {
        _handle?.Cancel();
        _handle = null;
        if (!_expiring)
            return null;
        _expired = true;
        if (_task!.Uncancel() > _cancelling || error is null)
            return null;
        if (error is CancelledError)
            return new TimeoutError { Cause = error, Context = error, SuppressContext = true };
        for (var e = error; e is not null; e = e.Context)
            if (e.Context is CancelledError)
                return null;
        return null;
    }
}
