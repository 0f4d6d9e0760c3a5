using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using DeepModule = Spare.Inner.Deep.Module;
using InnerModule = Spare.Inner.Module;
using SpareModule = Spare.Module;
using ToolModule = Spare.Tool.Module;

namespace MainScript;

/// <summary>Packages that are only folders.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(SpareModule.Definition, InnerModule.Definition, DeepModule.Definition, ToolModule.Definition);
        return Script.Main("main.py", args, Run);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("spare");
        Modules.Import("spare.inner.deep");
        Modules.Import("spare.tool");

        Print(SpareModule.Name, SpareModule.File, ((Any)SpareModule.Definition).Get("__package__"), new PyList<Any>(Sequences.Of(((Any)SpareModule.Definition).Get("__path__")).Select(p => p.Invoke("rsplit", "/", 1)[-1])));
        Print(Str.Split(Repr((Any)SpareModule.Definition), " from")[0], HasAttr((Any)SpareModule.Definition, "__cached__"));
        Print(DeepModule.Name_, ToolModule.Use(), Operators.Is((Any)ToolModule.Definition, (Any)ToolModule.Definition));
        try
        {
            Modules.Import("spare");
            Any nothing = Modules.ImportFrom("spare", "nothing");
        }
        catch (ImportError e)
        {
            Print(e);
        }
    }
}
