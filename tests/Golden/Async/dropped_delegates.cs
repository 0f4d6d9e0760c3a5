using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DroppedDelegates;

/// <summary>A generator that goes on although it is closed, while another delegates to it.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("dropped_delegates.py", args, Run);

    public static Generator<PyInt> Stubborn(PyInt n)
    {
        return Generator<PyInt>.Create("stubborn", "stubborn", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            try
            {
                for (PyInt i = 0, stop = n; i < stop; i++)
                {
                    await y.Yield(i);
                }
            }
            catch (GeneratorExit caught)
            {
                using var handling = Handling.Of(caught);
                Print("caught");
                await y.Yield(-1);
            }
            finally
            {
                Print("finally");
            }
            return Any.None;
        }
    }

    public static Generator<PyInt> Outer(PyInt n)
    {
        return Generator<PyInt>.Create("outer", "outer", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            await y.YieldFrom(Stubborn(n));
            return Any.None;
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Generator<PyInt> made = Outer(3);
        Print(made.Next());
        try
        {
            made.Close();
        }
        catch (RuntimeError e)
        {
            Print("close", e);
        }
        Print(new PyList<PyInt>(made.Rest));
    }
}
