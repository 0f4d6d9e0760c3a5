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

namespace Pkg.Sub.Sibling;

using static Module;

public static class Module
{
    internal static string Name_ = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("pkg.sub.sibling", "pkg/sub/sibling.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Name_ = "sib";
    }
}
