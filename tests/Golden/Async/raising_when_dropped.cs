using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace RaisingWhenDropped;

/// <summary>What a generator raises while it is closed because nothing refers to it any more: nobody can catch that.</summary>
public static class Module
{
    internal static Any Sys = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("raising_when_dropped.py", args, Run);

    public static void Report(Any given)
    {
        Print("ignored", PyType.Of(given.Get("exc_value")).Name, given.Get("exc_value"), given.Get("err_msg"), PyType.Of(given.Get("object")).Name);
    }

    public static Generator<PyInt> Countdown(PyInt start, bool fails)
    {
        return Generator<PyInt>.Create("countdown", "countdown", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            BaseException? pending = null;
            try
            {
                while (start != 0)
                {
                    await y.Yield(start);
                    start -= 1;
                }
            }
            catch (BaseException error)
            {
                pending = error;
                throw;
            }
            finally
            {
                if (fails)
                {
                    throw Raise.During(new RuntimeError(F($"closing at {start}")), pending);
                }
            }
            return Any.None;
        }
    }

    public static void RunMain()
    {
        Sys.Set("unraisablehook", ReportFunction);
        try
        {
            foreach (var (left, right) in Sequences.Zip(Countdown(3, false).Items, Countdown(2, true).Items))
            {
                Print(left, right);
                break;
            }
            Print("after zip");
        }
        catch (RuntimeError error)
        {
            Print("caught", error);
        }
        foreach (var item in Countdown(5, true).Items)
        {
            Print(item);
            if (item == 4)
            {
                break;
            }
        }
        Print("after break");
        try
        {
            foreach (var item in Countdown(1, true).Items)
            {
                Print(item);
            }
        }
        catch (RuntimeError error)
        {
            Print("caught", error);
        }
        try
        {
            IEnumerable<PyInt> Items(IEnumerable<(PyInt, PyInt)> source)
            {
                foreach (var (a, b) in source)
                {
                    yield return a + b;
                }
            }
            Print(new PyList<PyInt>(Items(Sequences.Zip(Countdown(1, true).Items, Countdown(2, true).Items))));
        }
        catch (RuntimeError error)
        {
            Print("caught", error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Sys = Modules.Import("sys");

        RunMain();
    }

    public static readonly Any ReportFunction = new PyFunction("report", "given", (Any given) => Report(given));
}
