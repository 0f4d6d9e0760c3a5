using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>The classes of event loops and their methods.</summary>
internal static partial class EventLoopType
{
    public static readonly PyType Abstract = AbstractLoop.Declare();

    public static readonly PyType Base = Declare();

    public static readonly PyType Selector = FileSending.DeclareSelector(PythonClass.Declare("BaseSelectorEventLoop", "asyncio.selector_events", static () => new EventLoop(), Base))
        .Action("__init__", "self, selector=None", static a => Self(a[0]).Announce(a[1]));

    public static readonly PyType Type = FileSending.DeclareUnix(PythonClass.Declare("_UnixSelectorEventLoop", "asyncio.unix_events", static () => new EventLoop(), Selector));

    private static EventLoop Self(Any o) => (EventLoop)o.Ref!;

    private static PyType Declare()
    {
        var type = PythonClass.Declare("BaseEventLoop", "asyncio.base_events", static () => new EventLoop(), Abstract);
        Scheduling(type);
        Running(type);
        Errors(type);
        Outside(type);
        return type;
    }

    private static PyContext? Context(Any value) => value.IsNone ? null : value.Ref as PyContext ?? throw new TypeError($"a Context is expected, got {Operators.Repr(value)}");

    private static PyCall Call(EventLoop loop, Any function, Any args, string method)
    {
        if (loop.Debug)
            Check(function, method);
        return new PyCall(function, (PyTuple)args.Ref!);
    }

    private static void Check(Any function, string method)
    {
        if (AsyncIO.IsCoroutine(function) || AsyncIO.IsCoroutineFunction(function))
            throw new TypeError($"coroutines cannot be used with {method}()");
        if (!Builtins.Callable(function))
            throw new TypeError($"a callable object was expected by {method}(), got {Operators.Repr(function)}");
    }

    private static void Scheduling(PyType type) => type
        .Method("time", static _ => VirtualClock.Seconds)
        .Method("call_soon", "self, callback, *args, context=None", static a => Self(a[0]).Enqueue(Call(Self(a[0]), a[1], a[2], "call_soon"), Context(a[3])))
        .Method("call_soon_threadsafe", "self, callback, *args, context=None", static a => Self(a[0]).CallSoonThreadsafe(Call(Self(a[0]), a[1], a[2], "call_soon_threadsafe"), Context(a[3])))
        .Method("call_later", "self, delay, callback, *args, context=None", static a => a[1].IsNone
            ? throw new TypeError("delay must not be None")
            : Self(a[0]).Overrides("call_at")
            ? a[0].Invoke("call_at", new Arguments { Self(a[0]).Time + a[1], a[2], new Star(a[3]), { "context", a[4] } })
            : Self(a[0]).CallAt((Self(a[0]).Time + a[1]).As<double>(), Call(Self(a[0]), a[2], a[3], "call_at"), Context(a[4])))
        .Method("call_at", "self, when, callback, *args, context=None", static a => a[1].IsNone
            ? throw new TypeError("when cannot be None")
            : Self(a[0]).CallAt(AsyncIO.Seconds(a[1]), Call(Self(a[0]), a[2], a[3], "call_at"), Context(a[4])))
        .Method("create_future", static self => Self(self).CreateFuture())
        .Method("create_task", "self, coro, *, name=None, context=None", static a => AsyncIO.TaskOn(Self(a[0]), a[1], a[2], a[3]))
        .Action("set_task_factory", "self, factory", static a => Self(a[0]).TaskFactory = a[1].IsNone || Builtins.Callable(a[1]) ? a[1] : throw new TypeError("task factory must be a callable or None"))
        .Method("get_task_factory", static self => Self(self).TaskFactory);

    private static void Running(PyType type) => type
        .Action("__init__", "self, selector=None", static _ => { })
        .Method("run_until_complete", "self, future", static (self, future) => Self(self).RunUntilComplete(future))
        .Action("run_forever", static self => Self(self).RunForever())
        .Action("_run_once", static self => Self(self).RunOnce())
        .Action("stop", static self => Self(self).Stop())
        .Action("close", static self => Self(self).Close())
        .Method("is_running", static self => Self(self).IsRunning)
        .Method("is_closed", static self => Self(self).IsClosed)
        .Method("get_debug", static self => Self(self).Debug)
        .Action("set_debug", "self, enabled", static a => Self(a[0]).Debug = a[1].Truth)
        .Property("slow_callback_duration", static self => Self(self).SlowCallbackDuration, static (self, v) => Self(self).SlowCallbackDuration = Lib.Real(v))
        .Property("_ready", static self => Self(self).Ready)
        .Property("_scheduled", static self => Self(self).Scheduled)
        .Property("_closed", static self => Self(self).IsClosed)
        .Property("_debug", static self => Self(self).Debug)
        .Property("_default_executor", static self => Self(self).DefaultExecutor)
        .AsyncMethod("shutdown_asyncgens", static self => Self(self).ShutdownGenerators())
        .AsyncMethod("shutdown_default_executor", "self, timeout=None", static a => Self(a[0]).ShutdownExecutor(a[1]))
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} running={Self(self).IsRunning} closed={Self(self).IsClosed} debug={Self(self).Debug}>");

    private static void Errors(PyType type) => type
        .Action("set_exception_handler", "self, handler", static a => Self(a[0]).ExceptionHandler = a[1].IsNone || Builtins.Callable(a[1])
            ? a[1]
            : throw new TypeError($"A callable object or None is expected, got {Operators.Repr(a[1])}"))
        .Method("get_exception_handler", static self => Self(self).ExceptionHandler)
        .Action("default_exception_handler", "self, context", static a => Self(a[0]).DefaultExceptionHandler((PyDict<Any, Any>)a[1].Ref!))
        .Action("call_exception_handler", "self, context", static a => Self(a[0]).HandleException((PyDict<Any, Any>)a[1].Ref!));

    private static void Outside(PyType type)
    {
        type.Method("run_in_executor", "self, executor, func, *args", static a => Executors.RunIn(Self(a[0]), a[1], Call(Self(a[0]), a[2], a[3], "run_in_executor")))
            .Action("set_default_executor", "self, executor", static a => Self(a[0]).DefaultExecutor = a[1].Ref as ThreadPoolExecutor ?? throw new TypeError("executor must be ThreadPoolExecutor instance"))
            .Method("add_signal_handler", "self, sig, callback, *args", static a => AsyncIO.IsCoroutine(a[2]) || AsyncIO.IsCoroutineFunction(a[2])
                ? throw new TypeError("coroutines cannot be used with add_signal_handler()")
                : Lib.Do(() => Self(a[0]).AddSignalHandler(a[1], new PyCall(a[2], (PyTuple)a[3].Ref!))))
            .Method("remove_signal_handler", "self, sig", static (self, signal) => Self(self).RemoveSignalHandler(signal));
        SocketOperations.Declare(type);
        DatagramTransport.Declare(type);
        SubprocessTransport.Declare(type);
        FileSending.Declare(type);
    }
}
