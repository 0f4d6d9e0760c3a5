using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Parts;

/// <summary>The package.</summary>
public static class Module
{
    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("parts", "parts/__init__.py", Run)
        .Package();

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
    }
}
