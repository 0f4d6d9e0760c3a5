using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Spare.Inner.Deep;

public static class Module
{
    internal static Any Name = "spare.inner.deep";
    internal static Any Name_ = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("spare.inner.deep", "spare/inner/deep.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Name_ = Name;
    }
}
