using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using FifthModule = Fifth.Module;
using FirstModule = First.Module;
using FourthModule = Fourth.Module;
using SecondModule = Second.Module;
using SixthModule = Sixth.Module;
using ThirdModule = Third.Module;

namespace MainScript;

/// <summary>Imports in a circle: what is not bound yet is not there.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(FirstModule.Definition, ThirdModule.Definition, FifthModule.Definition, SecondModule.Definition, FourthModule.Definition, SixthModule.Definition);
        return Script.Main("main.py", args, Run);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        try
        {
            Modules.Import("first");
        }
        catch (ImportError error)
        {
            using var handling = Handling.Of(error);
            Print(PyType.Of(error).Name, Str.Split(Str.Split(ToStr(error), " (/")[0], " (most")[0], ((Any)error).Get("name"));
        }

        try
        {
            Modules.Import("third");
        }
        catch (AttributeError error)
        {
            using var handling = Handling.Of(error);
            Print(PyType.Of(error).Name, Str.Split(ToStr(error), " (")[0]);
        }

        Modules.Import("fifth");

        Print(Generic.ToAny(FifthModule.Late_()), FifthModule.Total);
    }
}
