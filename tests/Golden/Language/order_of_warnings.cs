using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OrderOfWarnings;

/// <summary>What the compiler warns of comes after what the tokens are warned of.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("order_of_warnings.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any found = default;

        Any warnings = Modules.Import("warnings");

        string source = "\nprint(1 is None)\nx = \"\\d\"\nassert (x, \"always true\")\ny = 1or 2\nz = \"\\q\" is x\n";

        var manager = Context.Of(warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered = manager.Enter();
        try
        {
            found = entered;
            warnings.Get("simplefilter").Call("always");
            Evaluation.CompileFunction.Call(source, "<source>", "exec");
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        foreach (var warning in Sequences.Of(found))
        {
            Print(warning.Get("lineno"), warning.Get("category").Get("__name__"), warning.Get("message"));
        }
    }
}
