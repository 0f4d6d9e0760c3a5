// Written by pytocs.
using System.Linq;
using Inventory.Model;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using InventoryModule = Inventory.Module;
using ModelModule = Inventory.Model.Module;
using ReportModule = Inventory.Report.Module;

namespace Inventory.Program;

public static class Module
{
    internal static Any Name = "__main__";

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(InventoryModule.Definition, ModelModule.Definition, ReportModule.Definition);
        return Script.Main("__main__.py", args, Run);
    }

    public static void RunMain()
    {
        var shelf = new Shelf();
        shelf.Add(new Item("lamp", 2495, ((Any)Generic.ToAny(("light", "brass"))).As<PyTuple>()), 2);
        shelf.Add(new Item("chair", 8900, Item.InitTags), 4);
        shelf.Add(new Item("cup", 350, PyTuple.Of("blue")), 12);
        foreach (var name in new string[] { "lamp", "sofa" })
        {
            try
            {
                Print("sold:", shelf.Take(name).Name);
            }
            catch (KeyError missing)
            {
                Print("not here:", missing);
            }
        }
        foreach (var line in ReportModule.Lines(shelf))
        {
            Print(line);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("inventory.model");
        Modules.Import("inventory.report");

        if (Name == "__main__")
        {
            RunMain();
        }
    }
}
