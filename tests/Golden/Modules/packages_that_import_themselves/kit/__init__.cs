using System.Linq;
using Kit.Mod;
using Kit.Py;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using LateModuleModule = Kit.LateModule.Module;
using ModModule = Kit.Mod.Module;
using MoreModule = Kit.More.Module;
using NamesModuleModule = Kit.NamesModule.Module;

namespace Kit;

public static class Module
{
    internal static Any Name = "kit";
    internal static Any File = Script.PathOf("kit/__init__.py");
    internal static Any Doc = Any.None;
    internal static Any Tool_ = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static PyList<Any> All = default!;
    internal static PyInt First;
    internal static PyInt Second;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("kit", "kit/__init__.py", Run)
        .Package()
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("Tool", () => Tool_, value => Tool_ = value)
        .Variable("error", () => Error, value => Error = value)
        .Member("m", () => (Any)ModModule.Definition)
        .Member("Path", () => Path.Type)
        .Member("tools", () => ToolsFunction)
        .Member("count", () => CountFunction)
        .Member("late", () => (Any)LateModuleModule.Definition)
        .Variable("__all__", () => All, value => All = value.As<PyList<Any>>())
        .Variable("first", () => First, value => First = value.As<PyInt>())
        .Variable("second", () => Second, value => Second = value.As<PyInt>());

    public static (Any, PyInt) Tools()
    {
        Any again = Modules.ImportFrom("kit", "Tool");

        return (again, Count());
    }

    public static PyInt Count()
    {
        return 5;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        try
        {
            Tool_ = Modules.ImportFrom("kit", "Tool");
        }
        catch (ImportError caught)
        {
            Error = caught;
            using var handling = Handling.Of(caught);
            Print(Str.Split(ToStr(Error), " (")[0]);
            Modules.Import("kit.mod");
            Tool_ = Tool.Type;
            Error = Any.Unbound;
        }
        Modules.Import("kit.mod");
        Modules.Import("kit.py");
        Modules.Import("kit.names");
        First = NamesModuleModule.First;
        Modules.Import("kit.more");
        Second = MoreModule.Second;

        Modules.Import("kit.late");

        All = (PyList<Any>)[..Sequences.Spread(Names.Global(Definition.Load("names"), "names").Get("__all__")), ..Sequences.Spread(Names.Global(Definition.Load("more"), "more").Get("__all__"))];
    }

    public static readonly Any ToolsFunction = new PyFunction("tools", "", () => Generic.ToAny(Tools())) { Module = "kit" };
    public static readonly Any CountFunction = new PyFunction("count", "", () => Count()) { Module = "kit" };
}
