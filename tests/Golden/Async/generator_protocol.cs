using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace GeneratorProtocol;

using static Module;

public class Manual : PyObject
{
    public Generator<string> Await()
    {
        return Generator<string>.Create("__await__", "Manual.__await__", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            Any got = await y.Yield("manual");
            return got * 2;
        }
    }

    public static readonly PyType Type = PyType.Emitted("Manual", "__main__")
        .Constructor("", _ => new Manual())
        .Method("__await__", self => self.As<Manual>().Await())
        .Flavours("generator", "__await__");
    public override PyType Class => Type;
}

/// <summary>Generators, coroutines and asynchronous generators driven by hand.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("generator_protocol.py");
    internal static Any Doc = "Generators, coroutines and asynchronous generators driven by hand.";
    internal static Any Asyncio = Any.Unbound;
    internal static Any Inspect = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Types = Any.Unbound;
    internal static Any Warnings = Any.Unbound;
    internal static Any Pause = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "generator_protocol.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("asyncio", () => Asyncio, value => Asyncio = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("types", () => Types, value => Types = value)
        .Variable("warnings", () => Warnings, value => Warnings = value)
        .Member("show", () => ShowFunction)
        .Member("echo", () => EchoFunction)
        .Member("delegating", () => DelegatingFunction)
        .Member("generators", () => GeneratorsFunction)
        .Variable("pause", () => Pause, value => Pause = value)
        .Member("Manual", () => Manual.Type)
        .Member("worker", () => WorkerFunction)
        .Member("nothing", () => NothingFunction)
        .Member("coroutines", () => CoroutinesFunction)
        .Member("bad", () => BadFunction)
        .Member("ticks", () => TicksFunction)
        .Member("stubborn_ticks", () => StubbornTicksFunction)
        .Member("asynchronous", () => AsynchronousFunction)
        .Member("quiet", () => QuietFunction)
        .Member("hooks", () => HooksFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("generator_protocol.py", args, Definition);

    public static void Show(Any action)
    {
        try
        {
            Print(Repr(action.Call()));
        }
        catch (BaseException error)
        {
            string cause = ((Any)error).Get("__cause__").Truth ? F($" from {Repr(((Any)error).Get("__cause__"))}") : "";
            Print(F($"{PyType.Of(error).Name}({error}){cause}"));
        }
    }

    public static Generator<PyInt> Echo()
    {
        return Generator<PyInt>.Create("echo", "echo", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            PyList<Any> received = (PyList<Any>)[];
            try
            {
                while (true)
                {
                    try
                    {
                        received.Append(await y.Yield(Len(received)));
                    }
                    catch (ValueError error)
                    {
                        received.Append(error);
                    }
                }
            }
            catch (GeneratorExit)
            {
                return received;
            }
        }
    }

    public static Generator<PyInt> Delegating()
    {
        return Generator<PyInt>.Create("delegating", "delegating", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            Any result = await y.YieldFrom(EchoFunction.Call());
            Print("delegate returned", result);
            return "done";
        }
    }

    public static void Generators()
    {
        PyTuple arguments = default!;
        Any me = Any.Unbound;
        Generator<PyInt> g = EchoFunction.Call().As<Generator<PyInt>>();
        Show(new PyFunction("generators.<locals>.<lambda>", "", () => (Any)g.Send(1)));
        Print(Inspect.Get("getgeneratorstate").Call(g), g.Next(), g.Send("a"), g.Throw(new ValueError("b")), Inspect.Get("getgeneratorstate").Call(g));
        Print(g.Close(), Inspect.Get("getgeneratorstate").Call(g), ((Any)g).Get("gi_frame"));
        Show(new PyFunction("generators.<locals>.<lambda>", "", () => (Any)g.Throw(new KeyError("late"))));
        Generator<PyInt> d = DelegatingFunction.Call().As<Generator<PyInt>>();
        Print(d.Next(), ((Any)d).Get("gi_yieldfrom").Get("gi_code").Get("co_name"), d.Send(3), d.Throw(new ValueError(4)));
        Show(((Any)d).Get("close"));
        var manager = Context.Of(Warnings.Get("catch_warnings").Call());
        manager.Enter();
        try
        {
            Warnings.Get("simplefilter").Call("ignore");
            foreach (var item in (PyList<PyTuple>)[PyTuple.Of(), PyTuple.Of(1), ((Any)Generic.ToAny(((Any)ValueError.Type, (PyInt)1, (PyInt)3))).As<PyTuple>(), ((Any)Generic.ToAny(((Any)new ValueError(), (PyInt)3))).As<PyTuple>(), ((Any)Generic.ToAny(((Any)ValueError.Type, ((PyInt)1, (PyInt)2)))).As<PyTuple>(), ((Any)Generic.ToAny(((Any)ValueError.Type, (Any)new KeyError(1)))).As<PyTuple>()])
            {
                arguments = item;
                Show(new PyFunction("generators.<locals>.<lambda>", "", () => ((Any)new PyFunction("generators.<locals>.<lambda>.<locals>.<lambda>", "", () =>
                {
                    async GeneratorBody<Any> Body(Yielder<Any> y)
                    {
                        return await y.Yield(Any.None);
                    }
                    return Generator<Any>.Create("<lambda>", "generators.<locals>.<lambda>.<locals>.<lambda>", Body);
                }) { Flavour = "generator" }).Call().Invoke("throw", new Arguments { new Star(arguments) })));
            }
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

        Generator<PyInt> Stops()
        {
            return Generator<PyInt>.Create("stops", "generators.<locals>.stops", Body);

            async GeneratorBody<Any> Body(Yielder<PyInt> y)
            {
                await y.Yield(1);
                throw new StopIteration(5);
            }
        }
        Generator<PyInt> s = Stops();
        s.Next();
        Show(new PyFunction("generators.<locals>.<lambda>", "", () => (Any)s.Next()));

        Generator<Any> Stubborn()
        {
            return Generator<Any>.Create("stubborn", "generators.<locals>.stubborn", Body);

            async GeneratorBody<Any> Body(Yielder<Any> y)
            {
                while (true)
                {
                    try
                    {
                        await y.Yield(Any.None);
                    }
                    catch (GeneratorExit)
                    {
                    }
                }
            }
        }
        Generator<Any> b = Stubborn();
        b.Next();
        Show(((Any)b).Get("close"));

        Generator<Any> Itself()
        {
            return Generator<Any>.Create("itself", "generators.<locals>.itself", Body);

            async GeneratorBody<Any> Body(Yielder<Any> y)
            {
                await y.Yield(Next(Names.Free(me, "me")));
                return Any.None;
            }
        }
        me = Itself();
        Show(new PyFunction("generators.<locals>.<lambda>", "", () => Next(Names.Free(me, "me"))));
        Show(new PyFunction("generators.<locals>.<lambda>", "", () => Functions.None(() => SetAttr(Names.Free(me, "me"), "__name__", 3))));
        me.Set("__name__", "renamed");
        Print(me.Get("__name__"), me.Get("__qualname__"));
    }

    public static Generator<Any> PauseCore(Any value)
    {
        return Generator<Any>.Create("pause", "pause", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            return await y.Yield(value);
        }
    }

    public static async Coro<PyList<Any>?> Worker(Any n)
    {
        Any first = await Pause.Call(n);
        Any second = await (Any)new Manual();
        try
        {
            await Pause.Call("in try");
        }
        catch (OSError error)
        {
            return (PyList<Any>)[first, second, ToStr(error)];
        }
        return null;
    }

    public static async Coro Nothing()
    {
    }

    public static void Coroutines()
    {
        Any seen = default;
        Coroutine<PyList<Any>?> c = WorkerFunction.Call(1).As<Coroutine<PyList<Any>?>>();
        Print(Inspect.Get("getcoroutinestate").Call(c), ((Any)c).Get("cr_running"), ((Any)c).Get("cr_code").Get("co_name"), ((Any)c).Get("cr_code").Get("co_flags") & Inspect.Get("CO_COROUTINE"));
        Show(new PyFunction("coroutines.<locals>.<lambda>", "", () => ((Any)c).Invoke("send", 1)));
        Print(((Any)c).Invoke("send", Any.None), ((Any)c).Invoke("send", "x"), ((Any)c).Invoke("send", 21), Inspect.Get("getcoroutinestate").Call(c));
        Show(new PyFunction("coroutines.<locals>.<lambda>", "", () => ((Any)c).Invoke("throw", new OSError("thrown"))));
        Show(new PyFunction("coroutines.<locals>.<lambda>", "", () => ((Any)c).Invoke("send", Any.None)));
        Show(((Any)c).Get("close"));
        Show(new PyFunction("coroutines.<locals>.<lambda>", "", () => Iter(WorkerFunction.Call(1).Invoke("__await__")).Invoke("send", Any.None)));
        Show(new PyFunction("coroutines.<locals>.<lambda>", "", () => AsyncIO.Run(BadFunction.Call())));
        var manager = Context.Of(Warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered = manager.Enter();
        try
        {
            seen = entered;
            Warnings.Get("simplefilter").Call("always");
            NothingCoroutine().Discard();
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
        Print(new PyList<string>(Sequences.Of(seen).Select(w => ToStr(w.Get("message")))));
        Print(Inspect.Get("isawaitable").Call(Pause.Call(1)), Inspect.Get("iscoroutine").Call(Pause.Call(1)), Inspect.Get("iscoroutinefunction").Call(WorkerFunction), Inspect.Get("isgeneratorfunction").Call(EchoFunction), Inspect.Get("isasyncgenfunction").Call(TicksFunction));
    }

    public static async Coro Bad()
    {
        await (Any)3;
    }

    public static AsyncGenerator<PyInt> Ticks()
    {
        return AsyncGenerator<PyInt>.Create("ticks", "ticks", Body);

        async AsyncGeneratorBody Body(AsyncYielder<PyInt> y)
        {
            try
            {
                for (PyInt i = 0; i < 3; i++)
                {
                    Any got = await y.Yield(i);
                    if (got.Truth)
                    {
                        Print("got", got);
                    }
                }
            }
            finally
            {
                Print("closing ticks");
            }
        }
    }

    public static AsyncGenerator<PyInt> StubbornTicks()
    {
        return AsyncGenerator<PyInt>.Create("stubborn_ticks", "stubborn_ticks", Body);

        async AsyncGeneratorBody Body(AsyncYielder<PyInt> y)
        {
            while (true)
            {
                try
                {
                    await y.Yield(1);
                }
                catch (GeneratorExit)
                {
                }
            }
        }
    }

    public static async Coro Asynchronous()
    {
        AsyncGenerator<PyInt> t = TicksFunction.Call().As<AsyncGenerator<PyInt>>();
        Print(await t.NextAsync(), await t.SendAsync("hello"), ((Any)t).Get("ag_running"), Inspect.Get("getasyncgenstate").Call(t));
        try
        {
            await t.ThrowAsync(new KeyError("k"));
        }
        catch (KeyError error)
        {
            using var handling = Handling.Of(error);
            Print(Repr(error), Inspect.Get("getasyncgenstate").Call(t));
        }
        Print(await Builtins.Get("anext").Call(t, "default"), await t.ThrowAsync(new ValueError("none")), await ((Any)t).Invoke("aclose"));
        AsyncGenerator<PyInt> s = StubbornTicksFunction.Call().As<AsyncGenerator<PyInt>>();
        await s.NextAsync();
        try
        {
            await s.CloseAsync();
        }
        catch (RuntimeError error)
        {
            Print(error);
        }
        Any step = TicksFunction.Call().Invoke("asend", Any.None);
        try
        {
            _ = step.Invoke("send", Any.None);
        }
        catch (StopIteration stop)
        {
            Print("value", ((Any)stop).Get("value"));
        }
        foreach (var again in new Any[] { new PyFunction("asynchronous.<locals>.<lambda>", "", () => step.Invoke("send", Any.None)), new PyFunction("asynchronous.<locals>.<lambda>", "", () => step.Invoke("throw", ValueError.Type)) })
        {
            Show(again);
        }
        _ = step.Invoke("close");
        AsyncGenerator<PyInt> one = TicksFunction.Call().As<AsyncGenerator<PyInt>>();

        async Coro<PyInt> Take()
        {
            return await one.NextAsync();
        }
        Coroutine<PyInt> TakeCoroutine() => Coroutine.Of("take", "asynchronous.<locals>.take", () => Take());
        var results = await AsyncIO.Gather(TakeCoroutine(), TakeCoroutine());
        Print(results);

        async IAsyncEnumerable<PyInt> Slow()
        {
            await AsyncIO.Sleep(0);
            yield return 1;
        }
        AsyncGenerator<PyInt> shared = AsyncGenerator.Of("slow", "asynchronous.<locals>.slow", Slow());
        Print(await AsyncIO.Gather([Builtins.Get("anext").Call(shared), Builtins.Get("anext").Call(shared)], returnExceptions: true));
        await foreach (var i in Ticks())
        {
            break;
        }
        await AsyncIO.Sleep(0);
        Print("left the loop");
    }

    public static async IAsyncEnumerable<PyInt> Quiet()
    {
        yield return 0;
    }

    public static void Hooks()
    {
        void First(Any generator)
        {
            Print("first", generator.Get("__name__"));
        }
        Any firstFunction = new PyFunction("hooks.<locals>.first", "generator", (Any generator) => First(generator));

        Any old = Sys.Get("get_asyncgen_hooks").Call();
        Sys.Get("set_asyncgen_hooks").Call(new Arguments { { "firstiter", firstFunction } });
        BaseException? pending = null;
        try
        {
            Any step = QuietFunction.Call().Invoke("__anext__");
            Show(new PyFunction("hooks.<locals>.<lambda>", "", () => step.Invoke("send", Any.None)));
        }
        catch (BaseException error)
        {
            pending = error;
            throw;
        }
        finally
        {
            using var handling = Handling.Of(pending);
            Sys.Get("set_asyncgen_hooks").Call(new Arguments { new Star(old) });
        }
        Print(old.Get("firstiter"), old.Get("finalizer"));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Inspect = Modules.Import("inspect");
        Sys = Modules.Import("sys");
        Types = Modules.Import("types");
        Warnings = Modules.Import("warnings");

        Pause = Types.Get("coroutine").Call(PauseCoreFunction);

        Generators();
        Coroutines();
        AsyncIO.Run(AsynchronousFunction.Call());
        Hooks();
    }

    public static readonly Any ShowFunction = new PyFunction("show", "action", (Any action) => Show(action));
    public static readonly Any EchoFunction = new PyFunction("echo", "", () => Echo()) { Flavour = "generator" };
    public static readonly Any DelegatingFunction = new PyFunction("delegating", "", () => Delegating()) { Flavour = "generator" };
    public static readonly Any GeneratorsFunction = new PyFunction("generators", "", () => Generators());
    public static readonly Any PauseCoreFunction = new PyFunction("pause", "value", (Any value) => PauseCore(value)) { Flavour = "generator" };
    public static Coroutine<PyList<Any>?> WorkerCoroutine(Any n) => Coroutine.Of("worker", "worker", () => Worker(n));
    public static readonly Any WorkerFunction = new PyFunction("worker", "n", (Any n) => WorkerCoroutine(n)) { Flavour = "coroutine" };
    public static Coroutine NothingCoroutine() => Coroutine.Of("nothing", "nothing", () => Nothing());
    public static readonly Any NothingFunction = new PyFunction("nothing", "", () => NothingCoroutine()) { Flavour = "coroutine" };
    public static readonly Any CoroutinesFunction = new PyFunction("coroutines", "", () => Coroutines());
    public static Coroutine BadCoroutine() => Coroutine.Of("bad", "bad", () => Bad());
    public static readonly Any BadFunction = new PyFunction("bad", "", () => BadCoroutine()) { Flavour = "coroutine" };
    public static readonly Any TicksFunction = new PyFunction("ticks", "", () => Ticks()) { Flavour = "async generator" };
    public static readonly Any StubbornTicksFunction = new PyFunction("stubborn_ticks", "", () => StubbornTicks()) { Flavour = "async generator" };
    public static Coroutine AsynchronousCoroutine() => Coroutine.Of("asynchronous", "asynchronous", () => Asynchronous());
    public static readonly Any AsynchronousFunction = new PyFunction("asynchronous", "", () => AsynchronousCoroutine()) { Flavour = "coroutine" };
    public static readonly Any QuietFunction = new PyFunction("quiet", "", () => AsyncGenerator.Of("quiet", Quiet())) { Flavour = "async generator" };
    public static readonly Any HooksFunction = new PyFunction("hooks", "", () => Hooks());
}
