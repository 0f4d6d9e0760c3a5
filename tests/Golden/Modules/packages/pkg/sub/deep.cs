using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using PkgModule = Pkg.Module;
using SiblingModule = Pkg.Sub.Sibling.Module;
using UtilModule = Pkg.Util.Module;

namespace Pkg.Sub.Deep;

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
