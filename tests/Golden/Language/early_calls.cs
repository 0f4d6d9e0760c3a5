using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace EarlyCalls;

using static Module;

public class Shape : PyObject
{
    public Shape()
    {
        this.Side = Module.Side;
    }

    public PyInt Side { get; set; }

    public Any Area()
    {
        return this.Side * Names.Global(Factor, "FACTOR");
    }

    public Any Name => Names.Global(Name_, "NAME");

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__")
        .Constructor("", a => new Shape())
        .Field("side", self => self.As<Shape>().Side, (self, value) => self.As<Shape>().Side = value.As<PyInt>())
        .Method("area", self => self.As<Shape>().Area())
        .Property("name", self => self.As<Shape>().Name);
    public override PyType Class => Type;
}

/// <summary>Functions, lambdas and methods that are called before the module has bound what they read.</summary>
public static class Module
{
    internal static Any X = Any.Unbound;
    internal static Any Y = Any.Unbound;
    internal static Any Z = Any.Unbound;
    internal static Any Later = Any.Unbound;
    internal static Any K = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static PyInt Side;
    internal static Shape Shape_ = default!;
    internal static Any Factor = Any.Unbound;
    internal static Any Name_ = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("early_calls.py", args, Run);

    public static Any F_()
    {
        return Names.Global(X, "x");
    }

    public static Any G()
    {
        return Names.Global(Y, "y") + 1;
    }

    public static Any H()
    {
        return Names.Global(Z, "z");
    }

    public static Any User()
    {
        return Names.Global(Later, "later").Call();
    }

    public static Any User2()
    {
        return Names.Global(K, "K").Call();
    }

    public static PyInt LaterCore()
    {
        return 3;
    }

    public static Any Size()
    {
        return Names.Global(Sys, "sys").Get("maxsize");
    }

    public static Any Sep()
    {
        return Names.Global(Os, "os").Get("sep");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        try
        {
            Print(F_());
        }
        catch (NameError e)
        {
            Print(e);
        }
        try
        {
            Print(G());
        }
        catch (NameError e)
        {
            Print(e);
        }
        try
        {
            Print(H()[0]);
        }
        catch (NameError e)
        {
            Print(e);
        }
        try
        {
            Print(Names.Global(Later, "later").Call());
        }
        catch (NameError e)
        {
            Print(e);
        }
        try
        {
            Print(Names.Global(K, "K").Call());
        }
        catch (NameError e)
        {
            Print(e);
        }
        try
        {
            Print(User());
        }
        catch (NameError e)
        {
            Print(e);
        }
        try
        {
            Print(User2());
        }
        catch (NameError e)
        {
            Print(e);
        }
        X = "a";
        Y = 5;
        Z = (PyList<Any>)[1];
        Later = LaterCoreFunction;
        K = ClassBuilder.Build("K", "K", "__main__", new Arguments(), ns =>
        {
        });
        Print(F_(), G(), H(), User());
        try
        {
            Size();
        }
        catch (NameError e)
        {
            Print(e);
        }
        Any t = new PyFunction("<lambda>", "", () => Names.Global(Sys, "sys").Invoke("intern", "a"));
        try
        {
            t.Call();
        }
        catch (NameError e)
        {
            Print(e);
        }
        Sys = Modules.Import("sys");
        Print(Operators.Compare(Comparison.Gt, Size(), 1), t.Call());
        try
        {
            Sep();
        }
        catch (NameError e)
        {
            Print(e);
        }
        Os = Modules.Import("os");
        Print(Sep());

        Side = 3;
        Shape_ = new Shape();
        foreach (var read in new Any[] { ((Any)Shape_).Get("area"), new PyFunction("<lambda>", "", () => Shape_.Name) })
        {
            try
            {
                Print(read.Call());
            }
            catch (NameError error)
            {
                Print(error);
            }
        }
        Factor = 2;
        Name_ = "square";
        Print(Shape_.Area(), Shape_.Name);
    }

    public static readonly Any LaterCoreFunction = new PyFunction("later", "", () => LaterCore());
}
