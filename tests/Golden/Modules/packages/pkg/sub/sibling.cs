using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Pkg.Sub.Sibling;

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
