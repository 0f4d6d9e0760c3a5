using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>Functions of C# that other threads run for a coroutine. See <see href="https://docs.python.org/3.13/library/asyncio-task.html#running-in-threads">running in threads</see>.</summary>
public static partial class AsyncIO
{
    /// <summary><c>asyncio.to_thread(function)</c>.</summary>
    public static Coroutine<T> ToThread<T>(Func<T> function) => Coroutine.Of("to_thread", "to_thread", async () =>
    {
        var context = PyContext.Current.Copy();
        return Generic.FromAny<T>(await (Any)Executors.RunIn(EventLoop.Running, Any.None, () => context.Run(() => Generic.ToAny(function()))));
    });

    /// <summary><c>asyncio.to_thread(function, ...)</c>.</summary>
    public static Coroutine<T> ToThread<T1, T>(Func<T1, T> function, T1 first) => ToThread(() => function(first));

    /// <inheritdoc cref="ToThread{T1, T}"/>
    public static Coroutine<T> ToThread<T1, T2, T>(Func<T1, T2, T> function, T1 first, T2 second) => ToThread(() => function(first, second));

    /// <inheritdoc cref="ToThread{T1, T}"/>
    public static Coroutine<T> ToThread<T1, T2, T3, T>(Func<T1, T2, T3, T> function, T1 first, T2 second, T3 third) => ToThread(() => function(first, second, third));

    /// <summary><c>asyncio.get_running_loop()</c>.</summary>
    /// <exception cref="RuntimeError">No loop runs on this thread.</exception>
    public static EventLoop GetRunningLoop() => EventLoop.Running;

    /// <summary><c>asyncio.get_event_loop()</c>.</summary>
    /// <exception cref="RuntimeError">There is no loop on this thread.</exception>
    public static EventLoop GetEventLoop() => Policies.Current().As<EventLoop>();

    /// <summary><c>asyncio.new_event_loop()</c>.</summary>
    public static EventLoop NewEventLoop() => Policies.NewLoop().As<EventLoop>();

    /// <summary><c>asyncio.current_task()</c>; null where code runs that is not a task's.</summary>
    /// <exception cref="RuntimeError">No loop runs on this thread.</exception>
    public static PyTask? CurrentTask() => CurrentTask(Any.None).Ref as PyTask;

    /// <summary><c>asyncio.as_completed(awaitables)</c>: a coroutine of each, in the order in which they are done.</summary>
    public static IEnumerable<Coroutine<T>> AsCompleted<T>(IEnumerable<IAwaitable<T>> awaitables, Any? timeout = null)
        => Each(Completions(awaitables, timeout), static all => Coroutine.Of("_wait_for_one", "_AsCompletedIterator._wait_for_one", async () => Generic.FromAny<T>(await all.WaitForOne(true))));

    private static IEnumerable<T> Each<T>(AsCompleted all, Func<AsCompleted, T> next)
    {
        while (all.HandOut())
            yield return next(all);
    }

    /// <summary><c>async for task in asyncio.as_completed(tasks)</c>.</summary>
    public static IAsyncEnumerable<PyTask<T>> EachCompleted<T>(IEnumerable<IAwaitable<T>> awaitables, Any? timeout = null) => EachTask<T>(Completions(awaitables, timeout));

    private static async IAsyncEnumerable<PyTask<T>> EachTask<T>(AsCompleted all)
    {
        while (all.HandOut())
            yield return (PyTask<T>)(await all.WaitForOne(false)).Ref!;
    }

    private static AsCompleted Completions<T>(IEnumerable<IAwaitable<T>> awaitables, Any? timeout) => new(new PyList<Any>(awaitables.Select(static a => a.Self)), timeout ?? Any.None);
}
