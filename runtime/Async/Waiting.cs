using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Waiting for several things, or not for ever. See <see href="https://docs.python.org/3.13/library/asyncio-task.html">coroutines and tasks</see>.</summary>
public static partial class AsyncIO
{
    /// <summary><c>asyncio.FIRST_COMPLETED</c>.</summary>
    public const string FirstCompleted = "FIRST_COMPLETED";

    /// <summary><c>asyncio.FIRST_EXCEPTION</c>.</summary>
    public const string FirstException = "FIRST_EXCEPTION";

    /// <summary><c>asyncio.ALL_COMPLETED</c>.</summary>
    public const string AllCompleted = "ALL_COMPLETED";

    /// <summary><c>asyncio.wait_for(awaitable, timeout)</c>.</summary>
    /// <exception cref="TimeoutError">The time is over.</exception>
    public static async Coro<Any> WaitFor(Any awaitable, Any timeout)
    {
        if (!timeout.IsNone && timeout <= 0)
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
        var limit = new Timeout(After(timeout));
        limit.Enter();
        try
        {
            var result = await awaitable;
            limit.Leave(null);
            return result;
        }
        catch (BaseException error)
        {
            if (limit.Leave(error) is { } replaced)
                throw replaced;
            throw;
        }
    }

    /// <inheritdoc cref="WaitFor(Any, Any)"/>
    [OverloadResolutionPriority(1)]
    public static async Coro<T> WaitFor<T>(IAwaitable<T> awaitable, Any timeout) => Generic.FromAny<T>(await WaitFor(awaitable.Self, timeout));

    private static Any After(Any delay) => delay.IsNone ? delay : (Any)EventLoop.Running.Time + delay;

    private static async Coro<Any> CancelAndWait(Future future)
    {
        var waiter = new Future(EventLoop.Running);
        Action<Future> release = _ => waiter.TrySetResult(Any.None);
        future.AddCallback(release);
        try
        {
            future.Cancel();
            return await waiter;
        }
        finally
        {
            future.RemoveCallback(release);
        }
    }

    /// <summary><c>asyncio.wait(fs, timeout=timeout, return_when=when)</c>.</summary>
    internal static async Coro<Any> Wait(Any awaitables, Any timeout, Any when)
    {
        if (IsFuture(awaitables) || IsCoroutine(awaitables))
            throw new TypeError($"expect a list of futures, not {PyType.Of(awaitables).Name}");
        if (!awaitables.Truth)
            throw new ValueError("Set of Tasks/Futures is empty.");
        if (when.Ref is not ("FIRST_COMPLETED" or "FIRST_EXCEPTION" or "ALL_COMPLETED"))
            throw new ValueError($"Invalid return_when value: {Operators.Str(when)}");
        var items = new PySet<Any>(Operators.ToList(awaitables)).ToArray();
        if (items.Any(IsCoroutine))
            throw new TypeError("Passing coroutines is forbidden, use tasks explicitly.");
        var futures = items.Select(static i => i.Ref as Future ?? throw new AttributeError($"'{PyType.Of(i).Name}' object has no attribute 'add_done_callback'")).ToArray();
        var loop = EventLoop.Running;
        var waiter = new Future(loop);
        var timer = timeout.IsNone ? null : loop.CallAt(After(timeout).As<double>(), () => waiter.TrySetResult(Any.None));
        var left = futures.Length;
        Action<Future> done = future =>
        {
            left--;
            if (left > 0 && when.Ref is not "FIRST_COMPLETED" && !(when.Ref is "FIRST_EXCEPTION" && !future.IsCancelled && future.Error is not null))
                return;
            timer?.Cancel();
            waiter.TrySetResult(Any.None);
        };
        foreach (var future in futures)
            future.AddCallback(done);
        try
        {
            await waiter;
        }
        finally
        {
            timer?.Cancel();
            foreach (var future in futures)
                future.RemoveCallback(done);
        }
        return PyTuple.Of(new PySet<Any>(futures.Where(static f => f.IsDone).Select(static f => (Any)f)), new PySet<Any>(futures.Where(static f => !f.IsDone).Select(static f => (Any)f)));
    }

    /// <summary><c>asyncio.wait(tasks, timeout=timeout, return_when=when)</c>: the tasks that are done, and those that are not.</summary>
    /// <exception cref="ValueError">There are no tasks, or it is not known what is waited for.</exception>
    public static async Coro<(PySet<T> Done, PySet<T> Pending)> Wait<T>(IEnumerable<T> fs, Any? timeout = null, Any? returnWhen = null)
        where T : Future
    {
        var result = (PyTuple)(await Wait(new PyList<Any>(fs.Select(static f => (Any)f)), timeout ?? Any.None, returnWhen ?? "ALL_COMPLETED")).Ref!;
        return (Typed(result[0]), Typed(result[1]));

        static PySet<T> Typed(Any futures) => new(((PySet<Any>)futures.Ref!).Select(static f => (T)f.Ref!));
    }

    /// <summary><c>asyncio.shield(awaitable)</c>.</summary>
    public static Future Shield(Any awaitable)
    {
        var inner = EnsureFuture(awaitable);
        return inner.IsDone ? inner : Shield(inner, new Future(inner.Loop));
    }

    /// <inheritdoc cref="Shield(Any)"/>
    [OverloadResolutionPriority(1)]
    public static Future<T> Shield<T>(IAwaitable<T> awaitable)
    {
        var inner = EnsureFuture(awaitable.Self);
        var outer = new Future<T>(inner.Loop);
        if (!inner.IsDone)
            return (Future<T>)Shield(inner, outer);
        outer.CopyFrom(inner);
        return outer;
    }

    private static Future Shield(Future inner, Future outer)
    {
        Action<Future> innerDone = f =>
        {
            if (outer.IsCancelled)
                f.Retrieved();
            else if (f.IsCancelled)
                outer.Cancel();
            else if (f.Error is { } error)
                outer.SetException(error);
            else
                outer.SetResult(f.GetResult());
        };
        inner.AddCallback(innerDone);
        outer.AddCallback(_ =>
        {
            if (!inner.IsDone)
                inner.RemoveCallback(innerDone);
        });
        return outer;
    }

    /// <summary><c>asyncio.timeout(delay)</c>.</summary>
    public static Timeout TimeoutAfter(Any delay) => new(After(delay));

    /// <summary><c>asyncio.timeout_at(when)</c>.</summary>
    public static Timeout TimeoutAt(Any when) => new(when);
}
