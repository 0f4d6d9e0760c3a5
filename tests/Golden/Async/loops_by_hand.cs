using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LoopsByHand;

/// <summary>Loops that the program derives, signals, places of library coroutines, generators that ignored their closing, the order of accepted connections.</summary>
public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any Signal = Any.Unbound;
    internal static Any Threading = Any.Unbound;
    internal static Any StaggeredRace = Any.Unbound;
    internal static Any MyLoop = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("loops_by_hand.py", args, Run);

    public static async Coro<PyInt> Value(PyInt x)
    {
        await AsyncIO.Sleep(0);
        return x;
    }

    public static async Coro Uncatchable()
    {
        Any loop = Asyncio.Get("get_running_loop").Call();
        foreach (var sig in new Any[] { Signal.Get("SIGKILL"), 0, 1000, "x" })
        {
            try
            {
                _ = loop.Invoke("add_signal_handler", sig, Builtins.Get("print"));
            }
            catch (BaseException error) when (error is RuntimeError || error is ValueError || error is TypeError)
            {
                Print(PyType.Of(error).Name, error);
            }
        }
    }

    public static AsyncGenerator<PyInt> Ignoring()
    {
        return AsyncGenerator<PyInt>.Create("ignoring", "ignoring", Body);

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
                await y.Yield(2);
            }
        }
    }

    public static async Coro Closing()
    {
        AsyncGenerator<PyInt> g = Ignoring();
        await g.NextAsync();
        try
        {
            await g.CloseAsync();
        }
        catch (RuntimeError error)
        {
            Print(error);
        }
    }

    public static async Coro Names_()
    {
        async Coro<Any> Name_()
        {
            return Asyncio.Get("current_task").Call().Invoke("get_name").Invoke("split", "-")[1];
        }
        Coroutine<Any> Name_Coroutine() => Coroutine.Of("name", "names.<locals>.name", () => Name_());
        PyInt start = Numbers.ToInt(await AsyncIO.CreateTask((Any)Name_Coroutine()));

        async Coro Handler(Any reader, Any writer)
        {
            _ = writer.Invoke("write", Str.Encode(ToStr(Numbers.ToInt(await Name_()) - start)));
            _ = writer.Invoke("close");
        }
        Coroutine HandlerCoroutine(Any reader, Any writer) => Coroutine.Of("handler", "names.<locals>.handler", () => Handler(reader, writer));
        Any handlerFunction = new PyFunction("names.<locals>.handler", "reader, writer", (Any reader, Any writer) => HandlerCoroutine(reader, writer)) { Flavour = "coroutine" };
        Any server = await Asyncio.Get("start_server").Call(handlerFunction, "127.0.0.1", 0);
        for (PyInt i = 0; i < 3; i++)
        {
            var items = Operators.Unpack(await Asyncio.Get("open_connection").Call(new Arguments { new Star(server.Get("sockets")[0].Invoke("getsockname")) }), 2);
            Any reader = items[0];
            Any writer = items[1];
            Print(await reader.Invoke("read"));
            _ = writer.Invoke("close");
        }
        _ = server.Invoke("close");
        Any process = await Asyncio.Get("create_subprocess_exec").Call("true");
        await process.Invoke("wait");
        Print(Numbers.ToInt(await AsyncIO.CreateTask((Any)Name_Coroutine())) - start);
        PyTask sleeping = AsyncIO.CreateTask(Asyncio.Get("sleep").Call(5), name: "sleepy");
        await AsyncIO.Sleep(0);
        Print(Str.Split(ToStr(sleeping), "/")[0], Str.Split(ToStr(sleeping), "/")[-1]);
        sleeping.Cancel();
        await Asyncio.Get("wait").Call((PyList<Any>)[sleeping]);
        Print(Str.Split(ToStr(sleeping), "/")[-1]);
    }

    public static async Coro Race()
    {
        async Coro<Any> Fails(PyInt delay)
        {
            await AsyncIO.Sleep(delay);
            throw new ValueError(delay);
        }
        Coroutine<Any> FailsCoroutine(PyInt delay) => Coroutine.Of("fails", "race.<locals>.fails", () => Fails(delay));

        async Coro<string> Wins()
        {
            await AsyncIO.Sleep(0);
            return "won";
        }
        Coroutine<string> WinsCoroutine() => Coroutine.Of("wins", "race.<locals>.wins", () => Wins());
        Any winsFunction = new PyFunction("race.<locals>.wins", "", () => WinsCoroutine()) { Flavour = "coroutine" };
        Print(await StaggeredRace.Call((PyList<Any>)[new PyFunction("race.<locals>.<lambda>", "", () => (Any)FailsCoroutine(0)), winsFunction, new PyFunction("race.<locals>.<lambda>", "", () => (Any)FailsCoroutine(5))], 1));
        Print(await StaggeredRace.Call((PyList<Any>)[new PyFunction("race.<locals>.<lambda>", "", () => (Any)FailsCoroutine(0))], Any.None));
    }

    public static bool IsMain()
    {
        return Operators.Is(Threading.Get("current_thread").Call(), Threading.Get("main_thread").Call());
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Any concurrent = Modules.ImportRoot("concurrent.futures");
        Signal = Modules.Import("signal");
        Threading = Modules.Import("threading");
        StaggeredRace = Modules.ImportFrom("asyncio.staggered", "staggered_race");

        Any myLoopClass = Any.Unbound;
        myLoopClass = ClassBuilder.Build("MyLoop", "MyLoop", "__main__", new Arguments { Asyncio.Get("SelectorEventLoop") }, ns =>
        {
            ns["calls"] = 0;

            Any CallSoon(Any self, Any callback, PyTuple args, Any context)
            {
                MyLoop.Set("calls", Any.AddInPlace(MyLoop.Get("calls"), 1));
                return ((Any)new Super(myLoopClass.As<PyType>(), self)).Invoke("call_soon", new Arguments { callback, new Star(args), { "context", context } });
            }
            ns["call_soon"] = new PyFunction("MyLoop.call_soon", "self, callback, *args, context=None", (Any[] a) => CallSoon(a[0], a[1], a[2].As<PyTuple>(), a[3]));
            ns.ClassCell(made => myLoopClass = made);
        });
        MyLoop = myLoopClass;

        var manager = Context.Of(concurrent.Get("futures").Get("ThreadPoolExecutor").Call(1));
        Any entered = manager.Enter();
        try
        {
            Any pool = entered;
            Print(pool.Invoke("submit", IsMainFunction).Invoke("result"), IsMain());
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
        Print(Asyncio.Get("run").Call(new Arguments { ValueCoroutine(6), { "loop_factory", MyLoop } }), Operators.Compare(Comparison.Gt, MyLoop.Get("calls"), 0));
        foreach (var main in new Any[] { UncatchableFunction, ClosingFunction, Names_Function, RaceFunction })
        {
            AsyncIO.Run(main.Call());
        }
    }

    public static Coroutine<PyInt> ValueCoroutine(PyInt x) => Coroutine.Of("value", "value", () => Value(x));
    public static Coroutine UncatchableCoroutine() => Coroutine.Of("uncatchable", "uncatchable", () => Uncatchable());
    public static readonly Any UncatchableFunction = new PyFunction("uncatchable", "", () => UncatchableCoroutine()) { Flavour = "coroutine" };
    public static Coroutine ClosingCoroutine() => Coroutine.Of("closing", "closing", () => Closing());
    public static readonly Any ClosingFunction = new PyFunction("closing", "", () => ClosingCoroutine()) { Flavour = "coroutine" };
    public static Coroutine Names_Coroutine() => Coroutine.Of("names", "names", () => Names_());
    public static readonly Any Names_Function = new PyFunction("names", "", () => Names_Coroutine()) { Flavour = "coroutine" };
    public static Coroutine RaceCoroutine() => Coroutine.Of("race", "race", () => Race());
    public static readonly Any RaceFunction = new PyFunction("race", "", () => RaceCoroutine()) { Flavour = "coroutine" };
    public static readonly Any IsMainFunction = new PyFunction("is_main", "", () => IsMain());
}
