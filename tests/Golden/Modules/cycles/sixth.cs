using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using FifthModule = Fifth.Module;

namespace Sixth;

public static class Module
{
    internal static PyInt Start;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("sixth", "sixth.py", Run);

    public static (PyInt, PyInt) Both()
    {
        return (FifthModule.Total, Start);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("fifth");
        Start = FifthModule.Start;
    }
}
