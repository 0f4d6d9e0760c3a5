using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>The module <c>asyncio</c>.</summary>
public static partial class AsyncIO
{
    internal static PyModule Build()
    {
        var module = new PyModule("asyncio");
        foreach (var type in (PyType[])[FutureType.Type, TaskType.Type, TaskGroup.Type, AsyncQueue.Type, AsyncLifoQueue.Type, AsyncPriorityQueue.Type, AsyncEvent.Type, AsyncLock.Type,
            AsyncSemaphore.Type, AsyncBoundedSemaphore.Type, AsyncCondition.Type, AsyncBarrier.Type, Timeout.Type, Runner.Type, Handle.Type, TimerHandle.Type,
            CancelledError.Type, InvalidStateError.Type, QueueEmpty.Type, QueueFull.Type, QueueShutDown.Type, BrokenBarrierError.Type, IncompleteReadError.Type,
            LimitOverrunError.Type, SendfileNotAvailableError.Type, EventLoopType.Abstract, EventLoopType.Base, Policies.Abstract])
            module.Type(type);
        module.Value("TimeoutError", TimeoutError.Type)
            .Value("SelectorEventLoop", EventLoopType.Type).Value("EventLoop", EventLoopType.Type).Value("DefaultEventLoopPolicy", Policies.Type)
            .Value("FIRST_COMPLETED", "FIRST_COMPLETED").Value("FIRST_EXCEPTION", "FIRST_EXCEPTION").Value("ALL_COMPLETED", "ALL_COMPLETED");
        foreach (var watcher in ChildWatcher.All)
            module.Type(watcher);
        Tasks(module);
        Waits(module);
        Loops(module);
        Streams.Declare(module);
        AsyncProcess.Declare(module);
        foreach (var part in (string[])["exceptions", "events", "tasks", "futures", "locks", "queues", "timeouts", "taskgroups", "runners", "base_events", "base_tasks", "base_futures", "coroutines",
            "streams", "protocols", "transports", "constants", "log", "selector_events", "unix_events", "threads", "base_subprocess", "staggered", "trsock", "proactor_events"])
            if (!Modules.Loaded.ContainsKey("asyncio." + part) && !module.Namespace.ContainsKey(part))
            {
                var built = Part(module, part);
                module.Value(part, built);
                Modules.Loaded["asyncio." + part] = built;
            }
        module.Package();
        return module;
    }

    private static void Tasks(PyModule module) => module
        .Python("run", "main, *, debug=None, loop_factory=None", static a => Runner.RunOnce(a[0], a[1], a[2]))
        .Python("create_task", "coro, *, name=None, context=None", static a => CreateTask(EventLoop.Running, a[0], a[1], a[2]))
        .Python("ensure_future", "coro_or_future, *, loop=None", static a => IsFuture(a[0]) && a[0].Ref is not Future ? a[0] : EnsureFuture(a[0], a[1].IsNone ? null : LoopOf(a[1])))
        .Python("wrap_future", "future, *, loop=None", static a => IsFuture(a[0]) ? a[0] : ThreadFuture.Wrap(a[0], LoopOf(a[1])))
        .Python("current_task", "loop=None", static a => CurrentTask(a[0]))
        .Python("all_tasks", "loop=None", static a => AllTasks(a[0]))
        .Python("iscoroutine", "obj", static (Any[] a) => IsCoroutine(a[0]))
        .Python("isfuture", "obj", static (Any[] a) => IsFuture(a[0]))
        .Python("iscoroutinefunction", "func", static (Any[] a) => IsCoroutineFunction(a[0]))
        .Python("run_coroutine_threadsafe", "coro, loop", static a => ThreadFuture.Submit(a[0], LoopOf(a[1])))
        .AsyncFunction("to_thread", "func, /, *args, **kwargs", static async a =>
        {
            var context = PyContext.Current.Copy();
            return await (Any)Executors.RunIn(EventLoop.Running, Any.None, () => context.Run(() => a[0].Call(new Arguments { new Star(a[1]), new StarStar(a[2]) })));
        })
        .Python("create_eager_task_factory", "custom_task_constructor", static a => EagerFactory(a[0]))
        .Value("eager_task_factory", EagerFactory(TaskType.Type));

    private static PyFunction EagerFactory(Any constructor)
        => new("create_eager_task_factory.<locals>.factory", "loop, coro, *, name=None, context=None", (Any[] a) =>
            constructor.Call(new Arguments { a[1], { "loop", a[0] }, { "name", a[2] }, { "context", a[3] }, { "eager_start", true } })) { Module = "asyncio.tasks" };

    private static void Waits(PyModule module) => module
        .AsyncFunction("sleep", "delay, result=None", static a => Sleep(a[0], a[1]))
        .Python("gather", "*coros_or_futures, return_exceptions=False", static a => GatherFuture(null, ((PyTuple)a[0].Ref!).ToArray(), a[1].Truth))
        .AsyncFunction("wait", "fs, *, timeout=None, return_when='ALL_COMPLETED'", static a => Wait(a[0], a[1], a[2]))
        .AsyncFunction("wait_for", "fut, timeout", static a => WaitFor(a[0], a[1]))
        .Python("shield", "arg", static a => Shield(a[0]))
        .Python("timeout", "delay", static a => TimeoutAfter(a[0]))
        .Python("timeout_at", "when", static a => TimeoutAt(a[0]))
        .Python("as_completed", "fs, *, timeout=None", static a => new AsCompleted(a[0], a[1]));

    private static void Loops(PyModule module) => module
        .Python("get_running_loop", "", static _ => EventLoop.Running)
        .Python("_get_running_loop", "", static _ => ThreadState.Current.Loop)
        .Python("_set_running_loop", "loop", static a =>
        {
            ThreadState.Current.Loop = a[0].Ref as EventLoop;
            return Any.None;
        })
        .Python("get_event_loop", "", static _ => Policies.Current())
        .Python("new_event_loop", "", static _ => Policies.NewLoop())
        .Python("set_event_loop", "loop", static a =>
        {
            Policies.SetLoop(a[0]);
            return Any.None;
        })
        .Python("get_event_loop_policy", "", static _ => Policies.Policy)
        .Python("get_child_watcher", "", static _ => Policies.Policy.Invoke("get_child_watcher"))
        .Python("set_child_watcher", "watcher", static a => Policies.Policy.Invoke("set_child_watcher", a[0]))
        .Python("set_event_loop_policy", "policy", static a =>
        {
            Policies.Policy = a[0];
            return Any.None;
        });

    /// <summary>A function that Python's library defines in Python.</summary>
    internal static PyModule Python(this PyModule module, string name, string signature, Func<Any[], Any> body, params Any[] defaults)
        => module.Value(name, new PyFunction(name, signature, body, defaults) { Module = module.Name });
}
