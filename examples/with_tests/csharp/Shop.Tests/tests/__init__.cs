// Written by pytocs.
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Tests;

public static class Module
{
    internal static Any Name = "tests";
    internal static Any File = Any.None;
    internal static Any Doc = Any.None;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("tests", "tests/__init__.py", Run)
        .NamespacePackage()
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
    }
}
