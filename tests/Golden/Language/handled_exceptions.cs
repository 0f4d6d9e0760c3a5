using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace HandledExceptions;

using static Module;

public class C : PyObject
{
    public C Enter()
    {
        return this;
    }

    public bool Exit(PyTuple a)
    {
        Print("exit", Repr(Sys.Get("exception").Call()), ((Any)a)[0]);
        return true;
    }

    public static readonly PyType Type = PyType.Emitted("C", "__main__")
        .Constructor("", _ => new C())
        .Method("__enter__", self => self.As<C>().Enter())
        .Method("__exit__", "self, *a", a => a[0].As<C>().Exit(a[1].As<PyTuple>()));
    public override PyType Class => Type;
}

/// <summary>What is being handled: sys.exception(), contexts, bare raise, finally and with.</summary>
public static class Module
{
    internal static Any Sys = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("handled_exceptions.py", args, Run);

    public static Any F_()
    {
        Print(Repr(Sys.Get("exception").Call()));
        try
        {
            throw new KeyError(2);
        }
        catch (KeyError e)
        {
            using var handling = Handling.Of(e);
            Print(Repr(((Any)e).Get("__context__")), Sys.Get("exc_info").Call()[0]);
            throw new IndexError(3);
        }
    }

    public static Generator<PyInt> G()
    {
        return Generator<PyInt>.Create("g", "g", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            try
            {
                await y.Yield(1);
            }
            catch (ValueError e)
            {
                using var handling = Handling.Of(e);
                Print(Repr(Sys.Get("exception").Call()));
                await y.Yield(2);
                Print(Repr(Sys.Get("exception").Call()));
            }
            Print(Repr(Sys.Get("exception").Call()));
            await y.Yield(3);
            return Any.None;
        }
    }

    public static Any Again()
    {
        throw Raise.Again();
    }

    public static Any Fin()
    {
        BaseException? pending = null;
        try
        {
            throw new ValueError("a");
        }
        catch (BaseException error)
        {
            pending = error;
            throw;
        }
        finally
        {
            using var handling = Handling.Of(pending);
            throw new KeyError("b");
        }
    }

    public static async Coro Foo()
    {
    }

    public static void Bar()
    {
        FooCoroutine().Discard();
        Print("after");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Sys = Modules.Import("sys");
        try
        {
            throw new ValueError(1);
        }
        catch (ValueError caught)
        {
            using var handling = Handling.Of(caught);
            try
            {
                F_();
            }
            catch (IndexError e)
            {
                using var handling2 = Handling.Of(e);
                Any c = e;
                while (c.Truth)
                {
                    Print(Repr(c));
                    c = c.Get("__context__");
                }
            }
            Generator<PyInt> x = G();
            x.Next();
            x.Throw(new ValueError(9));
            Print(Repr(Sys.Get("exception").Call()));
            x.Next();
            Print(Repr(Sys.Get("exception").Call()));
        }
        Print(Sys.Get("exception").Call());
        try
        {
            try
            {
                throw new OSError(1);
            }
            catch (OSError caught2)
            {
                using var handling = Handling.Of(caught2);
                Again();
            }
        }
        catch (OSError e)
        {
            Print("again", e);
        }
        try
        {
            Fin();
        }
        catch (KeyError e)
        {
            Print(Repr(((Any)e).Get("__context__")));
        }
        var manager = new C();
        var context = Context.Of((kind, error, traceback2) => manager.Exit(PyTuple.Of(kind, error, traceback2)));
        manager.Enter();
        try
        {
            _ = (PyInt)1 / 0;
        }
        catch (BaseException error2)
        {
            if (!context.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            context.Exit();
        }
        Any warnings = Modules.Import("warnings");
        var manager2 = Context.Of(warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered = manager2.Enter();
        try
        {
            Any w = entered;
            warnings.Get("simplefilter").Call("always");
            Bar();
            Print(new PyList<string>(Sequences.Of(w).Select(x => ToStr(x.Get("message")))));
        }
        catch (BaseException error3)
        {
            if (!manager2.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
    }

    public static Coroutine FooCoroutine() => Coroutine.Of("foo", "foo", () => Foo());
}
