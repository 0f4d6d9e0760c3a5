using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The methods of an event loop.</summary>
internal static class EventLoopType
{
    public static readonly PyType Type = PyType.Builtin("_UnixSelectorEventLoop", module: "asyncio.unix_events")
        .Method("time", static self => Self(self).Time)
        .Method("call_soon", "self, callback, *args, context=None", static a => Self(a[0]).CallSoon(Bind(a[1], a[2]), a[3].Ref as PyContext))
        .Method("call_soon_threadsafe", "self, callback, *args, context=None", static a => Self(a[0]).CallSoonThreadsafe(Bind(a[1], a[2]), a[3].Ref as PyContext))
        .Method("call_later", "self, delay, callback, *args, context=None", static a => Self(a[0]).CallLater(AsyncIO.Seconds(a[1]), Bind(a[2], a[3]), a[4].Ref as PyContext))
        .Method("call_at", "self, when, callback, *args, context=None", static a => Self(a[0]).CallAt(AsyncIO.Seconds(a[1]), Bind(a[2], a[3]), a[4].Ref as PyContext))
        .Method("create_task", "self, coro, *, name=None, context=None", static a => new PyTask(a[1], Self(a[0]), a[2].IsNone ? null : Operators.Str(a[2]), a[3].Ref as PyContext))
        .Method("create_future", static self => new Future(Self(self)))
        .Method("run_until_complete", "self, future, /", static (self, future) => Self(self).RunUntilComplete(future))
        .Method("run_forever", static self => Do(Self(self).RunForever))
        .Method("run_in_executor", "self, executor, func, *args", static a => AsyncIO.InThread(Self(a[0]), Bind2(a[2], a[3])))
        .Method("stop", static self => Do(Self(self).Stop))
        .Method("close", static self => Do(Self(self).Close))
        .Method("is_running", static self => Self(self).IsRunning)
        .Method("is_closed", static self => Self(self).IsClosed)
        .Method("get_debug", static self => Self(self).Debug)
        .Method("set_debug", "self, enabled, /", static (self, on) => Do(() => Self(self).Debug = on.Truth))
        .Method("shutdown_asyncgens", static self => Coroutine.Of("shutdown_asyncgens", "BaseEventLoop.shutdown_asyncgens", Self(self).ShutdownGenerators))
        .Method("shutdown_default_executor", "self, timeout=None", static (self, _) => Coroutine.Of("shutdown_default_executor", "BaseEventLoop.shutdown_default_executor", async () => Any.None))
        .Method("set_exception_handler", "self, handler, /", static (self, handler) => Do(() => Self(self).ExceptionHandler = handler))
        .Method("get_exception_handler", static self => Self(self).ExceptionHandler)
        .Method("default_exception_handler", "self, context, /", static (self, context) => Report(context))
        .Method("call_exception_handler", "self, context, /", static (self, context) => Self(self).ExceptionHandler.IsNone ? Report(context) : Self(self).ExceptionHandler.Call(self, context))
        .Method("set_task_factory", "self, factory, /", static (self, factory) => Do(() => Self(self).TaskFactory = factory))
        .Method("get_task_factory", static self => Self(self).TaskFactory)
        .Method("add_signal_handler", "self, sig, callback, *args", static _ => Any.None)
        .Method("remove_signal_handler", "self, sig, /", static (_, _) => false);

    private static EventLoop Self(Any o) => (EventLoop)o.Ref!;

    private static Any Report(Any context)
    {
        var dict = (PyDict)context.Ref!;
        var message = dict.TryGetAny("message", out var m) ? Operators.Str(m) : "Unhandled exception in event loop";
        StdIO.Out.Flush();
        StdIO.Error.WriteText(message + "\n" + (dict.TryGetAny("exception", out var e) && e.Ref is BaseException error ? TracebackText.Of(error) : ""));
        return Any.None;
    }

    private static Action Bind(Any callback, Any args) => () => callback.Call(new Arguments { new Star(args) });

    private static Func<Any> Bind2(Any callback, Any args) => () => callback.Call(new Arguments { new Star(args) });

    private static Any Do(Action action)
    {
        action();
        return Any.None;
    }
}
