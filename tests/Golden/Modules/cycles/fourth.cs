using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using ThirdModule = Third.Module;

namespace Fourth;

public static class Module
{
    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("fourth", "fourth.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("third");

        Print("never", Names.Member(ThirdModule.Y, ThirdModule.Definition, "y"));
    }
}
