using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using KitModule = Kit.Module;

namespace Kit.LateModule;

public static class Module
{
    internal static Any Name = "kit.late";
    internal static Any File = Script.PathOf("kit/late.py");
    internal static Any Doc = Any.None;
    internal static PyInt Value;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("kit.late", "kit/late.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Member("count", () => KitModule.CountFunction)
        .Variable("value", () => Value, value => Value = value.As<PyInt>());

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("kit");

        Value = KitModule.Count();
    }
}
