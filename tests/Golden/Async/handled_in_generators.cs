using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace HandledInGenerators;

public static class Module
{
    internal static Any Sys = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("handled_in_generators.py", args, Run);

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
                await AsyncIO.Sleep(0);
                throw new RuntimeError("out");
            }
        }
    }

    public static AsyncGenerator<PyInt> Agen2()
    {
        return AsyncGenerator<PyInt>.Create("agen2", "agen2", Body);

        async AsyncGeneratorBody Body(AsyncYielder<PyInt> y)
        {
            try
            {
                throw new KeyError("k");
            }
            catch (KeyError caught)
            {
                using var handling = Handling.Of(caught);
                await y.Yield(1);
                await AsyncIO.Sleep(0);
                Print("in", Repr(Sys.Get("exception").Call()));
                await y.Yield(2);
                await foreach (var x in Agen3())
                {
                    Print("x", x, Repr(Sys.Get("exception").Call()));
                    await y.Yield(x);
                }
                await AsyncIO.Sleep(0);
                Print("in", Repr(Sys.Get("exception").Call()));
            }
            Print("after", Repr(Sys.Get("exception").Call()));
            await AsyncIO.Sleep(0);
            Print("after", Repr(Sys.Get("exception").Call()));
        }
    }

    public static AsyncGenerator<PyInt> Agen3()
    {
        return AsyncGenerator<PyInt>.Create("agen3", "agen3", Body);

        async AsyncGeneratorBody Body(AsyncYielder<PyInt> y)
        {
            for (PyInt i = 0; i < 3; i++)
            {
                await AsyncIO.Sleep(0);
                try
                {
                    throw new OSError(i);
                }
                catch (OSError caught)
                {
                    using var handling = Handling.Of(caught);
                    await AsyncIO.Sleep(0);
                    Print("  3", Repr(Sys.Get("exception").Call()), Repr(Sys.Get("exception").Call().Get("__context__")));
                    await y.Yield(i);
                    await AsyncIO.Sleep(0);
                    Print("  3", Repr(Sys.Get("exception").Call()));
                }
                await AsyncIO.Sleep(0);
                Print("  3", Repr(Sys.Get("exception").Call()));
            }
        }
    }

    public static async Coro MainAsync()
    {
        AsyncGenerator<PyInt> a = Agen();
        await a.NextAsync();
        try
        {
            await a.ThrowAsync(new ValueError("v"));
        }
        catch (RuntimeError e)
        {
            Print(Repr(e), Repr(((Any)e).Get("__context__")));
        }
        await foreach (var x in Agen2())
        {
            Print(x, Repr(Sys.Get("exception").Call()));
            await AsyncIO.Sleep(0);
            try
            {
                throw new ZeroDivisionError();
            }
            catch (ZeroDivisionError caught)
            {
                using var handling = Handling.Of(caught);
                await AsyncIO.Sleep(0);
                Print(x, Repr(Sys.Get("exception").Call()));
            }
        }
        async Coro Two(string n)
        {
            await foreach (var x in Agen2())
            {
                Print(n, x, Repr(Sys.Get("exception").Call()));
            }
        }
        Coroutine TwoCoroutine(string n) => Coroutine.Of("two", "main.<locals>.two", () => Two(n));
        await AsyncIO.Gather(TwoCoroutine("a"), TwoCoroutine("b"));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Sys = Modules.Import("sys");
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
