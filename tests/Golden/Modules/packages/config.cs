using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Async;
using static Pytocs.Runtime.Core.Builtins;
using TimeoutError = Pytocs.Runtime.Core.TimeoutError;
using Timeout = Pytocs.Runtime.Async.Timeout;

namespace Config;

using static Module;

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
