using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TimedSource;

public static class Module
{
    internal static Any Name
    {
        get
        {
            return Definition.Load("__name__");
        }
        set
        {
            Definition.Store("__name__", value);
        }
    }

    internal static Any File
    {
        get
        {
            return Definition.Load("__file__");
        }
        set
        {
            Definition.Store("__file__", value);
        }
    }

    internal static Any Doc
    {
        get
        {
            return Definition.Load("__doc__");
        }
        set
        {
            Definition.Store("__doc__", value);
        }
    }

    internal static Any Timeit
    {
        get
        {
            return Definition.Load("timeit");
        }
        set
        {
            Definition.Store("timeit", value);
        }
    }

    internal static Any Ticks
    {
        get
        {
            return Definition.Load("ticks");
        }
        set
        {
            Definition.Store("ticks", value);
        }
    }

    internal static Any Clock
    {
        get
        {
            return Definition.Load("clock");
        }
        set
        {
            Definition.Store("clock", value);
        }
    }

    internal static PyList<Any> Out
    {
        get
        {
            return Definition.Load("out").As<PyList<Any>>();
        }
        set
        {
            Definition.Store("out", value);
        }
    }

    internal static Any T
    {
        get
        {
            return Definition.Load("t");
        }
        set
        {
            Definition.Store("t", value);
        }
    }

    internal static Any F_
    {
        get
        {
            return Definition.Load("f");
        }
        set
        {
            Definition.Store("f", value);
        }
    }

    internal static string Bad
    {
        get
        {
            return Definition.Load("bad").As<string>();
        }
        set
        {
            Definition.Store("bad", value);
        }
    }

    internal static Any E
    {
        get
        {
            return Definition.Load("e");
        }
        set
        {
            Definition.Store("e", value);
        }
    }

    internal static Any Args_
    {
        get
        {
            return Definition.Load("args");
        }
        set
        {
            Definition.Store("args", value);
        }
    }

    internal static Any Real
    {
        get
        {
            return Definition.Load("real");
        }
        set
        {
            Definition.Store("real", value);
        }
    }

    internal static Any Globaltest
    {
        get
        {
            return Definition.Load("globaltest");
        }
        set
        {
            Definition.Store("globaltest", value);
        }
    }

    internal static Any N
    {
        get
        {
            return Definition.Load("n");
        }
        set
        {
            Definition.Store("n", value);
        }
    }

    internal static Any Taken
    {
        get
        {
            return Definition.Load("taken");
        }
        set
        {
            Definition.Store("taken", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "timed_source.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("timed_source.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Timeit = Modules.Import("timeit");
        Ticks = Iter(Sequences.Range(1000));
        Any ClockCore()
        {
            return Next(Ticks);
        }
        Clock = new PyFunction("clock", "", () => ClockCore());
        Print(Timeit.Invoke("timeit", new Arguments { "x += 1", "x = 0", Clock, 5 }));
        Out = (PyList<Any>)[];
        T = Timeit.Invoke("Timer", new Arguments { "out.append(n)\nn += 1", "n = 10", Clock, { "globals", new PyDict<Any, Any> { ["out"] = Out } } });
        Print(T.Invoke("timeit", 3), T.Invoke("timeit", 1), Out);
        Print(T.Invoke("repeat", 2, 2), T.Get("src"));
        void F_Core()
        {
            Out.Append("f");
        }
        F_ = new PyFunction("f", "", () => F_Core());
        Print(Timeit.Invoke("timeit", new Arguments { F_, { "number", 2 }, { "timer", Clock } }), Out.Slice(-2));
        Print(Timeit.Invoke("Timer", F_, "import math; v = math.floor(2.5)", Clock).Invoke("timeit", 1));
        Print(Timeit.Invoke("repeat", new Arguments { "sorted([3, 1])", { "repeat", 3 }, { "number", 1 }, { "timer", Clock } }));
        foreach (var item in new string[] { "x =", "return", "break", "  pass", "yield" })
        {
            Bad = item;
            try
            {
                Timeit.Invoke("Timer", Bad);
            }
            catch (SyntaxError caught)
            {
                E = caught;
                using var handling = Handling.Of(caught);
                Print(PyType.Of(E).Name, E.Get("msg"));
                E = Any.Unbound;
            }
        }
        try
        {
            Timeit.Invoke("timeit", new Arguments { "1/0", { "number", 1 } });
        }
        catch (ZeroDivisionError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            Timeit.Invoke("timeit", new Arguments { "nope", { "number", 1 } });
        }
        catch (NameError caught3)
        {
            E = caught3;
            Print(E);
            E = Any.Unbound;
        }
        foreach (var item2 in new Any[] { PyTuple.Of(Any.None), PyTuple.Of("pass", 3) })
        {
            Args_ = item2;
            try
            {
                Timeit.Invoke("Timer", new Arguments { new Star(Args_) });
            }
            catch (ValueError caught4)
            {
                E = caught4;
                Print(E);
                E = Any.Unbound;
            }
        }
        Print(Timeit.Invoke("timeit", new Arguments { "total(3)", { "number", 1 }, { "timer", Clock }, { "globals", new PyDict<Any, Any> { ["total"] = new PyFunction("<lambda>", "n", (Any n) => n) } } }));
        Real = Timeit.Invoke("timeit", new Arguments { "'-'.join(str(n) for n in range(10))", { "number", 100 } });
        Print(Operators.Compare(Comparison.Gt, Real, 0), IsInstance(Real, Builtins.Get("float")));
        PyInt GlobaltestCore()
        {
            return 7;
        }
        Globaltest = new PyFunction("globaltest", "", () => GlobaltestCore());
        Print(Timeit.Invoke("timeit", new Arguments { "r.append(globaltest())", { "number", 2 }, { "timer", Clock }, { "globals", (Any)Definition.Namespace | new PyDict<Any, Any> { ["r"] = Out } } }), Out[-1]);
        var items = Operators.Unpack(Timeit.Invoke("Timer", "pass").Invoke("autorange"), 2);
        N = items[0];
        Taken = items[1];
        Print(Operators.Compare(Comparison.Gt, N, 0), Operators.Compare(Comparison.GtE, Taken, 0.2));
        Print(Timeit.Invoke("main", new Arguments { (PyList<Any>)["-n", "3", "-r", "2", "-u", "sec", "pass"], { "_wrap_timer", new PyFunction("<lambda>", "t", (Any t) => Clock) } }));
        Print(Timeit.Invoke("main", (PyList<Any>)["--nope"]));
        Print(Timeit.Invoke("main", (PyList<Any>)["-u", "year"]));
        Print(Timeit.Invoke("main", new Arguments { (PyList<Any>)["-n2", "-r1", "-v", "-s", "a = 1", "a += 1", "a += 2"], { "_wrap_timer", new PyFunction("<lambda>", "t", (Any t) => Clock) } }));
    }
}
