using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Second;

public static class Module
{
    internal static Any X = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("second", "second.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("first");
        X = Modules.ImportFrom("first", "x");

        Print("never", X);
    }
}
