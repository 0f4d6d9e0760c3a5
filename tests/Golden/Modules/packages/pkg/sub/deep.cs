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
using PkgModule = Pkg.Module;
using UtilModule = Pkg.Util.Module;
using SiblingModule = Pkg.Sub.Sibling.Module;

namespace Pkg.Sub.Deep;

using static Module;

public static class Module
{
    internal static Any Name = "pkg.sub.deep";

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("pkg.sub.deep", "pkg/sub/deep.py", Run);

    public static Any Value()
    {
        return UtilModule.Decorate(PkgModule.Greet("deep") + SiblingModule.Name_, "+", UtilModule.DecorateCount);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("pkg");
        Modules.Import("pkg.util");
        Modules.Import("pkg.sub");
        Modules.Import("pkg.sub.sibling");
    }
}
