using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The functions of <see href="https://docs.python.org/3.13/library/asyncio.html">asyncio</see> as C# methods.</summary>
public static partial class AsyncIO
{
    internal static double Seconds(Any value)
        => Numeric.TryFloat(PyValueInstance.Unwrap(value), out var seconds) ? seconds : throw new TypeError($"must be real number, not {PyType.Of(value).ErrorName}");

    /// <summary><c>asyncio.run(main)</c>.</summary>
    /// <exception cref="RuntimeError">A loop is running already.</exception>
    public static Any Run(Any main) => Runner.RunOnce(main, Any.None, Any.None);

    /// <inheritdoc cref="Run(Any)"/>
    public static T Run<T>(Coroutine<T> main) => Generic.FromAny<T>(Run((Any)main));

    internal static EventLoop LoopOf(Any loop) => loop.IsNone ? Policies.CurrentLoop()
        : loop.Ref as EventLoop ?? throw new TypeError($"an event loop is expected, got {Operators.Repr(loop)}");

    internal static string? NameOf(Any name) => name.IsNone ? null : Operators.Str(name);

    internal static bool IsAwaitable(Any value)
        => value.Ref is Coroutine or Future or IAwaitable or System.Threading.Tasks.Task || (value.Ref is IPyObject o && !o.Class.Lookup("__await__").IsUnbound);

    /// <summary>Whether a value has a coroutine's methods: <c>asyncio.iscoroutine(value)</c>.</summary>
    internal static bool IsCoroutine(Any value)
        => value.Ref is Coroutine || (value.Ref is IPyObject and not Future && PyType.Of(value) is var type
            && !type.Lookup("send").IsUnbound && !type.Lookup("throw").IsUnbound && !type.Lookup("close").IsUnbound && !type.Lookup("__await__").IsUnbound);

    internal static bool IsCoroutineFunction(Any value) => value.Ref switch
    {
        PyFunction f => f.Flavour == "coroutine" || IsMarked(value),
        BoundMethod m => IsCoroutineFunction(m.Function),
        Partial p => IsCoroutineFunction(p.Parts.Function),
        IPyObject => IsMarked(value),
        _ => false,
    };

    private static bool IsMarked(Any value) => Library.InspectRules.IsMarked(value);

    internal static bool IsFuture(Any value)
        => value.Ref is Future || (value.Ref is IPyObject and not PyType && value.Get("__class__").Ref is PyType type && !type.Lookup("_asyncio_future_blocking").IsUnbound && !Operators.GetAttr(value, "_asyncio_future_blocking", Any.None).IsNone);

    /// <summary><c>loop.create_task(coro, name=name, context=context)</c>.</summary>
    internal static Any TaskOn(EventLoop loop, Any coroutine, Any name, Any context)
    {
        if (loop.IsClosed)
            throw new RuntimeError("Event loop is closed");
        if (loop.TaskFactory.IsNone)
            return PyTask.Of(coroutine, loop, NameOf(name), context.Ref as PyContext);
        var arguments = new Arguments { loop, coroutine };
        if (!context.IsNone)
            arguments.Add("context", context);
        var task = loop.TaskFactory.Call(arguments);
        if (task.Ref is PyTask known)
            known.Name = name.IsNone ? "None" : Operators.Str(name);
        else
            task.Invoke("set_name", name);
        return task;
    }

    /// <summary><c>asyncio.create_task(coro, name=name)</c>.</summary>
    /// <exception cref="RuntimeError">No loop is running.</exception>
    public static PyTask CreateTask(Any coro, Any? name = null, Any? context = null)
        => CreateTask(EventLoop.Running, coro, name ?? Any.None, context ?? Any.None) is var made && made.Ref is PyTask task
            ? task
            : throw new TypeError($"a Task was expected, got {Operators.Repr(made)}");

    /// <inheritdoc cref="CreateTask(Any, Any?, Any?)"/>
    public static PyTask<T> CreateTask<T>(Coroutine<T> coro, Any? name = null, Any? context = null) => (PyTask<T>)CreateTask((Any)coro, name, context);

    private static Any CreateTask(EventLoop loop, Any coro, Any name, Any context)
    {
        if (!loop.Overrides("create_task"))
            return CreationTrace.Through(loop, TaskOn(loop, coro, name, context), "tasks.py", context.IsNone ? 410 : 412, "create_task");
        var arguments = new Arguments { coro, { "name", name } };
        if (!context.IsNone)
            arguments.Add("context", context);
        return ((Any)loop).Invoke("create_task", arguments);
    }

    /// <summary>A future for anything awaitable: <c>asyncio.ensure_future</c>.</summary>
    /// <exception cref="TypeError">The value cannot be awaited.</exception>
    internal static Future EnsureFuture(Any value, EventLoop? loop = null)
    {
        if (value.Ref is Future future)
            return loop is null || future.Loop == loop ? future : throw new ValueError("The future belongs to a different loop than the one specified as the loop argument");
        if (IsFuture(value))
            throw new TypeError($"a future of asyncio is required, not {PyType.Of(value).ErrorName}");
        return NewTask(value, loop).Ref as Future ?? throw new TypeError("the task factory made no future");
    }

    /// <summary>A task for anything awaitable: whatever the loop's task factory makes.</summary>
    internal static Any NewTask(Any value, EventLoop? loop)
    {
        if (!IsCoroutine(value))
            value = IsAwaitable(value) ? Wrap(value) : throw new TypeError("An asyncio.Future, a coroutine or an awaitable is required");
        loop ??= Policies.CurrentLoop();
        return CreationTrace.Through(loop, CreateTask(loop, value, Any.None, Any.None), "tasks.py", 748, "ensure_future");
    }

    private static Coroutine Wrap(Any awaitable)
        => Coroutine.Of("_wrap_awaitable", "ensure_future.<locals>._wrap_awaitable", async () => await awaitable);

    /// <summary><c>asyncio.sleep(delay, result)</c>.</summary>
    public static Coro<Any> Sleep(Any delay, Any? result = null)
        => delay.IsSmallInt && delay.Bits <= 0 && result is null && ThreadState.Current.IsPython ? new Coro<Any>(BareYield.Instance) : SleepAsync(delay, result);

    private static async Coro<Any> SleepAsync(Any delay, Any? result)
    {
        if (delay <= 0)
        {
            await new LeafYield(Any.None);
            return result ?? Any.None;
        }
        var seconds = Seconds(delay);
        if (double.IsNaN(seconds))
            throw new ValueError("Invalid delay: NaN (not a number)");
        var loop = EventLoop.Running;
        var future = new Future(loop);
        var handle = loop.EndLater(delay, seconds, future);
        try
        {
            await future;
        }
        finally
        {
            handle.Cancel();
        }
        return result ?? Any.None;
    }

    /// <summary>Chains a future to another: the result goes one way, a cancellation the other.</summary>
    internal static void Chain(Future source, Future destination)
    {
        source.AddCallback(s =>
        {
            if (!destination.IsDone)
                destination.CopyFrom(s);
        });
        destination.AddCallback(d =>
        {
            if (d.IsCancelled)
                source.Cancel();
        });
    }
}
