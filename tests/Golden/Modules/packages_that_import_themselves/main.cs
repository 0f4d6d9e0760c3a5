using System.Linq;
using Kit.Mod;
using Kit.Py;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using KitModule = Kit.Module;
using KitPyModule = Kit.Py.Module;
using LateModuleModule = Kit.LateModule.Module;
using ModModule = Kit.Mod.Module;
using MoreModule = Kit.More.Module;
using NamesModuleModule = Kit.NamesModule.Module;

namespace MainScript;

/// <summary>Packages that import names from themselves, name their submodules, and have a module called as a type of the runtime.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(KitModule.Definition, ModModule.Definition, KitPyModule.Definition, NamesModuleModule.Definition, MoreModule.Definition, LateModuleModule.Definition);
        return Script.Main("main.py", args, Run);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("kit");

        Print(KitModule.Tool_.Get("size"), Operators.Is(Tool.Type, KitModule.Tool_), KitModule.Tools().Item2, LateModuleModule.Value, Path.X, KitModule.All);
    }
}
