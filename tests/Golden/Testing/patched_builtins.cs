using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PatchedBuiltins;

/// <summary>Tests put functions of their own in place of built-in ones, everywhere or in one module.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("patched_builtins.py");
    internal static Any Doc = "Tests put functions of their own in place of built-in ones, everywhere or in one module.";
    internal static Any Sys = Any.Unbound;
    internal static Any MockOpen = Any.Unbound;
    internal static Any Patch = Any.Unbound;
    internal static Any Opened = Any.Unbound;
    internal static Any Printed = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "patched_builtins.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("mock_open", () => MockOpen, value => MockOpen = value)
        .Variable("patch", () => Patch, value => Patch = value)
        .Member("load", () => LoadFunction)
        .Member("ask", () => AskFunction)
        .Member("show", () => ShowFunction)
        .Variable("opened", () => Opened, value => Opened = value)
        .Variable("printed", () => Printed, value => Printed = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("patched_builtins.py", args, Definition);

    public static Any Load(Any path)
    {
        var manager = Context.Of(Names.Global(Definition.Load("open"), "open").Call(path));
        Any entered = manager.Enter();
        try
        {
            Any file = entered;
            return file.Invoke("read");
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
        return Any.None;
    }

    public static Any Ask()
    {
        return Names.Global(Definition.Load("input"), "input").Call("name? ").Invoke("strip");
    }

    public static void Show(Any value)
    {
        Builtins.Get("print").Call("showing", value);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Sys = Modules.Import("sys");
        MockOpen = Modules.ImportFrom("unittest.mock", "mock_open");
        Patch = Modules.ImportFrom("unittest.mock", "patch");

        var manager = Context.Of(Patch.Call("builtins.open", MockOpen.Call(new Arguments { { "read_data", "hello" } })));
        Any entered = manager.Enter();
        try
        {
            Opened = entered;
            Builtins.Get("print").Call(Load("x.txt"));
            Opened.Invoke("assert_called_once_with", "x.txt");
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
        var manager2 = Context.Of(Patch.Call(new Arguments { "builtins.input", { "return_value", " bob " } }));
        manager2.Enter();
        try
        {
            Builtins.Get("print").Call(Ask());
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
        var manager3 = Context.Of(Patch.Call("builtins.print"));
        Any entered2 = manager3.Enter();
        try
        {
            Printed = entered2;
            Show(3);
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
        Builtins.Get("print").Call(Printed.Get("mock_calls"));
        var manager4 = Context.Of(Patch.Call(new Arguments { "__main__.open", MockOpen.Call(new Arguments { { "read_data", "second" } }), { "create", true } }));
        manager4.Enter();
        try
        {
            Builtins.Get("print").Call(Load("y.txt"));
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
        var manager5 = Context.Of(Patch.Invoke("object", new Arguments { Sys.Get("modules")["__main__"], "input", { "create", true }, { "side_effect", (PyList<Any>)["a", "b"] } }));
        manager5.Enter();
        try
        {
            Builtins.Get("print").Call(Ask(), Ask());
        }
        catch (BaseException error5)
        {
            if (!manager5.Exit(error5))
            {
                throw;
            }
        }
        finally
        {
            manager5.Exit();
        }
        Show(4);
    }

    public static readonly Any LoadFunction = new PyFunction("load", "path", (Any path) => Load(path));
    public static readonly Any AskFunction = new PyFunction("ask", "", () => Ask());
    public static readonly Any ShowFunction = new PyFunction("show", "value", (Any value) => Show(value));
}
