using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Kit.Mod;

using static Module;

public class Tool : PyObject
{
    public static PyInt Size => 4;

    public static readonly PyType Type = PyType.Emitted("Tool", "kit.mod")
        .Attribute("size", Size)
        .Constructor("", _ => new Tool());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Name = "kit.mod";
    internal static Any File = Script.PathOf("kit/mod.py");
    internal static Any Doc = Any.None;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("kit.mod", "kit/mod.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Member("Tool", () => Tool.Type);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
    }
}
