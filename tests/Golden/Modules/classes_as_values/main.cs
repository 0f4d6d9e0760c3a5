using System;
using System.Linq;
using Pytocs.Runtime.Core;
using Shapes;
using static Pytocs.Runtime.Core.Builtins;
using ShapesModule = Shapes.Module;

namespace MainScript;

using static Module;

public class R : PyObject
{
    public static PyInt N => 1;

    public Any Use()
    {
        ((Any)this).Set("n", Any.AddInPlace(((Any)this).Get("n"), 1));
        return ((Any)this).Get("n");
    }

    public void All()
    {
        Any k = ((Any)this).Get("__class__");
        k.Set("n", 40);
    }

    public static readonly PyType Type = PyType.Emitted("R", "__main__")
        .Attribute("n", N)
        .Constructor("", _ => new R())
        .Method("use", self => self.As<R>().Use())
        .Method("all", self => self.As<R>().All());
    public override PyType Class => Type;
}

public class S : PyObject
{
    public static PyInt N => 1;

    public static PyList<Any> Seen { get; } = (PyList<Any>)[];

    public Any Use()
    {
        ((Any)this).Set("n", Any.AddInPlace(((Any)this).Get("n"), 1));
        return ((Any)this).Get("n");
    }

    public static void Reg(Any cls)
    {
        S.Seen.Append(cls);
    }

    public static readonly PyType Type = PyType.Emitted("S", "__main__")
        .Attribute("n", N)
        .Attribute("seen", Seen)
        .Constructor("", _ => new S())
        .Method("use", self => self.As<S>().Use())
        .ClassMethod("reg", "cls", a => S.Reg(a[0]));
    public override PyType Class => Type;
}

public class T : S
{
    public static new readonly PyType Type = PyType.Emitted("T", "__main__", S.Type)
        .Constructor("", _ => new T());
    public override PyType Class => Type;
}

public abstract class Expr : PyObject
{
    public abstract string Show();

    public static readonly PyType Type = PyType.Emitted("Expr", "__main__", PyType.Abc)
        .Method("show", self => self.As<Expr>().Show())
        .AbstractMethods("show");
    public override PyType Class => Type;
}

public class Lit : Expr
{
    public Lit(PyInt v)
    {
        V = v;
    }

    public PyInt V { get; set; }

    public override string Show()
    {
        return ToStr(V);
    }

    public static new readonly PyType Type = PyType.Emitted("Lit", "__main__", Expr.Type)
        .Attribute("__match_args__", PyTuple.Of("v"))
        .Constructor("v", a => new Lit(a[0].As<PyInt>()))
        .Field("v", self => self.As<Lit>().V, (self, value) => self.As<Lit>().V = value.As<PyInt>())
        .Method("show", self => self.As<Lit>().Show());
    public override PyType Class => Type;
}

public class Bin_ : Expr
{
    public Bin_(string op, Any l, Any r)
    {
        Op = op;
        L = l;
        R_ = r;
    }

    public string Op { get; set; }
    public Any L { get; set; }
    public Any R_ { get; set; }

    public override string Show()
    {
        return F($"({L.Invoke("show")} {Op} {R_.Invoke("show")})");
    }

    public static new readonly PyType Type = PyType.Emitted("Bin", "__main__", Expr.Type)
        .Attribute("__match_args__", PyTuple.Of("op", "l", "r"))
        .Constructor("op, l, r", a => new Bin_(a[0].As<string>(), a[1], a[2]))
        .Field("op", self => self.As<Bin_>().Op, (self, value) => self.As<Bin_>().Op = value.As<string>())
        .Field("l", self => self.As<Bin_>().L, (self, value) => self.As<Bin_>().L = value)
        .Field("r", self => self.As<Bin_>().R_, (self, value) => self.As<Bin_>().R_ = value)
        .Method("show", self => self.As<Bin_>().Show());
    public override PyType Class => Type;
}

public class Var : Expr
{
    public Var(string name)
    {
        this.Name = name;
    }

    public string Name { get; set; }

    public override string Show()
    {
        return this.Name;
    }

    public static new readonly PyType Type = PyType.Emitted("Var", "__main__", Expr.Type)
        .Attribute("__match_args__", PyTuple.Of("name"))
        .Constructor("name", a => new Var(a[0].As<string>()))
        .Field("name", self => self.As<Var>().Name, (self, value) => self.As<Var>().Name = value.As<string>())
        .Method("show", self => self.As<Var>().Show());
    public override PyType Class => Type;
}

public class P : PyObject
{
    private Late<Any> _a;
    public Any A { get => _a.Get(this, "a"); set => _a = value; }

    public static readonly PyType Type = PyType.Emitted("P", "__main__")
        .Attribute("__match_args__", PyTuple.Of("a", "b"))
        .Slots("a")
        .Constructor("", _ => new P())
        .Field("a", self => self.As<P>()._a.Peek(), (self, value) => self.As<P>()._a.Put(value));
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(ShapesModule.Definition);
        return Script.Main("main.py", args, Run);
    }

    public static Any Simplify(Any e)
    {
        Recursion.Check();
        Any x = default;
        string op = default!;
        PyInt a = default;
        PyInt b = default;
        if (e.Is<Bin_>(out var bin) && bin.Op == "+" && (bin.L.Is<Lit>(out var lit) && lit.V == 0) && Matching.Bind(out x, bin.R_) || e.Is<Bin_>(out var bin2) && bin2.Op == "+" && Matching.Bind(out x, bin2.L) && (bin2.R_.Is<Lit>(out var lit2) && lit2.V == 0))
        {
            return Simplify(x);
        }
        else if (e.Is<Bin_>(out var bin3) && bin3.Op == "*" && (bin3.L.Is<Lit>(out var lit3) && lit3.V == 0) || e.Is<Bin_>(out var bin4) && bin4.Op == "*" && (bin4.R_.Is<Lit>(out var lit4) && lit4.V == 0))
        {
            return new Lit(0);
        }
        else if (e.Is<Bin_>(out var bin5) && bin5.Op == "*" && (bin5.L.Is<Lit>(out var lit5) && lit5.V == 1) && Matching.Bind(out x, bin5.R_) || e.Is<Bin_>(out var bin6) && bin6.Op == "*" && Matching.Bind(out x, bin6.L) && (bin6.R_.Is<Lit>(out var lit6) && lit6.V == 1))
        {
            return Simplify(x);
        }
        else if (e.Is<Bin_>(out var bin7) && Matching.Bound(op = bin7.Op) && (bin7.L.Is<Lit>(out var lit7) && Matching.Bound(a = lit7.V)) && (bin7.R_.Is<Lit>(out var lit8) && Matching.Bound(b = lit8.V)) && Str.Contains("+*", op))
        {
            return new Lit(op == "+" ? a + b : a * b);
        }
        else if (e.Is<Bin_>(out var bin8))
        {
            op = bin8.Op;
            Any l = bin8.L;
            Any r = bin8.R_;
            var n = new Bin_(op, Simplify(l), Simplify(r));
            return Generic.Equal((n.L, n.R_), (l, r)) ? (Any)n : Simplify(n);
        }
        else if (e.Is<Lit>() || e.Is<Var>())
        {
            return e;
        }
        return Any.None;
    }

    public static PySet<string> Free(Any e)
    {
        Recursion.Check();
        if (e.Is<Var>(out var varObject))
        {
            string name = varObject.Name;
            return (PySet<string>)[name];
        }
        else if (e.Is<Bin_>(out var bin))
        {
            Any l = bin.L;
            Any r = bin.R_;
            return Free(l) | Free(r);
        }
        else
        {
            return new PySet<string>();
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        TypeError x = default!;
        Any[] values = [];
        Any[] values2 = [];
        Any[] values3 = [];
        Modules.Import("shapes");
        foreach (var k in new Any[] { Robot.Type })
        {
            k.Set("battery", 9);
        }
        Print(((Any)new Robot()).Get("battery"), new Robot().Use(), ((Any)Robot.Type).Get("battery"));
        new R().All();
        Print(new R().Use(), ((Any)R.Type).Get("n"));
        S.Reg(S.Type);
        S.Reg(T.Type);
        foreach (var k in S.Seen)
        {
            k.Set("n", 7);
        }
        Print(new S().Use(), new T().Use(), ((Any)S.Type).Get("n"));
        var e = new Bin_("+", new Bin_("*", new Var("x"), new Lit(1)), new Bin_("+", new Lit(0), new Bin_("*", new Lit(3), new Lit(4))));
        Print(e.Show(), "->", Simplify(e).Invoke("show"), Sequences.Sorted(Free(e)), Simplify(7));
        try
        {
            P subject = new P();
            if (Matching.Class(subject, P.Type, 2, new string[] {  }, out values) && values[0] == (Any)1 && values[1] == (Any)2)
            {
                Print("no");
            }
            else if (Matching.Class(subject, P.Type, 0, new string[] { "a" }, out values2))
            {
                Any q = values2[0];
                Print("no", q);
            }
            else
            {
                Print("fell");
            }
            Lit subject2 = new Lit(3);
            if (Matching.Class(subject2, Lit.Type, 2, new string[] {  }, out values3) && values3[0] == (Any)1 && values3[1] == (Any)2)
            {
                Print("no");
            }
        }
        catch (TypeError caught)
        {
            x = caught;
            Print(x);
        }
    }
}
