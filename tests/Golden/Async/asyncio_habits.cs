using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AsyncioHabits;

using static Module;

public class Raises : PyObject
{
    public async Coro<Any> Fail()
    {
        throw new ValueError("inner");
    }

    public Coroutine<Any> FailCoroutine() => Coroutine.Of("fail", "Raises.fail", () => Fail());

    public static readonly PyType Type = PyType.Emitted("Raises", "__main__")
        .Constructor("", _ => new Raises())
        .Method("fail", self => self.As<Raises>().FailCoroutine())
        .Flavours("coroutine", "fail");
    public override PyType Class => Type;
}

public class CoroutineLike : PyObject
{
    public Any Send(Any value)
    {
        throw new StopIteration(42);
    }

    public Any Throw(Any error)
    {
        throw Raise.Of(error);
    }

    public void Close()
    {
    }

    public CoroutineLike Await()
    {
        return this;
    }

    public static readonly PyType Type = PyType.Emitted("CoroutineLike", "__main__")
        .Constructor("", _ => new CoroutineLike())
        .Method("send", "self, value", (self, value) => self.As<CoroutineLike>().Send(value))
        .Method("throw", "self, error", (self, error) => self.As<CoroutineLike>().Throw(error))
        .Method("close", self => self.As<CoroutineLike>().Close())
        .Method("__await__", self => self.As<CoroutineLike>().Await());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("asyncio_habits.py");
    internal static Any Doc = Any.None;
    internal static Any Asyncio = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any BaseEvents = Any.Unbound;
    internal static Any Mock = Any.Unbound;
    internal static Any Counting = Any.Unbound;
    internal static Any Policy = Any.Unbound;
    internal static Any Main_ = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "asyncio_habits.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("asyncio", () => Asyncio, value => Asyncio = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("base_events", () => BaseEvents, value => BaseEvents = value)
        .Variable("mock", () => Mock, value => Mock = value)
        .Member("Raises", () => Raises.Type)
        .Member("contexts", () => ContextsFunction)
        .Member("late", () => Late_Function)
        .Member("cleanup", () => CleanupFunction)
        .Member("asked", () => AskedFunction)
        .Variable("Counting", () => Counting, value => Counting = value)
        .Member("derived", () => DerivedFunction)
        .Member("habits", () => HabitsFunction)
        .Member("logged", () => LoggedFunction)
        .Member("replaced", () => ReplacedFunction)
        .Variable("Policy", () => Policy, value => Policy = value)
        .Member("CoroutineLike", () => CoroutineLike.Type)
        .Member("like", () => LikeFunction)
        .Member("agen", () => AgenFunction)
        .Member("closing", () => ClosingFunction)
        .Variable("main", () => Main_, value => Main_ = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("asyncio_habits.py", args, Definition);

    public static async Coro Contexts()
    {
        try
        {
            throw new KeyError(3);
        }
        catch (KeyError caught)
        {
            using var handling = Handling.Of(caught);
            PyTask task = AsyncIO.CreateTask((Any)new Raises().FailCoroutine());
            try
            {
                await task;
            }
            catch (ValueError error)
            {
                using var handling2 = Handling.Of(error);
                Print(Builtins.Get("type").Call(((Any)error).Get("__context__")), ((Any)error).Get("__context__").Get("args"));
            }
        }
    }

    public static async Coro Late_()
    {
        try
        {
            var timeout = AsyncIO.TimeoutAfter(0.01);
            timeout.Enter();
            try
            {
                BaseException? pending = null;
                try
                {
                    await AsyncIO.Sleep(1);
                }
                catch (BaseException error2)
                {
                    pending = error2;
                    throw;
                }
                finally
                {
                    using var handling = Handling.Of(pending);
                    _ = (PyInt)1 / 0;
                }
            }
            catch (BaseException error3)
            {
                timeout.Exit(error3);
                throw;
            }
            finally
            {
                timeout.Exit();
            }
        }
        catch (ZeroDivisionError error)
        {
            using var handling = Handling.Of(error);
            Print(Repr(((Any)error).Get("__cause__")), Repr(((Any)error).Get("__context__")), Repr(((Any)error).Get("__context__").Get("__context__")));
        }
    }

    public static async Coro Cleanup(Any seen)
    {
        try
        {
            BaseException? pending = null;
            try
            {
                await AsyncIO.Sleep(10);
            }
            catch (BaseException error)
            {
                pending = error;
                throw;
            }
            finally
            {
                using var handling = Handling.Of(pending);
                _ = seen.Invoke("append", Builtins.Get("type").Call(Sys.Get("exception").Call()));
            }
        }
        catch (CancelledError caught)
        {
            using var handling = Handling.Of(caught);
            _ = seen.Invoke("append", "cancelled");
        }
        BaseException? pending2 = null;
        try
        {
        }
        catch (BaseException error2)
        {
            pending2 = error2;
            throw;
        }
        finally
        {
            using var handling = Handling.Of(pending2);
            _ = seen.Invoke("append", Sys.Get("exception").Call());
        }
    }

    public static async Coro Asked()
    {
        PyList<Any> seen = (PyList<Any>)[];
        PyTask task = AsyncIO.CreateTask((Any)CleanupCoroutine(seen));
        await AsyncIO.Sleep(0);
        task.Cancel();
        await task;
        Print(seen);
    }

    public static async Coro Derived()
    {
        Any loop = Asyncio.Get("get_running_loop").Call();
        Any future = Counting.Call(new Arguments { { "loop", loop } });
        _ = loop.Invoke("call_soon", future.Get("set_result"), "spam");
        Print(await future, Counting.Get("added"));
    }

    public static async Coro Habits()
    {
        Any loop = Asyncio.Get("get_running_loop").Call();
        var queue = new AsyncQueue(1);
        queue.PutNowait(1);
        PyTask task = AsyncIO.CreateTask(((Any)queue).Invoke("put", 2));
        await AsyncIO.Sleep(0);
        Print(Len(((Any)queue).Get("_putters")), ((Any)queue).Invoke("_format"));
        await queue.Get();
        await task;
        Print(Len(((Any)queue).Get("_putters")), ((Any)queue).Get("_unfinished_tasks"), Len(loop.Get("_ready")));
        Any reader = Asyncio.Get("StreamReader").Call(new Arguments { { "limit", 4 } });
        _ = reader.Invoke("feed_data", PyBytes.FromLatin1("ab\ncd"));
        Print(await reader.Invoke("readline"), reader.Get("_buffer"), reader.Get("_waiter"), Operators.Is(reader.Get("_loop"), loop));
        Any handle = loop.Invoke("call_later", 5, Builtins.Get("print"), "never");
        Print(handle.Get("_cancelled"), handle.Get("_args"));
        _ = handle.Invoke("cancel");
        Print(handle.Get("_cancelled"));
    }

    public static void Logged()
    {
        var manager = Context.Of(Mock.Invoke("patch", "asyncio.base_events.logger"));
        Any entered = manager.Enter();
        try
        {
            Any log = entered;
            Any loop = Asyncio.Get("new_event_loop").Call();
            loop.Invoke("call_exception_handler", new PyDict<Any, Any> { ["message"] = "told", ["exception"] = new ValueError("x") });
            loop.Invoke("close");
            Print(log.Get("error").Get("call_args")[0][0]);
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        Print(BaseEvents.Get("logger").Get("name"));
    }

    public static void Replaced()
    {
        Any loop = Asyncio.Get("new_event_loop").Call();
        PyList<Any> times = (PyList<Any>)[];
        Any original = loop.Get("call_later");

        Any CallLater(Any delay, Any callback, PyTuple args)
        {
            times.Append(delay);
            return original.Call(new Arguments { 0, callback, new Star(args) });
        }
        Any callLaterFunction = new PyFunction("replaced.<locals>.call_later", "delay, callback, *args", (Any[] a) => CallLater(a[0], a[1], a[2].As<PyTuple>()));

        loop.Set("call_later", callLaterFunction);
        loop.Invoke("run_until_complete", Asyncio.Get("sleep").Call(50));
        Print(times);
        loop.Invoke("close");
    }

    public static async Coro Like()
    {
        Print(await AsyncIO.CreateTask(new CoroutineLike()));
    }

    public static AsyncGenerator<PyInt> Agen()
    {
        return AsyncGenerator<PyInt>.Create("agen", "agen", Body);

        async AsyncGeneratorBody Body(AsyncYielder<PyInt> y)
        {
            BaseException? pending = null;
            try
            {
                await y.Yield(1);
            }
            catch (BaseException error)
            {
                pending = error;
                throw;
            }
            finally
            {
                using var handling = Handling.Of(pending);
                Print("closing", Builtins.Get("type").Call(Sys.Get("exception").Call()));
            }
        }
    }

    public static async Coro Closing()
    {
        AsyncGenerator<PyInt> g = Agen();
        Print(await g.NextAsync());
        PyTask task = AsyncIO.CreateTask(((Any)g).Invoke("aclose"));
        task.Cancel();
        try
        {
            await task;
        }
        catch (CancelledError)
        {
            Print("aclose cancelled");
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Sys = Modules.Import("sys");
        BaseEvents = Modules.ImportFrom("asyncio", "base_events");
        Mock = Modules.ImportFrom("unittest", "mock");

        Any countingClass = Any.Unbound;
        countingClass = ClassBuilder.Build("Counting", "Counting", "__main__", new Arguments { Asyncio.Get("Future") }, ns =>
        {
            ns["added"] = 0;

            void AddDoneCallback(Any self, PyTuple args, PyDict<Any, Any> kwargs)
            {
                Counting.Set("added", Any.AddInPlace(Counting.Get("added"), 1));
                ((Any)new Super(countingClass.As<PyType>(), self)).Invoke("add_done_callback", new Arguments { new Star(args), new StarStar(kwargs) });
            }
            ns["add_done_callback"] = new PyFunction("Counting.add_done_callback", "self, *args, **kwargs", (Any[] a) => AddDoneCallback(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));
            ns.ClassCell(made => countingClass = made);
        });
        Counting = countingClass;

        Any policyClass = Any.Unbound;
        policyClass = ClassBuilder.Build("Policy", "Policy", "__main__", new Arguments { Asyncio.Get("DefaultEventLoopPolicy") }, ns2 =>
        {
            void SetEventLoop(Any self, Any loop)
            {
                Print("set", loop.IsNone ? (Any)PyType.Of(loop).Name : (Any)"loop");
                ((Any)new Super(policyClass.As<PyType>(), self)).Invoke("set_event_loop", loop);
            }
            ns2["set_event_loop"] = new PyFunction("Policy.set_event_loop", "self, loop", (Any self, Any loop) => SetEventLoop(self, loop));
            ns2.ClassCell(made2 => policyClass = made2);
        });
        Policy = policyClass;

        foreach (var item in new Any[] { ContextsFunction, Late_Function, AskedFunction, DerivedFunction, HabitsFunction, LikeFunction, ClosingFunction })
        {
            Main_ = item;
            AsyncIO.Run(Main_.Call());
        }
        Logged();
        Replaced();
        Asyncio.Get("set_event_loop_policy").Call(Policy.Call());
        AsyncIO.Run((Any)AskedCoroutine());
        Asyncio.Get("set_event_loop_policy").Call(Any.None);
        Print(Asyncio.Get("iscoroutinefunction").Call(Mock.Invoke("Mock")), Asyncio.Get("iscoroutinefunction").Call(Mock.Invoke("AsyncMock")));
    }

    public static Coroutine ContextsCoroutine() => Coroutine.Of("contexts", "contexts", () => Contexts());
    public static readonly Any ContextsFunction = new PyFunction("contexts", "", () => ContextsCoroutine()) { Flavour = "coroutine" };
    public static Coroutine Late_Coroutine() => Coroutine.Of("late", "late", () => Late_());
    public static readonly Any Late_Function = new PyFunction("late", "", () => Late_Coroutine()) { Flavour = "coroutine" };
    public static Coroutine CleanupCoroutine(Any seen) => Coroutine.Of("cleanup", "cleanup", () => Cleanup(seen));
    public static readonly Any CleanupFunction = new PyFunction("cleanup", "seen", (Any seen) => CleanupCoroutine(seen)) { Flavour = "coroutine" };
    public static Coroutine AskedCoroutine() => Coroutine.Of("asked", "asked", () => Asked());
    public static readonly Any AskedFunction = new PyFunction("asked", "", () => AskedCoroutine()) { Flavour = "coroutine" };
    public static Coroutine DerivedCoroutine() => Coroutine.Of("derived", "derived", () => Derived());
    public static readonly Any DerivedFunction = new PyFunction("derived", "", () => DerivedCoroutine()) { Flavour = "coroutine" };
    public static Coroutine HabitsCoroutine() => Coroutine.Of("habits", "habits", () => Habits());
    public static readonly Any HabitsFunction = new PyFunction("habits", "", () => HabitsCoroutine()) { Flavour = "coroutine" };
    public static readonly Any LoggedFunction = new PyFunction("logged", "", () => Logged());
    public static readonly Any ReplacedFunction = new PyFunction("replaced", "", () => Replaced());
    public static Coroutine LikeCoroutine() => Coroutine.Of("like", "like", () => Like());
    public static readonly Any LikeFunction = new PyFunction("like", "", () => LikeCoroutine()) { Flavour = "coroutine" };
    public static readonly Any AgenFunction = new PyFunction("agen", "", () => Agen()) { Flavour = "async generator" };
    public static Coroutine ClosingCoroutine() => Coroutine.Of("closing", "closing", () => Closing());
    public static readonly Any ClosingFunction = new PyFunction("closing", "", () => ClosingCoroutine()) { Flavour = "coroutine" };
}
