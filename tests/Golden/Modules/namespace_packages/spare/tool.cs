using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using DeepModule = Spare.Inner.Deep.Module;

namespace Spare.Tool;

public static class Module
{
    internal static Any Package = ModuleOrigin.Package("spare.tool", false);

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("spare.tool", "spare/tool.py", Run);

    public static string Use()
    {
        return F($"tool of {Names.Global(Package, "__package__")} with {DeepModule.Name_}");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("spare.inner");
        Modules.Import("spare.inner.deep");
    }
}
