using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The module <c>asyncio</c>.</summary>
public static partial class AsyncIO
{
    private static Coroutine Make(string name, Func<Coro<Any>> body) => Coroutine.Of(name, name, body);

    public static PyModule Build()
    {
        var module = new PyModule("asyncio");
        foreach (var type in (PyType[])[FutureType.Type, PyTask.Type, TaskGroup.Type, AsyncQueue.Type, AsyncQueue.Lifo, AsyncQueue.Priority, AsyncEvent.Type, AsyncLock.Type,
            AsyncSemaphore.Type, AsyncSemaphore.Bounded, AsyncCondition.Type, Timeout.Type, Handle.Type, CancelledError.Type, InvalidStateError.Type, QueueEmpty.Type, QueueFull.Type, AsyncQueue.ShutDown])
            module.Type(type);
        module.Value("TimeoutError", TimeoutError.Type).Value("AbstractEventLoop", EventLoopType.Type)
            .Value("FIRST_COMPLETED", "FIRST_COMPLETED").Value("FIRST_EXCEPTION", "FIRST_EXCEPTION").Value("ALL_COMPLETED", "ALL_COMPLETED")
            .Value("Runner", Runner.Type);
        Tasks(module);
        Loops(module);
        return module;
    }

    private static void Tasks(PyModule module) => module
        .Function("run", "main, *, debug=None, loop_factory=None", static a => Run(a[0]))
        .Function("create_task", "coro, *, name=None, context=None", static a => a[2].IsNone ? CreateTask(a[0], a[1]) : new PyTask(a[0], EventLoop.Running, a[1].IsNone ? null : Operators.Str(a[1]), a[2].Ref as PyContext))
        .Function("ensure_future", "coro_or_future, *, loop=None", static a => EnsureFuture(a[0], a[1].Ref as EventLoop))
        .Function("sleep", "delay, result=None", static a => Make("sleep", () => Sleep(a[0], a[1])))
        .Function("gather", "*coros_or_futures, return_exceptions=False", static a => ((PyTuple)a[0].Ref!).Count == 0
            ? GatherFuture(CurrentOrNewLoop(), [], false)
            : GatherFuture(null, ((PyTuple)a[0].Ref!).ToArray(), a[1].Truth))
        .Function("wait", "fs, *, timeout=None, return_when='ALL_COMPLETED'", static a => Make("wait", () => Wait(a[0], a[1], Operators.Str(a[2]))))
        .Function("wait_for", "fut, timeout", static a => Make("wait_for", () => WaitFor(a[0], a[1])))
        .Function("shield", "arg", static a => Shield(a[0]))
        .Function("timeout", "delay", static a => new Timeout(a[0].IsNone ? null : EventLoop.Running.Time + Seconds(a[0])))
        .Function("timeout_at", "when", static a => new Timeout(a[0].IsNone ? null : Seconds(a[0])))
        .Function("as_completed", "fs, *, timeout=None", static a => AsCompleted(a[0], a[1]))
        .Function("current_task", "loop=None", static a => (a[0].Ref as EventLoop ?? EventLoop.Running).CurrentTask is { } task ? task : Any.None)
        .Function("all_tasks", "loop=None", static a => new PySet<Any>(AllTasks(a[0].Ref as EventLoop ?? EventLoop.Running).Select(t => (Any)t)))
        .Function("iscoroutine", static o => o.Ref is Coroutine)
        .Function("isfuture", static o => o.Ref is Future)
        .Function("iscoroutinefunction", static o => IsCoroutineFunction(o))
        .Function("to_thread", "func, /, *args, **kwargs", static a => Make("to_thread", async () => await (Any)InThread(EventLoop.Running, () => a[0].Call(new Arguments { new Star(a[1]), new StarStar(a[2]) }))))
        .Function("run_coroutine_threadsafe", "coro, loop", static a =>
        {
            var loop = (EventLoop)a[1].Ref!;
            var result = new Future(loop);
            loop.CallSoonThreadsafe(() => EnsureFuture(a[0], loop).AddCallback(f =>
            {
                if (f.Error is { } error)
                    result.SetException(error);
                else
                    result.SetResult(f.GetResult());
            }));
            return result;
        });

    internal static bool IsCoroutineFunction(Any o) => o.Ref is PyFunction { Flavour: "coroutine" } || (o.Ref is BoundMethod m && IsCoroutineFunction(m.Function));

    private static void Loops(PyModule module) => module
        .Function("get_running_loop", "", static _ => EventLoop.Running)
        .Function("_get_running_loop", "", static _ => ThreadState.Current.Loop is { } loop ? loop : Any.None)
        .Function("get_event_loop", "", static _ => CurrentOrNewLoop())
        .Function("new_event_loop", "", static _ => new EventLoop())
        .Function("set_event_loop", "loop", static a =>
        {
            SetPolicyLoop(a[0].Ref as EventLoop);
            return Any.None;
        });
}

/// <summary><c>asyncio.Runner</c>: several runs on one loop.</summary>
internal sealed class Runner : PyObject
{
    public static readonly PyType Type = CreateType();

    private readonly EventLoop _loop = new();

    public override PyType Class => Type;

    private static Runner Self(Any o) => (Runner)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Runner", module: "asyncio.runners");
        type.New("cls, *, debug=None, loop_factory=None", static _ => new Runner());
        return type
            .Method("__enter__", static self => self)
            .Method("__exit__", "self, et, exc, tb, /", static a =>
            {
                AsyncIO.Shutdown(Self(a[0])._loop);
                return Any.None;
            })
            .Method("run", "self, coro, /, *, context=None", static (self, coroutine, _) => Self(self)._loop.RunUntilComplete(coroutine))
            .Method("get_loop", static self => Self(self)._loop)
            .Method("close", static self =>
            {
                AsyncIO.Shutdown(Self(self)._loop);
                return Any.None;
            });
    }
}
