using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Kit.NamesModule;

public static class Module
{
    internal static Any Name = "kit.names";
    internal static Any File = Script.PathOf("kit/names.py");
    internal static Any Doc = Any.None;
    internal static PyList<Any> All = default!;
    internal static PyInt First;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("kit.names", "kit/names.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("__all__", () => All, value => All = value.As<PyList<Any>>())
        .Variable("first", () => First, value => First = value.As<PyInt>());

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        All = (PyList<Any>)["first"];
        First = 3;
    }
}
