// Written by pytocs.
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Inventory;

/// <summary>What a shop has on its shelves.</summary>
public static class Module
{
    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("inventory", "inventory/__init__.py", Run)
        .Package();

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
    }
}
