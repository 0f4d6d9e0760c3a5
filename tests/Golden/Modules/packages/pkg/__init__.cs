using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using UtilModule = Pkg.Util.Module;

namespace Pkg;

public static class Module
{
    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("pkg", "pkg/__init__.py", Run)
        .Package();

    public static Any Greet(string name)
    {
        return UtilModule.Decorate(F($"hello {name}"), "*", UtilModule.DecorateCount);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print("pkg init");
        Modules.Import("pkg.shapes");
        Modules.Import("pkg.util");
    }
}
