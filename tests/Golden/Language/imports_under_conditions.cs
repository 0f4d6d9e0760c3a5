using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ImportsUnderConditions;

/// <summary>Imports under conditions, in functions and in blocks; variables that only inner functions set.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any Numbers_ = Any.Unbound;
    internal static Any Clock = Any.Unbound;
    internal static Any Sqrt = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("imports_under_conditions.py", args, Run);

    public static Any Clocked()
    {
        Clock = Modules.ImportFrom("time", "perf_counter");

        return Operators.Compare(Comparison.Gt, Names.Global(Clock, "clock").Call(), 0);
    }

    public static double Root()
    {
        return PyMath.Sqrt(4.0);
    }

    public static PyInt Signalled()
    {
        _ = false;

        PyInt OnRing(PyInt code)
        {
            _ = true;
            return code;
        }

        return OnRing(2);
    }

    public static async Coro Forgets()
    {
        Any message = Any.Unbound;
        BaseException? pending = null;
        try
        {
            message = 5;
            if (message.Truth)
            {
                message = Any.Unbound;
            }
        }
        catch (BaseException error2)
        {
            pending = error2;
            throw;
        }
        finally
        {
            using var handling = Handling.Of(pending);
            try
            {
                _ = Names.Local(message, "message");
                message = Any.Unbound;
            }
            catch (UnboundLocalError error)
            {
                Print(error);
            }
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any sys = Modules.Import("sys");

        if (Name == "__main__")
        {
            if (sys.Get("argv").Truth)
            {
                Numbers_ = Modules.Import("math");
            }
            else
            {
            }

            (Any, bool) MeasuredCore(Any n)
            {
                double start = Clocks.Time();
                for (PyInt i = 0; i < 10; i++)
                {
                    n = Any.AddInPlace(n, Names.Global(Numbers_, "numbers").Invoke("floor", 2.5));
                }
                return (n, Clocks.Time() - start < 5);
            }
            Any measured = new PyFunction("measured", "n", (Any n) => Generic.ToAny(MeasuredCore(n)));

            Print(measured.Call(5));
        }

        Print(Clocked(), Operators.Compare(Comparison.Gt, Names.Global(Clock, "clock").Call(), 0));
        for (PyInt i = 0; i < 2; i++)
        {
            Sqrt = Modules.ImportFrom("math", "sqrt");
        }

        Print(Root());

        Print(Signalled());
        AsyncIO.Run(ForgetsCoroutine());
    }

    public static Coroutine ForgetsCoroutine() => Coroutine.Of("forgets", "forgets", () => Forgets());
}
