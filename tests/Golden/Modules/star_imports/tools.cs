using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using HelpersModule = Helpers.Module;

namespace Tools;

public static class Module
{
    internal static Any Name = "tools";
    internal static Any File = Script.PathOf("tools.py");
    internal static Any Doc = Any.None;
    internal static Any Maybe = Any.Unbound;
    internal static string Chosen = default!;
    internal static Any Path = Any.Unbound;
    internal static PyList<Any> Names_ = default!;
    internal static Any Item = Any.Unbound;
    internal static PyList<Any> Shared = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("tools", "tools.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("maybe", () => Maybe, value => Maybe = value)
        .Variable("chosen", () => Chosen, value => Chosen = value.As<string>())
        .Variable("Path", () => Path, value => Path = value)
        .Variable("names", () => Names_, value => Names_ = value.As<PyList<Any>>())
        .Variable("item", () => Item, value => Item = value)
        .Variable("shared", () => Shared, value => Shared = value.As<PyList<Any>>())
        .Member("join", () => HelpersModule.JoinFunction);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("helpers");
        Chosen = HelpersModule.Chosen;
        Shared = HelpersModule.Shared;

        if (Len("x") == 2)
        {
            Maybe = 5;
        }
        Chosen = "tools";

        if (Name == "__main__")
        {
            Path = Modules.ImportFrom("pathlib", "Path");
            Names_ = (PyList<Any>)["only", "where", "tools", "runs"];
            foreach (var item in Names_)
            {
                Item = item;
                Print(Item);
            }
        }
    }
}
