using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Helpers;

public static class Module
{
    internal static Any Os = Any.Unbound;
    internal static PyList<string> All = default!;
    internal static PyDict<string, PyInt> HelperTwo = default!;
    internal static PyInt Hidden;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("helpers", "helpers.py", Run);

    public static PyInt HelperOne(PyInt x)
    {
        return x + 1;
    }

    public static void NotExported()
    {
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Os = Modules.Import("os");
        All = (PyList<string>)["helper_one", "HELPER_TWO"];
        HelperTwo = new PyDict<string, PyInt> { ["a"] = 1 };
        Hidden = 3;
    }
}
