using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace HabitsOfLoops;

using static Module;

public class Store : PyObject
{
    public async Coro<Any> Get_(Any key, Any @default)
    {
        return @default;
    }

    public Coroutine<Any> Get_Coroutine(Any key, Any @default) => Coroutine.Of("get", "Store.get", () => Get_(key, @default));

    public static readonly PyType Type = PyType.Emitted("Store", "__main__")
        .Constructor("", _ => new Store())
        .Method("get", "self, key, *, default=3", a => a[0].As<Store>().Get_Coroutine(a[1], a[2]))
        .Annotated("get", () => new PyDict<Any, Any> { ["key"] = Builtins.Get("str"), ["default"] = Builtins.Get("int"), ["return"] = Builtins.Get("int") });
    public override PyType Class => Type;
}

/// <summary>What loops, handles and executors say when they are asked or misused, and what a logging program sees of them.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("habits_of_loops.py");
    internal static Any Doc = "What loops, handles and executors say when they are asked or misused, and what a logging program sees of them.";
    internal static Any Asyncio = Any.Unbound;
    internal static Any Concurrent = Any.Unbound;
    internal static Any Functools = Any.Unbound;
    internal static Any Inspect = Any.Unbound;
    internal static Any Logging = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Signal = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Typing = Any.Unbound;
    internal static Any Warnings = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any R = Any.Unbound;
    internal static Any Work = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Any Make = Any.Unbound;
    internal static Any Warning_ = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "habits_of_loops.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("asyncio", () => Asyncio, value => Asyncio = value)
        .Variable("concurrent", () => Concurrent, value => Concurrent = value)
        .Variable("functools", () => Functools, value => Functools = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("logging", () => Logging, value => Logging = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("signal", () => Signal, value => Signal = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("typing", () => Typing, value => Typing = value)
        .Variable("warnings", () => Warnings, value => Warnings = value)
        .Variable("P", () => P, value => P = value)
        .Variable("R", () => R, value => R = value)
        .Member("logged", () => LoggedFunction)
        .Member("Store", () => Store.Type)
        .Member("handles", () => HandlesFunction)
        .Member("executors", () => ExecutorsFunction)
        .Member("signals", () => SignalsFunction)
        .Member("interrupted", () => InterruptedFunction)
        .Member("contexts", () => ContextsFunction)
        .Variable("work", () => Work, value => Work = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("make", () => Make, value => Make = value)
        .Variable("warning", () => Warning_, value => Warning_ = value)
        .Member("quiet", () => QuietFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("habits_of_loops.py", args, Definition);

    public static Any Logged(Any function)
    {
        async Coro<Any> Wrapper(PyTuple args, PyDict<Any, Any> options)
        {
            return await function.Call(new Arguments { new Star(args), new StarStar(options) });
        }
        Coroutine<Any> WrapperCoroutine(PyTuple args, PyDict<Any, Any> options) => Coroutine.Of("wrapper", "logged.<locals>.wrapper", () => Wrapper(args, options));
        Any wrapper = Functools.Get("wraps").Call(function).Call(new PyFunction("logged.<locals>.wrapper", "*args, **options", (Any[] a) => WrapperCoroutine(a[0].As<PyTuple>(), a[1].As<PyDict<Any, Any>>())) { Flavour = "coroutine", AnnotationSource = () => new PyDict<Any, Any> { ["args"] = P.Get("args"), ["options"] = P.Get("kwargs"), ["return"] = R } });
        return wrapper;
    }

    public static async Coro Handles()
    {
        Print(Inspect.Get("signature").Call(((Any)new Store()).Get("get")), await ((Any)new Store()).Invoke("get", "k"));
        EventLoop loop = AsyncIO.GetRunningLoop();
        double now = loop.Time;
        TimerHandle first = loop.CallAt(now + 5.0, Builtins.Get("print"));
        TimerHandle second = loop.CallAt(now + 9.0, Builtins.Get("print"));
        TimerHandle same = loop.CallAt(now + 5.0, Builtins.Get("print"));
        Print(Operators.Compare(Comparison.Lt, first, second), Operators.Compare(Comparison.LtE, first, same), Operators.Compare(Comparison.Eq, first, same), Operators.Compare(Comparison.GtE, first, second), Operators.Compare(Comparison.Gt, second, first), Hash(first) == Hash(same), Operators.Compare(Comparison.NotEq, first, second));
        same.Cancel();
        Print(Operators.Compare(Comparison.Eq, first, same), Operators.Compare(Comparison.LtE, first, same));
        first.Cancel();
        second.Cancel();
        try
        {
            _ = Operators.Compare(Comparison.Lt, first, 5);
        }
        catch (TypeError error)
        {
            Print(error);
        }
    }

    public static async Coro Executors()
    {
        EventLoop loop = AsyncIO.GetRunningLoop();
        _ = ((Any)loop).Invoke("set_default_executor", Concurrent.Get("futures").Get("ThreadPoolExecutor").Call(1));
        Print(await loop.RunInExecutor(Any.None, Builtins.Get("int"), "7"));
        await ((Any)loop).Invoke("shutdown_default_executor");
        try
        {
            await loop.RunInExecutor(Any.None, Builtins.Get("print"));
        }
        catch (RuntimeError error)
        {
            Print(error);
        }
    }

    public static async Coro Signals()
    {
        Recursion.Check();
        EventLoop loop = AsyncIO.GetRunningLoop();
        foreach (var wrong in new Any[] { PyTuple.Of(Signal.Get("SIGUSR2"), SignalsFunction), PyTuple.Of(Signal.Get("SIGKILL"), Builtins.Get("print")), PyTuple.Of(99, Builtins.Get("print")), PyTuple.Of("x", Builtins.Get("print")) })
        {
            try
            {
                _ = ((Any)loop).Invoke("add_signal_handler", new Arguments { new Star(wrong) });
            }
            catch (BaseException error) when (error is TypeError || error is ValueError || error is RuntimeError)
            {
                Print(PyType.Of(error).Name, error);
            }
        }
        Print(((Any)loop).Invoke("add_signal_handler", Signal.Get("SIGUSR2"), Builtins.Get("print")), ((Any)loop).Invoke("remove_signal_handler", Signal.Get("SIGUSR2")));
    }

    public static async Coro Interrupted()
    {
        _ = AsyncIO.GetRunningLoop().CallLater(0.01, Os.Get("kill"), Os.Get("getpid").Call(), Signal.Get("SIGINT"));
        await AsyncIO.Sleep(5);
    }

    public static async Coro Contexts()
    {
        foreach (var wrong in new Any[] { 5, TextFile.Open(Os.Get("devnull")) })
        {
            try
            {
                var manager = AsyncContext.Of(wrong);
                await manager.EnterAsync();
                try
                {
                }
                catch (BaseException error2)
                {
                    if (!await manager.ExitAsync(error2))
                    {
                        throw;
                    }
                }
                finally
                {
                    await manager.ExitAsync();
                }
            }
            catch (TypeError error)
            {
                Print(error);
            }
        }
    }

    public static async Coro Quiet()
    {
        _ = Logging.Get("info").Call("running");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Concurrent = Modules.ImportRoot("concurrent.futures");
        Functools = Modules.Import("functools");
        Inspect = Modules.Import("inspect");
        Logging = Modules.Import("logging");
        Os = Modules.Import("os");
        Signal = Modules.Import("signal");
        Sys = Modules.Import("sys");
        Typing = Modules.Import("typing");
        Warnings = Modules.Import("warnings");

        P = Typing.Get("ParamSpec").Call("P");
        R = Typing.Get("TypeVar").Call("R");

        Store.Type.Decorate("get", LoggedFunction);

        foreach (var item in new Any[] { HandlesFunction, ExecutorsFunction, SignalsFunction, ContextsFunction })
        {
            Work = item;
            AsyncIO.Run(Work.Call());
        }
        try
        {
            AsyncIO.Run(InterruptedCoroutine());
        }
        catch (KeyboardInterrupt caught)
        {
            Error = caught;
            using var handling = Handling.Of(caught);
            Print(Repr(Error), Repr(Error.Get("__context__")));
            Error = Any.Unbound;
        }

        Warnings.Get("simplefilter").Call("error");
        foreach (var item2 in new Any[] { Asyncio.Get("SafeChildWatcher"), Asyncio.Get("FastChildWatcher"), Asyncio.Get("MultiLoopChildWatcher"), new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("Own", PyTuple.Of(Asyncio.Get("AbstractChildWatcher")), new PyDict<Any, Any>())) })
        {
            Make = item2;
            try
            {
                Make.Call();
            }
            catch (DeprecationWarning caught2)
            {
                Warning_ = caught2;
                Print(Warning_);
                Warning_ = Any.Unbound;
            }
        }
        try
        {
            Asyncio.Get("ThreadedChildWatcher").Invoke("__base__").Invoke("close");
        }
        catch (NotImplementedError caught3)
        {
            Error = caught3;
            Print(Repr(Error));
            Error = Any.Unbound;
        }

        Logging.Get("basicConfig").Call(new Arguments { { "level", Logging.Get("DEBUG") }, { "stream", Sys.Get("stdout") }, { "format", "%(levelname)s:%(name)s:%(message)s" } });

        AsyncIO.Run(QuietCoroutine());
        Asyncio.Get("run").Call(new Arguments { QuietCoroutine(), { "debug", true } });
        AsyncIO.NewEventLoop().Close();
        Asyncio.Get("SelectorEventLoop").Call().Invoke("close");
    }

    public static readonly Any LoggedFunction = new PyFunction("logged", "function", (Any function) => Logged(function)) { AnnotationSource = () => new PyDict<Any, Any> { ["function"] = Typing.Get("Callable")[PyTuple.Of(P, Typing.Get("Awaitable")[R])], ["return"] = Typing.Get("Callable")[PyTuple.Of(P, Typing.Get("Awaitable")[R])] } };
    public static Coroutine HandlesCoroutine() => Coroutine.Of("handles", "handles", () => Handles());
    public static readonly Any HandlesFunction = new PyFunction("handles", "", () => HandlesCoroutine()) { Flavour = "coroutine" };
    public static Coroutine ExecutorsCoroutine() => Coroutine.Of("executors", "executors", () => Executors());
    public static readonly Any ExecutorsFunction = new PyFunction("executors", "", () => ExecutorsCoroutine()) { Flavour = "coroutine" };
    public static Coroutine SignalsCoroutine() => Coroutine.Of("signals", "signals", () => Signals());
    public static readonly Any SignalsFunction = new PyFunction("signals", "", () => SignalsCoroutine()) { Flavour = "coroutine" };
    public static Coroutine InterruptedCoroutine() => Coroutine.Of("interrupted", "interrupted", () => Interrupted());
    public static readonly Any InterruptedFunction = new PyFunction("interrupted", "", () => InterruptedCoroutine()) { Flavour = "coroutine" };
    public static Coroutine ContextsCoroutine() => Coroutine.Of("contexts", "contexts", () => Contexts());
    public static readonly Any ContextsFunction = new PyFunction("contexts", "", () => ContextsCoroutine()) { Flavour = "coroutine" };
    public static Coroutine QuietCoroutine() => Coroutine.Of("quiet", "quiet", () => Quiet());
    public static readonly Any QuietFunction = new PyFunction("quiet", "", () => QuietCoroutine()) { Flavour = "coroutine" };
}
