using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ContextsOfExceptions;

/// <summary>Functions called from clauses raise: what was being handled is the context, also across awaits and yields.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("contexts_of_exceptions.py", args, Run);

    public static PyInt Boom(PyInt n)
    {
        return ((PyList<PyInt>)[1])[n];
    }

    public static async Coro Co()
    {
        try
        {
            Boom(1);
        }
        catch (IndexError caught)
        {
            using var handling = Handling.Of(caught);
            await AsyncIO.Sleep(0);
            _ = new PyDict<Any, Any>().At((Any)"after");
        }
    }

    public static async Coro Other()
    {
        try
        {
            PyInt.Parse("q");
        }
        catch (ValueError caught)
        {
            using var handling = Handling.Of(caught);
            await AsyncIO.Sleep(0);
            await AsyncIO.Sleep(0);
            try
            {
                throw new KeyError("own");
            }
            catch (KeyError e)
            {
                Print("ctx", Repr(((Any)e).Get("__context__")));
            }
        }
    }

    public static Generator<PyInt> G()
    {
        return Generator<PyInt>.Create("g", "g", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            try
            {
                Boom(5);
            }
            catch (IndexError caught)
            {
                using var handling = Handling.Of(caught);
                await y.Yield(1);
                await y.Yield(2);
            }
            return Any.None;
        }
    }

    public static AsyncGenerator<PyInt> Ag()
    {
        return AsyncGenerator<PyInt>.Create("ag", "ag", Body);

        async AsyncGeneratorBody Body(AsyncYielder<PyInt> y)
        {
            try
            {
                Boom(7);
            }
            catch (IndexError caught)
            {
                using var handling = Handling.Of(caught);
                await y.Yield(1);
                PyInt.Parse("ag");
            }
        }
    }

    public static async Coro MainAsync()
    {
        Any f = Any.Unbound;
        Any r = await AsyncIO.Gather([CoCoroutine(), OtherCoroutine()], returnExceptions: true);
        foreach (var x in Sequences.Of(r))
        {
            Print(Repr(x), x.Truth ? (Any)Repr(x.Get("__context__")) : Any.None);
        }
        foreach (var item in G().Items)
        {
            Any x = item;
            try
            {
                PyInt.Parse("z");
            }
            catch (ValueError e)
            {
                Print("in loop", Repr(((Any)e).Get("__context__")));
            }
        }
        Generator<PyInt> it = G();
        it.Next();
        try
        {
            it.Throw(new TypeError("thrown"));
        }
        catch (TypeError e)
        {
            Print(Repr(((Any)e).Get("__context__")));
        }
        try
        {
            Boom(9);
        }
        catch (IndexError caught)
        {
            using var handling = Handling.Of(caught);
            try
            {
                await foreach (var v in Ag())
                {
                    Print(v);
                }
            }
            catch (ValueError e)
            {
                using var handling2 = Handling.Of(e);
                Print(Repr(e), Repr(((Any)e).Get("__context__")), Repr(((Any)e).Get("__context__").Get("__context__")));
            }
        }
        Any cm = ClassBuilder.Build("CM", "main.<locals>.CM", "__main__", new Arguments(), ns =>
        {
            async Coro<Any> EnterAsync(Any self)
            {
                return self;
            }
            Coroutine<Any> EnterAsyncCoroutine(Any self) => Coroutine.Of("__aenter__", "main.<locals>.CM.__aenter__", () => EnterAsync(self));
            ns["__aenter__"] = new PyFunction("main.<locals>.CM.__aenter__", "self", (Any self) => EnterAsyncCoroutine(self)) { Flavour = "coroutine" };
            async Coro ExitAsync(Any self, PyTuple a)
            {
                await AsyncIO.Sleep(0);
                PyInt.Parse("exit");
            }
            Coroutine ExitAsyncCoroutine(Any self, PyTuple a) => Coroutine.Of("__aexit__", "main.<locals>.CM.__aexit__", () => ExitAsync(self, a));
            ns["__aexit__"] = new PyFunction("main.<locals>.CM.__aexit__", "self, *a", (Any[] a) => ExitAsyncCoroutine(a[0], a[1].As<PyTuple>())) { Flavour = "coroutine" };
        });
        try
        {
            var manager = AsyncContext.Of(cm.Call());
            await manager.EnterAsync();
            try
            {
                Boom(11);
            }
            catch (BaseException error)
            {
                if (!await manager.ExitAsync(error))
                {
                    throw;
                }
            }
            finally
            {
                await manager.ExitAsync();
            }
        }
        catch (ValueError e)
        {
            Print(Repr(e), Repr(((Any)e).Get("__context__")));
        }
        try
        {
            BaseException? pending = null;
            try
            {
                Boom(12);
            }
            catch (BaseException error2)
            {
                pending = error2;
                throw;
            }
            finally
            {
                using var handling = Handling.Of(pending);
                await AsyncIO.Sleep(0);
                PyInt.Parse("fin");
            }
        }
        catch (ValueError e)
        {
            Print(Repr(e), Repr(((Any)e).Get("__context__")));
        }
        PyList<Any> stored = (PyList<Any>)[];
        try
        {
            Boom(13);
        }
        catch (IndexError caught2)
        {
            using var handling = Handling.Of(caught2);
            stored.Append(new ValueError("stored"));
        }
        Print(stored[0].Get("__context__"));
        try
        {
            throw Raise.Of(stored[0]);
        }
        catch (ValueError e)
        {
            Print(Repr(((Any)e).Get("__context__")));
        }
        try
        {
            Boom(14);
        }
        catch (IndexError caught3)
        {
            using var handling = Handling.Of(caught3);
            f = AsyncIO.GetRunningLoop().CreateFuture();
            _ = f.Invoke("set_exception", new ValueError("fut"));
        }
        try
        {
            await Names.Local(f, "f");
        }
        catch (ValueError e)
        {
            Print(Repr(e), Repr(((Any)e).Get("__context__")));
        }
        PyInt Ret()
        {
            BaseException? failed = null;
            try
            {
                Boom(15);
            }
            catch (BaseException error3)
            {
                failed = error3;
            }
            {
                using var handling = Handling.Of(failed);
                try
                {
                    PyInt.Parse("r");
                }
                catch (ValueError e)
                {
                    Print(Repr(((Any)e).Get("__context__")));
                }
                return 4;
            }
        }
        Print(Ret());
        try
        {
            try
            {
                Boom(1);
            }
            catch (IndexError caught4)
            {
                using var handling = Handling.Of(caught4);
                BaseException? pending2 = null;
                try
                {
                }
                catch (BaseException error3)
                {
                    pending2 = error3;
                    throw;
                }
                finally
                {
                    using var handling2 = Handling.Of(pending2);
                    throw new ValueError("fin in handler");
                }
            }
        }
        catch (ValueError e)
        {
            Print(Repr(e), Repr(((Any)e).Get("__context__")));
        }
        try
        {
            BaseException? pending3 = null;
            try
            {
                Boom(1);
            }
            catch (BaseException error4)
            {
                pending3 = error4;
                throw;
            }
            finally
            {
                using var handling = Handling.Of(pending3);
                throw Raise.Again();
            }
        }
        catch (IndexError e)
        {
            Print(Repr(e), Repr(((Any)e).Get("__context__")));
        }
        try
        {
            BaseException? pending4 = null;
            try
            {
            }
            catch (BaseException error5)
            {
                pending4 = error5;
                throw;
            }
            finally
            {
                using var handling = Handling.Of(pending4);
                throw Raise.Again();
            }
        }
        catch (RuntimeError e)
        {
            Print(Repr(e), Repr(((Any)e).Get("__context__")));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine CoCoroutine() => Coroutine.Of("co", "co", () => Co());
    public static Coroutine OtherCoroutine() => Coroutine.Of("other", "other", () => Other());
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
