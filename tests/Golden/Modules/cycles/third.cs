using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Third;

public static class Module
{
    internal static Any Y = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("third", "third.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("fourth");

        Y = 1;
    }
}
