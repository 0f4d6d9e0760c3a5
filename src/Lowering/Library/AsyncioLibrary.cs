using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Library;

/// <summary>What typed code knows of <see href="https://docs.python.org/3.13/library/asyncio.html">asyncio</see>.</summary>
internal static class AsyncioLibrary
{
    /// <summary>The object of a coroutine that is not awaited at once.</summary>
    public static LibraryClass Coroutine { get; } = new LibraryClass("types", "CoroutineType", "Coroutine");

    public static LibraryClass Future => s_future;

    public static LibraryClass Task => s_task;

    /// <summary>Whether a result has a C# type of its own.</summary>
    public static bool IsResult(StaticType result) => !Bodies.CsTypes.IsAny(result);

    private static readonly LibraryClass s_future = new LibraryClass("asyncio", "Future", "Future")
        .Getter("done", "IsDone", StaticType.Bool)
        .Getter("cancelled", "IsCancelled", StaticType.Bool)
        .Method("cancel", "Cancel", "msg?!", StaticType.Bool)
        .Method("result", LibraryFunction.Read("GetResult", "", StaticType.Any) with { GivesResult = true })
        .Method("set_result", "SetResult", "result!", StaticType.None)
        .Method("add_done_callback", "AddDoneCallback", "fn!", StaticType.None);

    /// <summary>The loop of asyncio's own.</summary>
    public static LibraryClass Loop => s_loop;

    private static readonly LibraryClass s_task = new LibraryClass("asyncio", "Task", "PyTask", s_future)
        .Getter("get_name", "Name", StaticType.Str)
        .Method("set_name", "SetName", "value", StaticType.None)
        .Getter("cancelling", "Cancelling", StaticType.Int)
        .Method("uncancel", "Uncancel", "", StaticType.Int);

    private static readonly LibraryClass s_handle = new LibraryClass("asyncio", "Handle", "Handle")
        .Method("cancel", "Cancel", "", StaticType.None)
        .Getter("cancelled", "IsCancelled", StaticType.Bool);

    private static readonly LibraryClass s_timerHandle = new LibraryClass("asyncio", "TimerHandle", "TimerHandle", s_handle);

    private static readonly LibraryClass s_loop = new LibraryClass("asyncio", "AbstractEventLoop", "EventLoop")
        .Getter("time", "Time", StaticType.Float)
        .Getter("is_running", "IsRunning", StaticType.Bool)
        .Getter("is_closed", "IsClosed", StaticType.Bool)
        .Method("create_future", "CreateFuture", "", new LibraryInstance(s_future))
        .Method("create_task", LibraryFunction.Read("CreateTask", "coro!, name=, context=!", new LibraryInstance(s_task)) with { ResultOf = static r => new LibraryInstance(s_task, r) })
        .Method("run_until_complete", LibraryFunction.Read("RunUntilComplete", "future!", StaticType.Any) with { ResultOf = static r => r })
        .Method("run_in_executor", "RunInExecutor", "executor!, func!, *args!", new LibraryInstance(s_future))
        .Method("call_soon", "CallSoon", "callback!, *args!", new LibraryInstance(s_handle))
        .Method("call_soon_threadsafe", "CallSoonThreadsafe", "callback!, *args!", new LibraryInstance(s_handle))
        .Method("call_later", "CallLater", "delay, callback!, *args!", new LibraryInstance(s_timerHandle))
        .Method("call_at", "CallAt", "when, callback!, *args!", new LibraryInstance(s_timerHandle))
        .Method("stop", "Stop", "", StaticType.None)
        .Method("close", "Close", "", StaticType.None);

    private static readonly LibraryClass s_taskGroup = new LibraryClass("asyncio", "TaskGroup", "TaskGroup").New("").With(ContextStyle.GivesItself)
        .Method("create_task", LibraryFunction.Read("CreateTask", "coro!, name=, context=!", new LibraryInstance(s_task)) with { ResultOf = static r => new LibraryInstance(s_task, r) });

    private static readonly LibraryClass s_queue = new LibraryClass("asyncio", "Queue", "AsyncQueue").Holding().New("maxsize?")
        .Method("get", LibraryFunction.Read("Get", "", StaticType.Any, isCoroutine: true) with { GivesItem = true, Cold = "GetCoroutine" })
        .Async("put", "Put", "item+", StaticType.None)
        .Async("join", "Join", "", StaticType.None)
        .Method("get_nowait", LibraryFunction.Read("GetNowait", "", StaticType.Any) with { GivesItem = true })
        .Method("put_nowait", "PutNowait", "item+", StaticType.None)
        .Method("task_done", "TaskDone", "", StaticType.None)
        .Method("shutdown", "Shutdown", "immediate?", StaticType.None)
        .Method("qsize", "QSize", "", StaticType.Int)
        .Method("empty", "Empty", "", StaticType.Bool)
        .Method("full", "Full", "", StaticType.Bool)
        .Property("maxsize", "MaxSize", StaticType.Int);

    private static readonly LibraryClass s_priorityQueue = new LibraryClass("asyncio", "PriorityQueue", "AsyncPriorityQueue", s_queue).New("maxsize?");

    /// <summary>Whether an object compares its items with each other.</summary>
    public static bool Compares(LibraryClass cls) => ReferenceEquals(cls, s_priorityQueue);

    private static readonly LibraryClass s_lock = new LibraryClass("asyncio", "Lock", "AsyncLock").New("").With(ContextStyle.AcquireRelease)
        .Async("acquire", "Acquire", "", StaticType.Bool)
        .Method("release", "Release", "", StaticType.None)
        .Getter("locked", "Locked", StaticType.Bool);

    private static readonly LibraryClass s_event = new LibraryClass("asyncio", "Event", "AsyncEvent").New("")
        .Async("wait", "Wait", "", StaticType.Bool)
        .Method("set", "Set", "", StaticType.None)
        .Method("clear", "Clear", "", StaticType.None)
        .Getter("is_set", "IsSet", StaticType.Bool);

    private static readonly LibraryClass s_condition = new LibraryClass("asyncio", "Condition", "AsyncCondition").New("lock?!").With(ContextStyle.AcquireRelease)
        .Async("acquire", "Acquire", "", StaticType.Bool)
        .Async("wait", "Wait", "", StaticType.Bool)
        .Async("wait_for", "WaitFor", "predicate!", StaticType.Any)
        .Method("release", "Release", "", StaticType.None)
        .Getter("locked", "Locked", StaticType.Bool)
        .Method("notify", "Notify", "n?", StaticType.None)
        .Method("notify_all", "NotifyAll", "", StaticType.None);

    private static readonly LibraryClass s_semaphore = new LibraryClass("asyncio", "Semaphore", "AsyncSemaphore").New("value?").With(ContextStyle.AcquireRelease)
        .Async("acquire", "Acquire", "", StaticType.Bool)
        .Method("release", "Release", "", StaticType.None)
        .Getter("locked", "Locked", StaticType.Bool);

    private static readonly LibraryClass s_barrier = new LibraryClass("asyncio", "Barrier", "AsyncBarrier").New("parties")
        .Async("wait", "Wait", "", StaticType.Int)
        .Async("reset", "Reset", "", StaticType.None)
        .Async("abort", "Abort", "", StaticType.None)
        .Property("parties", "Parties", StaticType.Int)
        .Property("n_waiting", "NWaiting", StaticType.Int)
        .Property("broken", "Broken", StaticType.Bool);

    private static readonly LibraryClass s_timeout = new LibraryClass("asyncio", "Timeout", "Timeout").With(ContextStyle.Replaces)
        .Getter("when", "When", StaticType.Any)
        .Getter("expired", "Expired", StaticType.Bool)
        .Method("reschedule", "Reschedule", "when", StaticType.None);

    public static IEnumerable<LibraryClass> Classes { get; } =
    [
        s_future, s_task, s_taskGroup, s_queue,
        new LibraryClass("asyncio", "LifoQueue", "AsyncLifoQueue", s_queue).New("maxsize?"),
        s_priorityQueue,
        s_lock, s_event, s_condition, s_semaphore,
        new LibraryClass("asyncio", "BoundedSemaphore", "AsyncBoundedSemaphore", s_semaphore).New("value?").With(ContextStyle.AcquireRelease),
        s_barrier, s_timeout, s_handle, s_timerHandle, s_loop,
    ];

    public static IEnumerable<KeyValuePair<string, LibraryFunction>> Functions()
    {
        yield return Row("sleep", "AsyncIO.Sleep", "delay, result?!", StaticType.Any, isCoroutine: true);
        yield return Row("wait_for", "AsyncIO.WaitFor", "fut!, timeout", StaticType.Any, isCoroutine: true, static r => r);
        yield return Row("run", "AsyncIO.Run", "main!", StaticType.Any, resultOf: static r => r);
        yield return Row("create_task", "AsyncIO.CreateTask", "coro!, name=", new LibraryInstance(s_task), resultOf: static r => new LibraryInstance(s_task, r));
        var gather = Row("gather", "AsyncIO.Gather", "*coros_or_futures!, return_exceptions=", new LibraryInstance(s_future));
        yield return new(gather.Key, gather.Value with { IsGather = true });
        var wait = Row("wait", "AsyncIO.Wait", "fs!, timeout=, return_when=", StaticType.Any, isCoroutine: true);
        yield return new(wait.Key, wait.Value with { IsWait = true });
        foreach (var row in (KeyValuePair<string, LibraryFunction>[])[
            Row("get_running_loop", "AsyncIO.GetRunningLoop", "", new LibraryInstance(s_loop)), Row("get_event_loop", "AsyncIO.GetEventLoop", "", new LibraryInstance(s_loop)),
            Row("new_event_loop", "AsyncIO.NewEventLoop", "", new LibraryInstance(s_loop)), Row("current_task", "AsyncIO.CurrentTask", "", new OptionalType(new LibraryInstance(s_task)))])
            yield return new(row.Key, row.Value with { NeedsOwnLoop = true });
        yield return Row("shield", "AsyncIO.Shield", "arg!", new LibraryInstance(s_future), resultOf: static r => new LibraryInstance(s_future, r));
        yield return Row("timeout", "AsyncIO.TimeoutAfter", "delay", new LibraryInstance(s_timeout));
        yield return Row("timeout_at", "AsyncIO.TimeoutAt", "when", new LibraryInstance(s_timeout));
    }

    private static KeyValuePair<string, LibraryFunction> Row(string name, string csName, string parameters, StaticType result, bool isCoroutine = false, Func<StaticType, StaticType>? resultOf = null)
        => new("asyncio." + name, LibraryFunction.Read(csName, parameters, result, isCoroutine) with { ResultOf = resultOf, FullName = parameters.StartsWith('*') ? "asyncio.tasks." + name : null });
}
