using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Shelves;

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("shelves.py");
    internal static Any Doc = Any.None;
    internal static Any Shelve = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any E = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "shelves.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("shelve", () => Shelve, value => Shelve = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("tempfile", () => Tempfile, value => Tempfile = value)
        .Variable("d", () => D, value => D = value)
        .Variable("p", () => P, value => P = value)
        .Variable("s", () => S, value => S = value)
        .Variable("e", () => E, value => E = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("shelves.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Shelve = Modules.Import("shelve");
        Os = Modules.Import("os");
        Tempfile = Modules.Import("tempfile");
        D = Tempfile.Get("mkdtemp").Call();
        P = Os.Get("path").Get("join").Call(D, "db");
        var manager = Context.Of(Shelve.Get("open").Call(P));
        Any entered = manager.Enter();
        try
        {
            S = entered;
            S.SetItem("a", (PyList<Any>)[1, 2]);
            S.SetItem("b", new PyDict<Any, Any> { ["x"] = PyTuple.Of(1, Any.None) });
            S["a"].Invoke("append", 3);
            Print(S["a"], Len(S), Sequences.Sorted(Sequences.Of(S)), S.Contains("a"), S.Invoke("get", "zz", 5));
            S.DeleteItem("b");
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
        var manager2 = Context.Of(Shelve.Get("open").Call(new Arguments { P, { "writeback", true } }));
        Any entered2 = manager2.Enter();
        try
        {
            S = entered2;
            S["a"].Invoke("append", 9);
            Print(Builtins.Get("dict").Call(S));
        }
        catch (BaseException error2)
        {
            if (!manager2.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        var manager3 = Context.Of(Shelve.Get("open").Call(P, "r"));
        Any entered3 = manager3.Enter();
        try
        {
            S = entered3;
            Print(S["a"], new PyList<Any>(Sequences.Of(S.Invoke("items"))));
            try
            {
                _ = S["nope"];
            }
            catch (KeyError caught)
            {
                E = caught;
                Print("KeyError", E);
                E = Any.Unbound;
            }
        }
        catch (BaseException error3)
        {
            if (!manager3.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
        var manager4 = Context.Of(Shelve.Get("open").Call(P, "n"));
        Any entered4 = manager4.Enter();
        try
        {
            S = entered4;
            Print(Len(S));
        }
        catch (BaseException error4)
        {
            if (!manager4.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            manager4.Exit();
        }
        S.Invoke("close");
        try
        {
            _ = S["a"];
        }
        catch (ValueError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
    }
}
