using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The functions of <see href="https://docs.python.org/3.13/library/asyncio.html">asyncio</see> as C# methods.</summary>
public static partial class AsyncIO
{
    internal static double Seconds(Any value)
        => Numeric.TryFloat(PyValueInstance.Unwrap(value), out var seconds) ? seconds : throw new TypeError($"'{PyType.Of(value).Name}' object cannot be interpreted as a number of seconds");

    /// <summary><c>asyncio.run(main)</c>.</summary>
    /// <exception cref="RuntimeError">A loop is running already.</exception>
    public static Any Run(Any main)
    {
        if (ThreadState.Current.Loop is not null)
            throw new RuntimeError("asyncio.run() cannot be called from a running event loop");
        if (main.Ref is not Coroutine && !IsAwaitable(main))
            throw new ValueError($"a coroutine was expected, got {Operators.Repr(main)}");
        if (main.Ref is Future)
            throw new ValueError($"a coroutine was expected, got {Operators.Repr(main)}");
        var loop = new EventLoop();
        try
        {
            return loop.RunUntilComplete(main);
        }
        finally
        {
            Shutdown(loop);
        }
    }

    internal static bool IsAwaitable(Any value) => value.Ref is Coroutine or Future or IAwaitable || (value.Ref is IPyObject o && !o.Class.Lookup("__await__").IsUnbound);

    /// <summary>Cancels what still runs, closes generators, reports what nobody looked at.</summary>
    internal static void Shutdown(EventLoop loop)
    {
        var left = AllTasks(loop).ToArray();
        if (left.Length > 0)
        {
            foreach (var task in left)
                task.Cancel(Any.None);
            loop.RunUntilComplete(Coroutine.Of("gather", "gather", () => GatherAll(loop, left)));
            foreach (var task in left)
                if (!task.IsCancelled && task.Error is { } error)
                    loop.CallExceptionHandler("unhandled exception during asyncio.run() shutdown", error, $"task: {task.Describe()}\n");
        }
        loop.RunUntilComplete(Coroutine.Of("shutdown", "shutdown", loop.ShutdownGenerators));
        Unretrieved.Report(loop);
        NeverAwaited.Report();
        loop.Close();
    }

    private static async Coro<Any> GatherAll(EventLoop loop, PyTask[] tasks) => await (Any)GatherFuture(loop, [.. tasks.Select(t => (Any)t)], true);

    internal static IEnumerable<PyTask> AllTasks(EventLoop loop)
        => loop.Tasks.Select(static r => r.TryGetTarget(out var t) ? t : null).Where(t => t is not null && !t.IsDone && t.Loop == loop).Select(t => t!);

    internal static EventLoop CurrentOrNewLoop() => ThreadState.Current.Loop ?? (t_policyLoop ??= new EventLoop());

    [ThreadStatic]
    private static EventLoop? t_policyLoop;

    internal static void SetPolicyLoop(EventLoop? loop) => t_policyLoop = loop;

    /// <summary><c>asyncio.create_task(coro, name=name)</c>.</summary>
    public static Any CreateTask(Any coro, Any? name = null)
    {
        var loop = EventLoop.Running;
        if (!loop.TaskFactory.IsNone)
            return loop.TaskFactory.Call(loop, coro);
        return new PyTask(coro, loop, name is { IsNone: false } given ? Operators.Str(given) : null);
    }

    /// <summary>A future for anything awaitable: <c>asyncio.ensure_future</c>.</summary>
    /// <exception cref="TypeError">The value cannot be awaited.</exception>
    internal static Future EnsureFuture(Any value, EventLoop? loop = null)
    {
        if (value.Ref is Future future)
            return loop is null || future.Loop == loop ? future : throw new ValueError("The future belongs to a different loop than the one specified as the loop argument");
        loop ??= EventLoop.Running;
        if (value.Ref is Coroutine)
            return new PyTask(value, loop);
        if (!IsAwaitable(value))
            throw new TypeError("An asyncio.Future, a coroutine or an awaitable is required");
        return new PyTask(Coroutine.Of("_wrap_awaitable", "_wrap_awaitable", async () => await value), loop);
    }

    /// <summary><c>asyncio.sleep(delay, result)</c>.</summary>
    public static async Coro<Any> Sleep(Any delay, Any? result = null)
    {
        var seconds = Seconds(delay);
        if (seconds <= 0)
        {
            await new LeafYield(Any.None);
            return result ?? Any.None;
        }
        if (double.IsNaN(seconds))
            throw new ValueError("Invalid delay: NaN (not a number)");
        var loop = EventLoop.Running;
        var future = new Future(loop);
        var handle = loop.CallLater(seconds, () => future.TrySetResult(Any.None));
        try
        {
            await (Any)future;
        }
        finally
        {
            handle.Cancel();
        }
        return result ?? Any.None;
    }

    /// <summary><c>asyncio.gather(*awaitables)</c>.</summary>
    public static Any Gather(params ReadOnlySpan<Any> awaitables)
        => GatherFuture(awaitables.Length == 0 ? CurrentOrNewLoop() : null, awaitables.ToArray(), false);

    private sealed class GatheringFuture(EventLoop loop, List<Future> children) : Future(loop)
    {
        public bool WasCancelled { get; private set; }

        public override bool Cancel(Any message)
        {
            if (IsDone)
                return false;
            var any = false;
            foreach (var child in children)
                any |= child.Cancel(message);
            if (any)
            {
                WasCancelled = true;
                CancelMessage = message;
            }
            return any;
        }

        internal override string Describe() => $"<_GatheringFuture {Outcome()}>";
    }

    internal static Future GatherFuture(EventLoop? loop, Any[] awaitables, bool returnExceptions)
    {
        if (awaitables.Length == 0)
        {
            var empty = new Future(loop!);
            empty.SetResult(new PyList<Any>());
            return empty;
        }
        var known = new Dictionary<object, Future>(ReferenceEqualityComparer.Instance);
        var children = new List<Future>();
        var unique = new List<Future>();
        foreach (var awaitable in awaitables)
        {
            if (!known.TryGetValue(awaitable.Ref!, out var child))
            {
                child = EnsureFuture(awaitable, loop);
                loop ??= child.Loop;
                known[awaitable.Ref!] = child;
                unique.Add(child);
            }
            children.Add(child);
        }
        var outer = new GatheringFuture(loop!, children);
        var finished = 0;
        foreach (var child in unique)
            child.AddCallback(Done);
        return outer;

        void Done(Future future)
        {
            finished++;
            if (outer.IsDone)
            {
                if (!future.IsCancelled)
                    _ = future.Error;
                return;
            }
            if (!returnExceptions)
            {
                if (future.IsCancelled)
                {
                    outer.SetException(future.MakeCancelledError());
                    return;
                }
                if (future.Error is { } error)
                {
                    outer.SetException(error);
                    return;
                }
            }
            if (finished < unique.Count)
                return;
            var results = new PyList<Any>();
            foreach (var child in children)
                results.Append(child.IsCancelled ? new CancelledError(child.CancelMessage.IsNone ? [] : [child.CancelMessage]) : child.Error is { } failure ? failure : child.GetResult());
            if (outer.WasCancelled)
                outer.SetException(outer.MakeCancelledError());
            else
                outer.SetResult(results);
        }
    }

    /// <summary>Runs a function on a thread of the pool; Python code runs one thread at a time.</summary>
    internal static Future InThread(EventLoop loop, Func<Any> function)
    {
        var future = new Future(loop);
        var context = PyContext.Current.Copy();
        ThreadPool.UnsafeQueueUserWorkItem(_ =>
        {
            Any result = default;
            BaseException? error = null;
            var outer = PyContext.Current;
            PyContext.Current = context;
            try
            {
                result = function();
            }
            catch (BaseException e)
            {
                error = e;
            }
            finally
            {
                PyContext.Current = outer;
            }
            loop.CallSoonThreadsafe(() =>
            {
                if (future.IsDone)
                    return;
                if (error is null)
                    future.SetResult(result);
                else
                    future.SetException(error);
            });
        }, null);
        return future;
    }
}
