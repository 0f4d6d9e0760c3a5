using System.Diagnostics;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Config;

/// <summary>Settings.</summary>
public static class Module
{
    internal static Any Name = "config";
    internal static bool Debug;
    internal static PyInt Counter;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("config", "config.py", Run);

    public static string Show()
    {
        return F($"DEBUG={Repr(Debug)} counter={Repr(Counter)}");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print("config loaded as", Name);
        Debug = false;
        Counter = 1;
    }
}
