using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace UnboundClosures;

/// <summary>Reading a variable of an outer function before it has a value, and after del.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("unbound_closures.py", args, Run);

    public static void Outer()
    {
        Any x = Any.Unbound;
        Any Inner()
        {
            return Names.Free(x, "x") + 1;
        }
        try
        {
            Print(Inner());
        }
        catch (NameError e)
        {
            Print(PyType.Of(e).Name, e);
        }
        x = 5;
        Print(Inner());
    }

    public static void Outer2()
    {
        Any v = Any.Unbound;
        Any w = Any.Unbound;
        void Show()
        {
            Print("v", Names.Free(v, "v"));
        }
        for (PyInt i = 0; i < 0; i++)
        {
            v = i;
        }
        try
        {
            Show();
        }
        catch (NameError e)
        {
            using var handling = Handling.Of(e);
            Print(e, ((Any)e).Get("name"));
        }
        Any f = new PyFunction("outer2.<locals>.<lambda>", "", () => Names.Free(w, "w") * 2);
        try
        {
            f.Call();
        }
        catch (NameError e)
        {
            Print(e);
        }
        w = 3.5;
        Print(f.Call());
    }

    public static void Outer3()
    {
        Any n = Any.Unbound;
        n = 1;
        void Kill()
        {
            Names.Free(n, "n");
            n = Any.Unbound;
        }
        Kill();
        try
        {
            Print(Names.Local(n, "n"));
        }
        catch (NameError e)
        {
            Print(PyType.Of(e).Name, e);
        }
        try
        {
            Kill();
        }
        catch (NameError e)
        {
            Print(PyType.Of(e).Name, e);
        }
        n = 3;
        Print(Names.Local(n, "n"));
    }

    public static void Outer4()
    {
        Any c = Any.Unbound;
        void Inner()
        {
            c = Any.AddInPlace(Names.Free(c, "c"), 1);
        }
        try
        {
            Inner();
        }
        catch (NameError e)
        {
            Print(PyType.Of(e).Name, e);
        }
        c = 1;
        Inner();
        Print(c);
    }

    public static void Outer5(Any flag)
    {
        Any s = Any.Unbound;
        PyList<Any> G()
        {
            return new PyList<Any>(Sequences.Range(2).Select(_ => Names.Free(s, "s")));
        }
        if (flag.Truth)
        {
            s = "yes";
        }
        Print(flag.Truth ? (Any)new PyList<Any>(Sequences.Range(1).Select(q => Names.Local(s, "s"))) : (Any)"no");
        try
        {
            Print(G());
        }
        catch (NameError e)
        {
            Print(e);
        }
    }

    public static void Outer6()
    {
        Any k = Any.Unbound;
        Any A()
        {
            return B() + 1;
        }
        Any B()
        {
            return Names.Free(k, "k");
        }
        try
        {
            A();
        }
        catch (NameError e)
        {
            Print(e);
        }
        k = 10;
        Print(A());
    }

    public static void Outer7()
    {
        Any late = Any.Unbound;
        Any c = ClassBuilder.Build("C", "outer7.<locals>.C", "__main__", new Arguments(), ns =>
        {
            Any M(Any self)
            {
                return Names.Free(late, "late");
            }
            ns["m"] = new PyFunction("outer7.<locals>.C.m", "self", (Any self) => M(self));
        });
        try
        {
            c.Call().Invoke("m");
        }
        catch (NameError e)
        {
            Print(e);
        }
        late = (PyList<Any>)[1];
        Print(c.Call().Invoke("m"));
    }

    public static void Outer8()
    {
        Any helper = Any.Unbound;
        Any helper2 = Any.Unbound;
        try
        {
            Names.Local(helper, "helper").Call();
        }
        catch (UnboundLocalError e)
        {
            Print(e);
        }
        Any User()
        {
            return Names.Free(helper2, "helper2").Call();
        }
        try
        {
            User();
        }
        catch (NameError e)
        {
            Print(Builtins.Get("type").Call(e), e);
        }
        PyInt Helper()
        {
            return 1;
        }
        helper = new PyFunction("outer8.<locals>.helper", "", () => Helper());
        PyInt Helper2()
        {
            return 2;
        }
        helper2 = new PyFunction("outer8.<locals>.helper2", "", () => Helper2());
        Print(User(), helper.Call());
    }

    public static void Deleted()
    {
        Any x = Any.Unbound;
        Any y = Any.Unbound;
        Any e = Any.Unbound;
        x = 1;
        y = (PyList<Any>)[1];
        void G()
        {
            Names.Free(x, "x");
            x = Any.Unbound;
            Print("in g", Names.Free(y, "y"));
            Names.Free(y, "y");
            y = Any.Unbound;
            try
            {
                Print(Names.Free(x, "x"));
            }
            catch (NameError e)
            {
                Print(PyType.Of(e).Name, e);
            }
        }
        Any gFunction = new PyFunction("deleted.<locals>.g", "", () => G());
        G();
        try
        {
            Print(F($"{Names.Local(x, "x")}"));
        }
        catch (NameError caught)
        {
            e = caught;
            Print(PyType.Of(e).Name, e);
            e = Any.Unbound;
        }
        try
        {
            Print(Names.Local(y, "y"));
        }
        catch (NameError caught2)
        {
            e = caught2;
            Print(PyType.Of(e).Name, e);
            e = Any.Unbound;
        }
        try
        {
            Names.Local(y, "y").Invoke("append", 2);
        }
        catch (NameError caught3)
        {
            e = caught3;
            Print(PyType.Of(e).Name, e);
            e = Any.Unbound;
        }
        Print(Sequences.Sorted(Sequences.Of((Any)Names.Locals(("x", x), ("y", y), ("g", gFunction), ("e", e)))));
        x = "again";
        Print(Names.Local(x, "x"), Sequences.Sorted(Sequences.Of((Any)Names.Locals(("x", x), ("y", y), ("g", gFunction), ("e", e)))));
    }

    public static (Any, Any) Counter()
    {
        Any n = Any.Unbound;
        n = 0;
        Any Bump()
        {
            n = Any.AddInPlace(Names.Free(n, "n"), 1);
            return Names.Free(n, "n");
        }
        Any bumpFunction = new PyFunction("counter.<locals>.bump", "", () => Bump());
        void Drop()
        {
            Names.Free(n, "n");
            n = Any.Unbound;
        }
        Any dropFunction = new PyFunction("counter.<locals>.drop", "", () => Drop());
        return (bumpFunction, dropFunction);
    }

    public static Any Param(Any a)
    {
        void K()
        {
            Names.Free(a, "a");
            a = Any.Unbound;
        }
        K();
        try
        {
            return Names.Local(a, "a");
        }
        catch (NameError e)
        {
            return ToStr(e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any b = default;
        Any d = default;
        NameError e = default!;
        Outer();
        Outer2();
        Outer3();
        Outer4();
        Outer5(true);
        Outer5(false);
        Outer6();
        Outer7();
        Outer8();
        Deleted();
        (b, d) = Counter();
        Print(b.Call(), b.Call());
        d.Call();
        try
        {
            b.Call();
        }
        catch (NameError caught)
        {
            e = caught;
            Print(PyType.Of(e).Name, e);
        }
        try
        {
            d.Call();
        }
        catch (NameError caught2)
        {
            e = caught2;
            Print(PyType.Of(e).Name, e);
        }
        Print(Param(3));
    }

    public static readonly Any OuterFunction = new PyFunction("outer", "", () => Outer());
    public static readonly Any Outer2Function = new PyFunction("outer2", "", () => Outer2());
    public static readonly Any Outer3Function = new PyFunction("outer3", "", () => Outer3());
    public static readonly Any Outer4Function = new PyFunction("outer4", "", () => Outer4());
    public static readonly Any Outer5Function = new PyFunction("outer5", "flag", (Any flag) => Outer5(flag));
    public static readonly Any Outer6Function = new PyFunction("outer6", "", () => Outer6());
    public static readonly Any Outer7Function = new PyFunction("outer7", "", () => Outer7());
    public static readonly Any Outer8Function = new PyFunction("outer8", "", () => Outer8());
    public static readonly Any DeletedFunction = new PyFunction("deleted", "", () => Deleted());
    public static readonly Any CounterFunction = new PyFunction("counter", "", () => Generic.ToAny(Counter()));
    public static readonly Any ParamFunction = new PyFunction("param", "a", (Any a) => Param(a));
}
