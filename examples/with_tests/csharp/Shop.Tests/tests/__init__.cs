// Written by pytocs.
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

namespace Tests;

using static Module;

public static class Module
{
    internal static Any Name = "tests";
    internal static Any File = Script.PathOf("tests/__init__.py");
    internal static Any Doc = Any.None;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("tests", "tests/__init__.py", Run)
        .Package()
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
    }
}
