using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ExceptionArguments;

using static Module;

public class A : PyException
{
    public A(PyTuple args) : base([..args])
    {
        N_ = Len(args);
    }

    public PyInt N_ { get; set; }

    public static new readonly PyType Type = PyType.Emitted("A", "__main__", PyException.Type)
        .Constructor("*args", a => new A(a[0].As<PyTuple>()))
        .KeepsArguments()
        .Field("n", self => self.As<A>().N_, (self, value) => self.As<A>().N_ = value.As<PyInt>());
    protected override PyType NativeClass => Type;
}

public class B : PyException
{
    public B(Any a, PyTuple rest, Any k, PyDict<Any, Any> kw) : base([a, ..rest])
    {
        A_ = a;
    }

    public Any A_ { get; set; }

    public static new readonly PyType Type = PyType.Emitted("B", "__main__", PyException.Type)
        .Constructor("a, *rest, k=1, **kw", a => new B(a[0], a[1].As<PyTuple>(), a[2], a[3].As<PyDict<Any, Any>>()))
        .KeepsArguments()
        .Field("a", self => self.As<B>().A_, (self, value) => self.As<B>().A_ = value);
    protected override PyType NativeClass => Type;
}

public class C : PyException
{
    public C(Any a, Any k) : base(a)
    {
        A_ = a;
    }

    public Any A_ { get; set; }

    public static new readonly PyType Type = PyType.Emitted("C", "__main__", PyException.Type)
        .Constructor("a, *, k=1", a => new C(a[0], a[1]))
        .KeepsArguments()
        .Field("a", self => self.As<C>().A_, (self, value) => self.As<C>().A_ = value);
    protected override PyType NativeClass => Type;
}

public class D : C
{
    public D(Any a, Any k) : base(a, k)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("D", "__main__", C.Type)
        .Constructor("a, *, k=1", a => new D(a[0], a[1]))
        .KeepsArguments();
    protected override PyType NativeClass => Type;
}

public class E : PyException
{
    public E(Any msg, Any code) : base(msg, code)
    {
        Msg = msg;
    }

    public Any Msg { get; set; }

    public static new readonly PyType Type = PyType.Emitted("E", "__main__", PyException.Type)
        .Constructor("msg, code=None", a => new E(a[0], a[1]))
        .KeepsArguments()
        .Field("msg", self => self.As<E>().Msg, (self, value) => self.As<E>().Msg = value);
    protected override PyType NativeClass => Type;
}

public class J : E
{
    public J(Any x) : base(x, 5)
    {
        Args = PyTuple.Of(x);
        this.X = x;
    }

    public Any X { get; set; }

    public static new readonly PyType Type = PyType.Emitted("J", "__main__", E.Type)
        .Constructor("x", a => new J(a[0]))
        .Field("x", self => self.As<J>().X, (self, value) => self.As<J>().X = value);
    protected override PyType NativeClass => Type;
}

public class K : PyException
{
    public K(Any msg) : base(msg, 1)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("K", "__main__", PyException.Type)
        .Constructor("msg", a => new K(a[0]));
    protected override PyType NativeClass => Type;
}

public class L : K
{
    public L(Any m, Any n) : base(m)
    {
        N_ = n;
    }

    public Any N_ { get; set; }

    public static new readonly PyType Type = PyType.Emitted("L", "__main__", K.Type)
        .Constructor("m, n=3", a => new L(a[0], a[1]))
        .Field("n", self => self.As<L>().N_, (self, value) => self.As<L>().N_ = value);
    protected override PyType NativeClass => Type;
}

public class N : PyException
{
    public N(Any a) : base(a)
    {
        string text = "t" + ToStr(a);
        base.Init(text);
    }

    public static new readonly PyType Type = PyType.Emitted("N", "__main__", PyException.Type)
        .Constructor("a=1", a => new N(a[0]))
        .KeepsArguments();
    protected override PyType NativeClass => Type;
}

public class O : PyException
{
    public O(Any a, Any b) : base(a, b)
    {
        A_ = a;
    }

    public Any A_ { get; set; }

    public string ToText()
    {
        return F($"O {A_}");
    }

    public static new readonly PyType Type = PyType.Emitted("O", "__main__", PyException.Type)
        .Constructor("a, b=4", a => new O(a[0], a[1]))
        .KeepsArguments()
        .Field("a", self => self.As<O>().A_, (self, value) => self.As<O>().A_ = value)
        .Method("__str__", self => self.As<O>().ToText());
    protected override PyType NativeClass => Type;
}

/// <summary>What exceptions keep of the arguments of their calls, where __init__ hands them on and where it does not.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("exception_arguments.py");
    internal static Any Doc = "What exceptions keep of the arguments of their calls, where __init__ hands them on and where it does not.";
    internal static Any M = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any Q = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Args_ = Any.Unbound;
    internal static Any F_ = Any.Unbound;
    internal static Any E_ = Any.Unbound;
    internal static Any Cls = Any.Unbound;
    internal static PyInt I;
    internal static Any X = Any.Unbound;
    internal static Any R = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "exception_arguments.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Member("A", () => A.Type)
        .Member("B", () => B.Type)
        .Member("C", () => C.Type)
        .Member("D", () => D.Type)
        .Member("E", () => E.Type)
        .Member("J", () => J.Type)
        .Member("K", () => K.Type)
        .Member("L", () => L.Type)
        .Variable("M", () => M, value => M = value)
        .Member("N", () => N.Type)
        .Member("O", () => O.Type)
        .Variable("P", () => P, value => P = value)
        .Variable("Q", () => Q, value => Q = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("args", () => Args_, value => Args_ = value)
        .Variable("f", () => F_, value => F_ = value)
        .Variable("e", () => E_, value => E_ = value)
        .Variable("cls", () => Cls, value => Cls = value)
        .Member("go", () => GoFunction)
        .Variable("i", () => I, value => I = value.As<PyInt>())
        .Variable("x", () => X, value => X = value)
        .Variable("R", () => R, value => R = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("exception_arguments.py", args, Definition);

    public static Any Go(Any x)
    {
        if (x == 1)
        {
            throw new E("one", Any.None).Given(1);
        }
        if (x == 2)
        {
            throw new C(2, 1);
        }
        if (x == 3)
        {
            throw new O(3, 4).Given(1);
        }
        throw new J(4);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        M = ClassBuilder.Build("M", "M", "__main__", new Arguments { PyException.Type }, ns =>
        {
            void Init(Any self, Any a, Any b)
            {
                self.Set("args", Generic.ToAny((b, a)));
            }
            ns["__init__"] = new PyFunction("M.__init__", "self, a=1, b=2", (Any self, Any a, Any b) => Init(self, a, b));
        });
        P = ClassBuilder.Build("P", "P", "__main__", new Arguments { ValueError.Type, KeyError.Type }, ns2 =>
        {
            void Init(Any self, Any a, Any b)
            {
                self.Set("a", a);
            }
            ns2["__init__"] = new PyFunction("P.__init__", "self, a, b=4", (Any self, Any a, Any b) => Init(self, a, b));
        });
        Q = ClassBuilder.Build("Q", "Q", "__main__", new Arguments { OSError.Type }, ns3 =>
        {
            void Init(Any self, Any a, Any b)
            {
                self.Set("b", b);
            }
            ns3["__init__"] = new PyFunction("Q.__init__", "self, a, b=4", (Any self, Any a, Any b) => Init(self, a, b));
        });
        Copy = Modules.Import("copy");
        Pickle = Modules.Import("pickle");
        Args_ = (PyList<Any>)[1, 2];
        foreach (var item in new Any[] { new PyFunction("<lambda>", "", () => (Any)new A(PyTuple.Of())), new PyFunction("<lambda>", "", () => (Any)new A(PyTuple.Of(1, 2))), new PyFunction("<lambda>", "", () => ((Any)A.Type).Call(new Arguments { new Star(Args_) })), new PyFunction("<lambda>", "", () => (Any)new B(1, PyTuple.Of(), 1, new PyDict<Any, Any>())), new PyFunction("<lambda>", "", () => (Any)new B(1, PyTuple.Of(2, 3), 1, new PyDict<Any, Any>())), new PyFunction("<lambda>", "", () => (Any)new B(1, PyTuple.Of(), 3, new PyDict<Any, Any> { ["z"] = 4 })), new PyFunction("<lambda>", "", () => (Any)new B(2, PyTuple.Of(), 1, new PyDict<Any, Any>()).Given(0)), new PyFunction("<lambda>", "", () => (Any)new C(1, 1)), new PyFunction("<lambda>", "", () => (Any)new C(1, 3)), new PyFunction("<lambda>", "", () => (Any)new D(7, 1)), new PyFunction("<lambda>", "", () => (Any)new D(7, 1).Given(0)), new PyFunction("<lambda>", "", () => (Any)new E("m", Any.None).Given(1)), new PyFunction("<lambda>", "", () => (Any)new E("m", Any.None).Given(0)), new PyFunction("<lambda>", "", () => (Any)new E("m", 1)), new PyFunction("<lambda>", "", () => ((Any)E.Type).Call(new Arguments { new Star(Args_) })), new PyFunction("<lambda>", "", () => (Any)new J(4)), new PyFunction("<lambda>", "", () => (Any)new J(4).Given(0)), new PyFunction("<lambda>", "", () => (Any)new K(1)), new PyFunction("<lambda>", "", () => (Any)new L(1, 3)), new PyFunction("<lambda>", "", () => (Any)new L(1, 5)), new PyFunction("<lambda>", "", () => M.Call()), new PyFunction("<lambda>", "", () => M.Call(9)), new PyFunction("<lambda>", "", () => (Any)new N(1).Given(0)), new PyFunction("<lambda>", "", () => (Any)new N(4)), new PyFunction("<lambda>", "", () => (Any)new O(2, 4).Given(1)), new PyFunction("<lambda>", "", () => (Any)new O(2, 3)), new PyFunction("<lambda>", "", () => P.Call(1)), new PyFunction("<lambda>", "", () => P.Call(1, 2)), new PyFunction("<lambda>", "", () => Q.Call("x")), new PyFunction("<lambda>", "", () => Q.Call(2, "y")) })
        {
            F_ = item;
            E_ = F_.Call();
            Print(PyType.Of(E_).Name, E_.Get("args"), ToStr(E_), Repr(E_));
        }
        foreach (var item2 in new Any[] { A.Type, B.Type, C.Type, D.Type, E.Type, J.Type, K.Type, L.Type, M, N.Type, O.Type, P })
        {
            Cls = item2;
            E_ = Cls.Call(8);
            Print(Cls.Get("__name__"), E_.Get("args"));
        }
        foreach (var item3 in Sequences.Range(1, 5))
        {
            I = item3;
            try
            {
                Go(I);
            }
            catch (BaseException caught) when (caught is E || caught is C || caught is O)
            {
                E_ = caught;
                using var handling = Handling.Of(caught);
                Print(Repr(E_), E_.Get("args"));
                E_ = Any.Unbound;
            }
        }
        try
        {
            Print(Copy.Get("copy").Call(new E("q", Any.None).Given(1)).Get("args"), Pickle.Get("loads").Call(Pickle.Get("dumps").Call(new E("q", Any.None).Given(1))).Get("msg"));
        }
        catch (PyException caught2)
        {
            X = caught2;
            Print(PyType.Of(X).Name, X);
            X = Any.Unbound;
        }
        Any rClass = Any.Unbound;
        rClass = ClassBuilder.Build("R", "R", "__main__", new Arguments { OSError.Type }, ns4 =>
        {
            void Init(Any self, Any a, Any b)
            {
                ((Any)new Super(rClass.As<PyType>(), self)).Invoke("__init__", a, b);
            }
            ns4["__init__"] = new PyFunction("R.__init__", "self, a, b=4", (Any self, Any a, Any b) => Init(self, a, b));
            ns4.ClassCell(made4 => rClass = made4);
        });
        R = rClass;

        Print(R.Call(2, "x"), R.Call(2, "x").Get("errno"));
    }

    public static readonly Any GoFunction = new PyFunction("go", "x", (Any x) => Go(x));
}
