using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Pickles;

using static Module;

public class A : PyObject
{
    public A()
    {
        this.X = 1;
        Y = "a";
    }

    public PyInt X { get; set; }
    public string Y { get; set; }

    public Any EqualTo(Any o)
    {
        return Operators.Compare(Comparison.Eq, Builtins.Get("vars").Call(this), Builtins.Get("vars").Call(o));
    }

    public static readonly PyType Type = PyType.Emitted("A", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("", a => new A())
        .Field("x", self => self.As<A>().X, (self, value) => self.As<A>().X = value.As<PyInt>())
        .Field("y", self => self.As<A>().Y, (self, value) => self.As<A>().Y = value.As<string>())
        .Method("__eq__", "s, o", (s, o) => s.As<A>().EqualTo(o));
    public override PyType Class => Type;
}

public class B : PyObject
{
    public B()
    {
        this.P = 1;
        Q = 2;
    }

    public PyInt P { get; set; }
    public PyInt Q { get; set; }

    public bool EqualTo(Any o)
    {
        return Generic.ToAny((this.P, Q)) == Generic.ToAny((o.Get("p"), o.Get("q")));
    }

    public static readonly PyType Type = PyType.Emitted("B", "__main__")
        .Attribute("__hash__", Any.None)
        .Slots("p", "q")
        .Constructor("", a => new B())
        .Field("p", self => self.As<B>().P, (self, value) => self.As<B>().P = value.As<PyInt>())
        .Field("q", self => self.As<B>().Q, (self, value) => self.As<B>().Q = value.As<PyInt>())
        .Method("__eq__", "s, o", (s, o) => s.As<B>().EqualTo(o));
    public override PyType Class => Type;
}

public class E : PyException
{
    public E(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("E", "__main__", PyException.Type)
        .Constructor("*args", a => new E(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

public class F_ : PyObject
{
    public F_(Any a)
    {
        A_ = a;
    }

    public Any A_ { get; set; }

    public (Any, PyTuple) Reduce()
    {
        return ((Any)F_.Type, PyTuple.Of(A_));
    }

    public Any EqualTo(Any o)
    {
        return Operators.Compare(Comparison.Eq, A_, o.Get("a"));
    }

    public static readonly PyType Type = PyType.Emitted("F", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("a", a => new F_(a[0]))
        .Field("a", self => self.As<F_>().A_, (self, value) => self.As<F_>().A_ = value)
        .Method("__reduce__", "s", a => Generic.ToAny(a[0].As<F_>().Reduce()))
        .Method("__eq__", "s, o", (s, o) => s.As<F_>().EqualTo(o));
    public override PyType Class => Type;
}

public class G : PyObject
{
    public PyDict<Any, Any> Getstate()
    {
        return new PyDict<Any, Any> { ["g"] = 5 };
    }

    public void Setstate(Any st)
    {
        ((Any)this).Set("st", st);
    }

    public bool EqualTo(Any o)
    {
        return true;
    }

    public static readonly PyType Type = PyType.Emitted("G", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("", _ => new G())
        .Method("__getstate__", "s", a => a[0].As<G>().Getstate())
        .Method("__setstate__", "s, st", (s, st) => s.As<G>().Setstate(st))
        .Method("__eq__", "s, o", (s, o) => s.As<G>().EqualTo(o));
    public override PyType Class => Type;
}

public sealed class Color : PyEnum<Color, PyInt>
{
    public static readonly Color Red = new Color("RED", 1);
    public static readonly Color Blue = new Color("BLUE", 2);

    private Color(string name, PyInt value) : base(name, value)
    {
    }

    public static readonly PyType Type = Enumeration("Color", "__main__", Red, Blue);
}

public class Dc : PyObject
{
    public Dc(Any a, Any b)
    {
        A_ = a;
        B_ = b;
    }

    public Any A_ { get; set; }
    public Any B_ { get; set; }

    public string Represent()
    {
        return F($"DC(a={Repr(A_)}, b={Repr(B_)})");
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        if (other.Is<Dc>())
        {
            return (value = Operators.Compare(Comparison.Eq, A_, other.As<Dc>().A_)).Truth ? Operators.Compare(Comparison.Eq, B_, other.As<Dc>().B_) : value;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("DC", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("a, b", a => new Dc(a[0], a[1]))
        .Field("a", self => self.As<Dc>().A_, (self, value) => self.As<Dc>().A_ = value)
        .Field("b", self => self.As<Dc>().B_, (self, value) => self.As<Dc>().B_ = value)
        .Method("__repr__", self => self.As<Dc>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Dc>().EqualTo(other));
    public override PyType Class => Type;
}

public class K : PyObject
{
    public K(Any v)
    {
        V = v;
    }

    public Any V { get; set; }

    public static readonly PyType Type = PyType.Emitted("K", "__main__")
        .Constructor("v", a => new K(a[0]))
        .Field("v", self => self.As<K>().V, (self, value) => self.As<K>().V = value);
    public override PyType Class => Type;
}

/// <summary>pickle: exact bytes of every protocol, and what comes back.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("pickles.py");
    internal static Any Doc = "pickle: exact bytes of every protocol, and what comes back.";
    internal static Any Pickle = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Copyreg = Any.Unbound;
    internal static Any Collections = Any.Unbound;
    internal static Any Datetime = Any.Unbound;
    internal static Any Decimal = Any.Unbound;
    internal static Any Fractions = Any.Unbound;
    internal static Any Enum = Any.Unbound;
    internal static Any Dataclasses = Any.Unbound;
    internal static Any Uuid = Any.Unbound;
    internal static Any C = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any I = Any.Unbound;
    internal static Any Outer = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any Na = Any.Unbound;
    internal static Any O = Any.Unbound;
    internal static PyList<Any> L = default!;
    internal static PyInt P_;
    internal static string X = default!;
    internal static PyList<Any> S = default!;
    internal static PyTuple Tt = default!;
    internal static PyInt N;
    internal static PyList<Any> Big = default!;
    internal static Any D_ = Any.Unbound;
    internal static Any E_ = Any.Unbound;
    internal static Any Ex = Any.Unbound;
    internal static Any F__ = Any.Unbound;
    internal static Any Pp = Any.Unbound;
    internal static Any Pu = Any.Unbound;
    internal static Any TPs;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "pickles.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("io", () => Io, value => Io = value)
        .Variable("copyreg", () => Copyreg, value => Copyreg = value)
        .Variable("collections", () => Collections, value => Collections = value)
        .Variable("datetime", () => Datetime, value => Datetime = value)
        .Variable("decimal", () => Decimal, value => Decimal = value)
        .Variable("fractions", () => Fractions, value => Fractions = value)
        .Variable("enum", () => Enum, value => Enum = value)
        .Variable("dataclasses", () => Dataclasses, value => Dataclasses = value)
        .Variable("uuid", () => Uuid, value => Uuid = value)
        .Member("A", () => A.Type)
        .Member("B", () => B.Type)
        .Variable("C", () => C, value => C = value)
        .Variable("D", () => D, value => D = value)
        .Member("E", () => E.Type)
        .Member("F", () => F_.Type)
        .Member("G", () => G.Type)
        .Variable("I", () => I, value => I = value)
        .Variable("Outer", () => Outer, value => Outer = value)
        .Member("Color", () => Color.Type)
        .Variable("P", () => P, value => P = value)
        .Member("DC", () => Dc.Type)
        .Variable("NA", () => Na, value => Na = value)
        .Member("fn", () => FnFunction)
        .Member("t", () => TFunction)
        .Variable("o", () => O, value => O = value)
        .Variable("l", () => L, value => L = value.As<PyList<Any>>())
        .Variable("p", () => P_, value => P_ = value.As<PyInt>())
        .Variable("x", () => X, value => X = value.As<string>())
        .Variable("s", () => S, value => S = value.As<PyList<Any>>())
        .Variable("tt", () => Tt, value => Tt = value.As<PyTuple>())
        .Variable("n", () => N, value => N = value.As<PyInt>())
        .Variable("big", () => Big, value => Big = value.As<PyList<Any>>())
        .Variable("d", () => D_, value => D_ = value)
        .Variable("e", () => E_, value => E_ = value)
        .Variable("ex", () => Ex, value => Ex = value)
        .Variable("f", () => F__, value => F__ = value)
        .Variable("PP", () => Pp, value => Pp = value)
        .Variable("PU", () => Pu, value => Pu = value)
        .Member("K", () => K.Type);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("pickles.py", args, Definition);

    public static void Fn()
    {
    }

    public static void T(Any o, Any ps, Any show)
    {
        foreach (var p in Sequences.Of(ps))
        {
            try
            {
                Any d = Pickle.Get("dumps").Call(o, p);
                Print(p, show.Truth ? d : (Any)Len(d));
                Any r = Pickle.Get("loads").Call(d);
                Print(PyType.Of(r).Name, Operators.Compare(Comparison.Eq, r, o));
            }
            catch (PyException e)
            {
                Print(p, Repr(e));
            }
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Pickle = Modules.Import("pickle");
        Io = Modules.Import("io");
        Copyreg = Modules.Import("copyreg");
        Collections = Modules.Import("collections");
        Datetime = Modules.Import("datetime");
        Decimal = Modules.Import("decimal");
        Fractions = Modules.Import("fractions");
        Enum = Modules.Import("enum");
        Dataclasses = Modules.Import("dataclasses");
        Uuid = Modules.Import("uuid");
        C = ClassBuilder.Build("C", "C", "__main__", new Arguments { Builtins.Get("list") }, ns =>
        {
        });
        D = ClassBuilder.Build("D", "D", "__main__", new Arguments { Builtins.Get("dict") }, ns2 =>
        {
        });
        I = ClassBuilder.Build("I", "I", "__main__", new Arguments { Builtins.Get("int") }, ns3 =>
        {
        });
        Outer = ClassBuilder.Build("Outer", "Outer", "__main__", new Arguments(), ns4 =>
        {
            ns4["Inner"] = ClassBuilder.Build("Inner", "Outer.Inner", "__main__", new Arguments(), ns5 =>
            {
                bool EqualTo(Any s, Any o)
                {
                    return Operators.Is(Builtins.Get("type").Call(s), Builtins.Get("type").Call(o));
                }
                ns5["__eq__"] = new PyFunction("Outer.Inner.__eq__", "s, o", (Any s, Any o) => EqualTo(s, o));
            });
        });
        P = Collections.Get("namedtuple").Call("P", "x y");
        Na = ClassBuilder.Build("NA", "NA", "__main__", new Arguments(), ns6 =>
        {
            void Init(Any s, Any v)
            {
                s.Set("v", v);
            }
            ns6["__init__"] = new PyFunction("NA.__init__", "s, v", (Any s, Any v) => Init(s, v));
            PyTuple Getnewargs(Any s)
            {
                return PyTuple.Of(s.Get("v"));
            }
            ns6["__getnewargs__"] = new PyFunction("NA.__getnewargs__", "s", (Any s) => Getnewargs(s));
            Any New(Any cls, Any v)
            {
                Recursion.Check();
                Any o = Builtins.Get("object").Invoke("__new__", cls);
                o.Set("w", v);
                return o;
            }
            ns6["__new__"] = new StaticMethod(new PyFunction("NA.__new__", "cls, v", (Any cls, Any v) => New(cls, v)));
            Any EqualTo(Any s, Any o)
            {
                return Operators.Compare(Comparison.Eq, Builtins.Get("vars").Call(s), Builtins.Get("vars").Call(o));
            }
            ns6["__eq__"] = new PyFunction("NA.__eq__", "s, o", (Any s, Any o) => EqualTo(s, o));
        });
        TPs = Sequences.Range(6);
        TFunction = new PyFunction("t", "o, ps=, show=True", (Any o, Any ps, Any show) => T(o, ps, show), TPs);
        foreach (var item in (PyList<Any>)[Any.None, true, false, 0, 1, 255, 256, 65535, 65536, -1, PyInt.Pow((PyInt)2, 31) - 1, PyInt.Pow((PyInt)2, 31), -PyInt.Pow((PyInt)2, 31), -PyInt.Pow((PyInt)2, 31) - 1, PyInt.Pow((PyInt)2, 40), -PyInt.Pow((PyInt)2, 40), PyInt.Pow((PyInt)2, 70), 1.5, PyFloat.Parse("inf"), "", "a", "abc", "é\n", "€😀\0", Str.Repeat("\\x", 2), PyBytes.FromLatin1(""), PyBytes.FromLatin1("ab"), PyBytes.FromLatin1("ÿ"), Builtins.Get("bytearray").Call(PyBytes.FromLatin1("x")), Builtins.Get("bytearray").Call(), PyTuple.Of(), PyTuple.Of(1), PyTuple.Of(1, 2), PyTuple.Of(1, 2, 3), PyTuple.Of(1, 2, 3, 4), (PyList<Any>)[], (PyList<Any>)[1], (PyList<Any>)[1, 2], new PyDict<Any, Any>(), new PyDict<Any, Any> { [1] = 2 }, new PyDict<Any, Any> { [1] = 2, [3] = 4 }, new PySet<Any>(), (PySet<Any>)[1], Builtins.Get("frozenset").Call((PyList<Any>)[1]), (Any)1 + new System.Numerics.Complex(0.0, 2.0), Builtins.Get("len"), Builtins.Get("int"), Builtins.Get("str"), Builtins.Get("range"), FnFunction, A.Type, new A(), new B(), C.Call((PyList<Any>)[1, 2]), C.Call(), D.Call(new PyDict<Any, Any> { [1] = 2 }), Builtins.Get("slice").Call(1, 2), Sequences.Range(3), Any.Ellipsis, Any.NotImplemented, Builtins.Get("type").Call(Any.None), new F_(3), new G(), I.Call(5), P.Call(1, 2), new Dc(1, (PyList<Any>)[2]), Na.Call(4)])
        {
            O = item;
            Print(!Str.Contains(Repr(O), "0x") ? (Any)Str.Slice(Repr(O), 0, 20) : (Any)"");
            T(O, TPs, true);
        }
        Print(Repr(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(new ValueError("x", 2)))), Repr(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(new E("m")))), Pickle.Get("dumps").Call(new ValueError("x")));
        L = (PyList<Any>)[1];
        L.Append(L);
        foreach (var item2 in Sequences.Range(6))
        {
            P_ = item2;
            Print(Pickle.Get("dumps").Call(L, P_));
        }
        X = "abc";
        S = (PyList<Any>)[X, X, PyTuple.Of(X)];
        foreach (var item3 in Sequences.Range(6))
        {
            P_ = item3;
            Print(Pickle.Get("dumps").Call(S, P_));
        }
        Tt = PyTuple.Of((PyList<Any>)[]);
        ((Any)Tt)[0].Invoke("append", Tt);
        Print(Pickle.Get("dumps").Call(Tt), !Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Tt))[0][0][0].IsNone);
        Print(Pickle.Get("dumps").Call((PyList<Any>)[new A(), new A()]));
        T(Color.Red, (PyList<Any>)[2, 4], true);
        T(Outer.Get("Inner"), (PyList<Any>)[4], true);
        T(Outer.Invoke("Inner"), (PyList<Any>)[4], true);
        T(Datetime.Get("timedelta").Call(1, 2, 3), (PyList<Any>)[4], false);
        T(Decimal.Get("Decimal").Call("1.50"), (PyList<Any>)[2, 4], true);
        T(Fractions.Get("Fraction").Call(1, 3), (PyList<Any>)[4], true);
        T(Collections.Get("OrderedDict").Call((PyList<Any>)[PyTuple.Of(1, 2)]), (PyList<Any>)[4], false);
        T(Collections.Get("deque").Call((PyList<Any>)[1, 2], 5), (PyList<Any>)[4], false);
        T(Collections.Get("Counter").Call("aab"), (PyList<Any>)[4], false);
        T(Collections.Get("defaultdict").Call(Builtins.Get("list"), new PyDict<Any, Any> { [1] = (PyList<Any>)[2] }), (PyList<Any>)[4], false);
        T(Uuid.Get("UUID").Call(new Arguments { { "int", 5 } }), (PyList<Any>)[4], false);
        foreach (var item7 in new PyInt[] { 999, 1000, 1001, 2500 })
        {
            N = item7;
            Print(Len(Pickle.Get("dumps").Call(new PyList<Any>(Sequences.Range(N).Select(item4 => (Any)item4)), 4)), Len(Pickle.Get("dumps").Call(new PyDict<Any, Any>(Sequences.Range(N).Select(i => ((Any)i, (Any)0))), 2)), Operators.Compare(Comparison.Eq, Pickle.Get("loads").Call(Pickle.Get("dumps").Call(new PyList<Any>(Sequences.Range(N).Select(item5 => (Any)item5)))), new PyList<PyInt>(Sequences.Range(N))), Len(Pickle.Get("dumps").Call(new PySet<Any>(Sequences.Range(N).Select(item6 => (Any)item6)))));
        }
        Big = (PyList<Any>)[Str.Repeat("x", 70000), Str.Repeat("y", 70000), (Any)PyBytes.FromLatin1("z") * 70000];
        D_ = Pickle.Get("dumps").Call(Big);
        Print(Len(D_), Operators.Compare(Comparison.Eq, Pickle.Get("loads").Call(D_), Big), Len(Pickle.Get("dumps").Call(new PyList<Any>(Sequences.Range(300).Select(_ => (Any)new PyList<Any>(Sequences.Range(300).Select(item8 => (Any)item8)))))));
        foreach (var item9 in (PyList<Any>)[new PyFunction("<lambda>", "", () => Pickle.Get("loads").Call(PyBytes.FromLatin1(""))), new PyFunction("<lambda>", "", () => Pickle.Get("loads").Call(PyBytes.FromLatin1("xx"))), new PyFunction("<lambda>", "", () => Pickle.Get("dumps").Call(new PyFunction("<lambda>.<locals>.<lambda>", "", () => (Any)1))), new PyFunction("<lambda>", "", () => Pickle.Get("loads").Call(PyBytes.FromLatin1("\u0080\t."))), new PyFunction("<lambda>", "", () => Pickle.Get("dumps").Call(1, 9)), new PyFunction("<lambda>", "", () => Pickle.Get("loads").Call("a")), new PyFunction("<lambda>", "", () => Pickle.Get("loads").Call(PyBytes.FromLatin1("\u0080\u0004K"))), new PyFunction("<lambda>", "", () => Pickle.Get("loads").Call(PyBytes.FromLatin1("cfoo\nbar\n."))), new PyFunction("<lambda>", "", () => Pickle.Get("dumps").Call(Generator.Of("<genexpr>", "<lambda>.<locals>.<genexpr>", (PyList<PyInt>)[1]))), new PyFunction("<lambda>", "", () => Pickle.Get("loads").Call(PyBytes.FromLatin1("\u0080\u0004."))), new PyFunction("<lambda>", "", () => Pickle.Get("load").Call(3)), new PyFunction("<lambda>", "", () => Pickle.Get("dump").Call(1, 3)), new PyFunction("<lambda>", "", () => Pickle.Get("loads").Call(PyBytes.FromLatin1("h\u0005."))), new PyFunction("<lambda>", "", () => Pickle.Get("loads").Call(PyBytes.FromLatin1("\u0080\u0004þ.")))])
        {
            E_ = item9;
            try
            {
                Print(E_.Call());
            }
            catch (BaseException caught)
            {
                Ex = caught;
                Print(Builtins.Get("type").Call(Ex), Ex);
                Ex = Any.Unbound;
            }
        }
        F__ = Io.Get("BytesIO").Call();
        Pickle.Get("dump").Call((PyList<Any>)[1, 2], F__);
        Pickle.Get("dump").Call(new Arguments { "a", F__, { "protocol", 0 } });
        F__.Invoke("seek", 0);
        Print(Pickle.Get("load").Call(F__), Pickle.Get("load").Call(F__));
        try
        {
            Pickle.Get("load").Call(F__);
        }
        catch (EOFError caught2)
        {
            E_ = caught2;
            Print(E_);
            E_ = Any.Unbound;
        }
        Pp = ClassBuilder.Build("PP", "PP", "__main__", new Arguments { Pickle.Get("Pickler") }, ns7 =>
        {
            (string, Any)? PersistentId(Any s, Any o)
            {
                return o.Is<F_>() ? ((string, Any)?)("id", o.As<F_>().A_) : ((string, Any)?)null;
            }
            ns7["persistent_id"] = new PyFunction("PP.persistent_id", "s, o", (Any s, Any o) => Generic.ToAny(PersistentId(s, o)));
        });
        Any puClass = Any.Unbound;
        puClass = ClassBuilder.Build("PU", "PU", "__main__", new Arguments { Pickle.Get("Unpickler") }, ns8 =>
        {
            string PersistentLoad(Any s, Any i)
            {
                return TextFormat.Percent("loaded %s %s", i);
            }
            ns8["persistent_load"] = new PyFunction("PU.persistent_load", "s, i", (Any s, Any i) => PersistentLoad(s, i));
            Any FindClass(Any s, Any m, Any n)
            {
                if (n == "len")
                {
                    throw Raise.Of(Pickle.Get("UnpicklingError").Call("forbidden"));
                }
                return ((Any)new Super(puClass.As<PyType>(), s)).Invoke("find_class", m, n);
            }
            ns8["find_class"] = new PyFunction("PU.find_class", "s, m, n", (Any s, Any m, Any n) => FindClass(s, m, n));
            ns8.ClassCell(made8 => puClass = made8);
        });
        Pu = puClass;
        F__ = Io.Get("BytesIO").Call();
        Pp.Call(F__, 2).Invoke("dump", (PyList<Any>)[new F_(1), new F_(2), "z"]);
        Print(F__.Invoke("getvalue"));
        F__.Invoke("seek", 0);
        Print(Pu.Call(F__).Invoke("load"));
        try
        {
            Pu.Call(Io.Get("BytesIO").Call(Pickle.Get("dumps").Call(Builtins.Get("len")))).Invoke("load");
        }
        catch (BaseException caught3) when (Except.Matches(caught3, Pickle.Get("UnpicklingError")))
        {
            E_ = caught3;
            Print(E_);
            E_ = Any.Unbound;
        }
        Copyreg.Get("pickle").Call(K.Type, new PyFunction("<lambda>", "k", (Any k) => (Any)PyTuple.Of(K.Type, PyTuple.Of(k.Get("v") * 2))));
        Print(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(new K(4))).Get("v"));
        Print(Pickle.Get("loads").Call(PyBytes.FromLatin1("\u0080\u0002U\u0003abcq\0.")), Pickle.Get("loads").Call(PyBytes.FromLatin1("S'a\\nb'\n.")), Pickle.Get("loads").Call(new Arguments { PyBytes.FromLatin1("\u0080\u0002U\u0003abcq\0."), { "encoding", "bytes" } }), Pickle.Get("loads").Call(PyBytes.FromLatin1("(dp0\nI1\nI2\ns.")), Pickle.Get("HIGHEST_PROTOCOL"), Pickle.Get("DEFAULT_PROTOCOL"), IsSubclass(Pickle.Get("PicklingError"), Pickle.Get("PickleError")));
    }

    public static readonly Any FnFunction = new PyFunction("fn", "", () => Fn());
    public static Any TFunction = Any.Unbound;
}
