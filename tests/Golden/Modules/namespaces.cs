using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Namespaces;

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

    internal static Any Sys
    {
        get
        {
            return Definition.Load("sys");
        }
        set
        {
            Definition.Store("sys", value);
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

    internal static Any G
    {
        get
        {
            return Definition.Load("g");
        }
        set
        {
            Definition.Store("g", value);
        }
    }

    internal static Any Names_
    {
        get
        {
            return Definition.Load("names");
        }
        set
        {
            Definition.Store("names", value);
        }
    }

    internal static PyInt I
    {
        get
        {
            return Definition.Load("i").As<PyInt>();
        }
        set
        {
            Definition.Store("i", value);
        }
    }

    internal static Any Total
    {
        get
        {
            return Definition.Load("total");
        }
        set
        {
            Definition.Store("total", value);
        }
    }

    internal static Any K
    {
        get
        {
            return Definition.Load("K");
        }
        set
        {
            Definition.Store("K", value);
        }
    }

    internal static Any M
    {
        get
        {
            return Definition.Load("m");
        }
        set
        {
            Definition.Store("m", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "namespaces.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("namespaces.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Sys = Modules.Import("sys");
        Any fCoreAcc = new PyList<Any>(new Any[] { 1, 2 });
        Any fCoreK = new PyDict<Any, Any> { ["a"] = 1 };
        (Any, Any) F_Core(Any x, Any acc, Any k)
        {
            acc.Invoke("append", x);
            return (acc, k);
        }
        F_ = new PyFunction("f", "x, acc=, *, k=", (Any[] a) => Generic.ToAny(F_Core(a[0], a[1], a[2])), fCoreAcc, fCoreK);
        G = F_;
        Print(G.Call(3), F_.Call(4), G.Get("__defaults__"), G.Get("__kwdefaults__"));
        PyList<Any> NamesCore()
        {
            Any c = Any.Unbound;
            Any d = Any.Unbound;
            PyInt a = 1;
            PyList<Any> b = (PyList<Any>)[2];
            PyInt Inner()
            {
                return a;
            }
            Any innerFunction = new PyFunction("names.<locals>.inner", "", () => Inner());
            if (a > 3)
            {
                d = 4;
            }
            return Sequences.Sorted(Sequences.Of((Any)Names.Locals(("a", a), ("b", b), ("inner", innerFunction), ("d", d))));
        }
        Names_ = new PyFunction("names", "", () => NamesCore());
        Print(Names_.Call());
        Print(((Any)Definition.Namespace).Contains("f"), Operators.Is(((Any)Definition.Namespace)["g"], F_));
        ((Any)Definition.Namespace).SetItem("dynamic", 42);
        Print(Names.Global(Definition.Load("dynamic"), "dynamic"));
        foreach (var item in Sequences.Range(2))
        {
            I = item;
            Total = I * 2;
        }
        Print(Total, Sequences.Sorted(Sequences.Of((Any)Definition.Namespace).Where(k => !k.Invoke("startswith", "_").Truth)).Slice(0, 4));
        K = ClassBuilder.Build("K", "K", "__main__", new Arguments(), ns =>
        {
            ns["x"] = 1;
            ns["y"] = Sequences.Sorted(Sequences.Of((Any)ns.Mapping).Where(k => !k.Invoke("startswith", "_").Truth));
        });
        Print(K.Get("y"));
        M = Sys.Get("modules")["__main__"];
        Print(M.Get("total"), GetAttr(M, "dynamic"));
        M.Set("total", 9);
        Print(Total);
    }
}
