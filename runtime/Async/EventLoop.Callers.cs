using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>The methods of a loop that take functions of any kind, for typed code.</summary>
public sealed partial class EventLoop
{
    /// <summary><c>loop.call_soon(callback, *args)</c>.</summary>
    public Handle CallSoon(Any callback, params ReadOnlySpan<Any> args) => (Handle)Invoke("call_soon", callback, args);

    /// <summary><c>loop.call_soon_threadsafe(callback, *args)</c>.</summary>
    public Handle CallSoonThreadsafe(Any callback, params ReadOnlySpan<Any> args) => (Handle)Invoke("call_soon_threadsafe", callback, args);

    /// <summary><c>loop.call_later(delay, callback, *args)</c>.</summary>
    public TimerHandle CallLater(Any delay, Any callback, params ReadOnlySpan<Any> args) => (TimerHandle)Invoke("call_later", delay, [callback, .. args]);

    /// <summary><c>loop.call_at(when, callback, *args)</c>.</summary>
    public TimerHandle CallAt(Any when, Any callback, params ReadOnlySpan<Any> args) => (TimerHandle)Invoke("call_at", when, [callback, .. args]);

    private object Invoke(string method, Any first, ReadOnlySpan<Any> rest) => ((Any)this).Invoke(method, new Arguments { first, new Star(new PyTuple([.. rest])) }).Ref!;

    /// <summary><c>loop.create_task(coro)</c>.</summary>
    public PyTask CreateTask(Any coro, Any? name = null, Any? context = null)
    {
        var arguments = new Arguments { coro, { "name", name ?? Any.None } };
        if (context is { } given)
            arguments.Add("context", given);
        return ((Any)this).Invoke("create_task", arguments).As<PyTask>();
    }

    /// <inheritdoc cref="CreateTask(Any, Any?, Any?)"/>
    public PyTask<T> CreateTask<T>(Coroutine<T> coro, Any? name = null, Any? context = null) => (PyTask<T>)CreateTask((Any)coro, name, context);

    /// <inheritdoc cref="RunUntilComplete(Any)"/>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    public T RunUntilComplete<T>(IAwaitable<T> future) => Generic.FromAny<T>(RunUntilComplete(future.Self));

    /// <summary><c>loop.run_in_executor(executor, function, *args)</c>.</summary>
    public Future RunInExecutor(Any executor, Any function, params ReadOnlySpan<Any> args) => ((Any)this).Invoke("run_in_executor", new Arguments { executor, function, new Star(new PyTuple([.. args])) }).As<Future>();

    /// <summary><c>loop.run_in_executor(executor, function)</c>.</summary>
    public Future<T> RunInExecutor<T>(Any executor, Func<T> function)
        => (Future<T>)Executors.RunIn(this, executor, () => Generic.ToAny(function()), new Future<T>(this));

    /// <summary><c>loop.run_in_executor(executor, function, ...)</c>.</summary>
    public Future<T> RunInExecutor<T1, T>(Any executor, Func<T1, T> function, T1 first) => RunInExecutor(executor, () => function(first));

    /// <inheritdoc cref="RunInExecutor{T1, T}"/>
    public Future<T> RunInExecutor<T1, T2, T>(Any executor, Func<T1, T2, T> function, T1 first, T2 second) => RunInExecutor(executor, () => function(first, second));

    /// <inheritdoc cref="RunInExecutor{T1, T}"/>
    public Future<T> RunInExecutor<T1, T2, T3, T>(Any executor, Func<T1, T2, T3, T> function, T1 first, T2 second, T3 third) => RunInExecutor(executor, () => function(first, second, third));
}
