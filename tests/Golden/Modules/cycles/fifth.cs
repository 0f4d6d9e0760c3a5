using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using SixthModule = Sixth.Module;

namespace Fifth;

public static class Module
{
    internal static PyInt Start;
    internal static PyInt Total;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("fifth", "fifth.py", Run);

    public static (PyInt, PyInt) Late_()
    {
        return SixthModule.Both();
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Start = 40;

        Modules.Import("sixth");

        Total = SixthModule.Start + 2;
    }
}
