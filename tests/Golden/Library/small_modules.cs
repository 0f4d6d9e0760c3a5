using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SmallModules;

using static Module;

public class Clock : PyObject
{
    public static Any T { get; set; } = 0;

    public Any Time()
    {
        return ((Any)this).Get("t");
    }

    public void Sleep(Any s)
    {
        Any target = Clock.Type;
        target.Set("t", Any.AddInPlace(target.Get("t"), s));
        _ = s.Truth ? Functions.None(() => Print("sleep", s)) : s;
    }

    public static readonly PyType Type = PyType.Emitted("Clock", "__main__")
        .Shared("t", () => T, value => T = value)
        .Constructor("", _ => new Clock())
        .Method("time", self => self.As<Clock>().Time())
        .Method("sleep", "self, s", (self, s) => self.As<Clock>().Sleep(s));
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Graphlib = Any.Unbound;
    internal static PyList<PyInt> N = default!;
    internal static Any Ts = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("small_modules.py", args, Run);

    public static void SecondCore()
    {
        Print("second");
    }

    public static void Gone()
    {
        Print("gone");
    }

    public static void Inc()
    {
        N[0] += 1;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any e = default;
        Any atexit = Modules.Import("atexit");
        Any timeit = Modules.Import("timeit");
        Any platform = Modules.Import("platform");
        Any getopt = Modules.Import("getopt");
        Graphlib = Modules.Import("graphlib");
        Any sched = Modules.Import("sched");
        Any sys = Modules.Import("sys");
        atexit.Get("register").Call(new Arguments { Builtins.Get("print"), "first", { "end", "!\n" } });
        Any second = atexit.Get("register").Call(SecondCoreFunction);
        atexit.Get("register").Call(GoneFunction);
        atexit.Get("unregister").Call(GoneFunction);
        Print(Builtins.Get("type").Call(timeit.Get("timeit").Call(new Arguments { new PyFunction("<lambda>", "", () => Any.None), { "number", 10 } })), Len(timeit.Get("repeat").Call(new Arguments { new PyFunction("<lambda>", "", () => (Any)1), { "number", 1 }, { "repeat", 3 } })), timeit.Get("default_number"));
        N = (PyList<PyInt>)[0];
        timeit.Get("Timer").Call(IncFunction).Invoke("timeit", 5);
        Print(N);
        Print(platform.Get("system").Call(), platform.Get("python_version").Call(), platform.Get("python_implementation").Call(), platform.Get("machine").Call(), platform.Get("uname").Call()[0], platform.Get("python_version_tuple").Call());
        foreach (var a in new Any[] { (PyList<Any>)["-a", "-b", "x", "--long", "--arg=3", "rest", "-c"], (PyList<Any>)["-z"], (PyList<Any>)["-b"], (PyList<Any>)["--lo", "q"], (PyList<Any>)["--arg"], (PyList<Any>)["--long=3"], (PyList<Any>)["--a", "--", "-x"], (PyList<Any>)["-abv"], (PyList<Any>)[] })
        {
            foreach (var f in new Any[] { getopt.Get("getopt"), getopt.Get("gnu_getopt") })
            {
                try
                {
                    Print(f.Call(a, "ab:c", (PyList<Any>)["long", "arg=", "also"]));
                }
                catch (BaseException caught) when (Except.Matches(caught, getopt.Get("GetoptError")))
                {
                    e = caught;
                    using var handling = Handling.Of(caught);
                    Print(Repr(e), e, e.Get("opt"), e.Get("msg"));
                }
            }
        }
        Ts = Graphlib.Get("TopologicalSorter").Call(new PyDict<Any, Any> { ["D"] = (PySet<Any>)["B", "C"], ["C"] = (PySet<Any>)["A"], ["B"] = (PySet<Any>)["A"] });
        Print(new PyList<PyList<Any>>(((PyList<PyList<Any>>)[new PyList<Any>(Sequences.Of(Ts.Invoke("static_order")))]).Select(x => Sequences.Sorted(x))));
        Ts = Graphlib.Get("TopologicalSorter").Call();
        Ts.Invoke("add", 1, 2, 3);
        Ts.Invoke("add", 2, 3);
        Ts.Invoke("add", 5);
        Ts.Invoke("prepare");
        while (Ts.Invoke("is_active").Truth)
        {
            Any r = Ts.Invoke("get_ready");
            Print(Sequences.Sorted(Sequences.Of(r)));
            Ts.Invoke("done", new Arguments { new Star(r) });
        }
        foreach (var f in new Any[] { new PyFunction("<lambda>", "", () => Ts.Invoke("prepare")), new PyFunction("<lambda>", "", () => Ts.Invoke("add", 7)), new PyFunction("<lambda>", "", () => Ts.Invoke("done", 99)), new PyFunction("<lambda>", "", () => Ts.Invoke("done", 1)), new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Graphlib.Get("TopologicalSorter").Call(new PyDict<Any, Any> { [1] = (PyList<Any>)[2], [2] = (PyList<Any>)[3], [3] = (PyList<Any>)[1] }).Invoke("static_order")))), new PyFunction("<lambda>", "", () => Graphlib.Get("TopologicalSorter").Call().Invoke("get_ready")) })
        {
            try
            {
                Print(f.Call());
            }
            catch (PyException caught2)
            {
                e = caught2;
                using var handling = Handling.Of(caught2);
                Print(PyType.Of(e).Name, e, e.Get("args"));
            }
        }
        var c = new Clock();
        Any s = sched.Get("scheduler").Call(((Any)c).Get("time"), ((Any)c).Get("sleep"));
        e = s.Invoke("enter", new Arguments { 10, 1, Builtins.Get("print"), PyTuple.Of("ten") });
        s.Invoke("enter", new Arguments { 5, 2, Builtins.Get("print"), PyTuple.Of("five-2") });
        s.Invoke("enter", new Arguments { 5, 1, Builtins.Get("print"), { "argument", PyTuple.Of("five-1") }, { "kwargs", new PyDict<Any, Any> { ["end"] = ".\n" } } });
        Any x = s.Invoke("enterabs", new Arguments { 7, 1, Builtins.Get("print"), PyTuple.Of("cancelled") });
        s.Invoke("cancel", x);
        Print(Len(s.Get("queue")), s.Get("queue")[0][new PySlice(Any.None, 3, Any.None)], s.Invoke("empty"), e.Get("time"), e.Get("priority"));
        s.Invoke("run");
        Print(s.Invoke("empty"), ((Any)Clock.Type).Get("t"));
        try
        {
            s.Invoke("cancel", x);
        }
        catch (ValueError caught3)
        {
            e = caught3;
            Print("ValueError", e);
        }
        sys.Get("exit").Call(3);
    }

    public static readonly Any SecondCoreFunction = new PyFunction("second", "", () => SecondCore());
    public static readonly Any GoneFunction = new PyFunction("gone", "", () => Gone());
    public static readonly Any IncFunction = new PyFunction("inc", "", () => Inc());
}
