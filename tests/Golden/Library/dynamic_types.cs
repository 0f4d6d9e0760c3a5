using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DynamicTypes;

/// <summary>Classes made step by step, namespaces that are objects.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("dynamic_types.py");
    internal static Any Doc = "Classes made step by step, namespaces that are objects.";
    internal static Any Types = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any N = Any.Unbound;
    internal static Any Spam = Any.Unbound;
    internal static Any F_ = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any M = Any.Unbound;
    internal static Any C = Any.Unbound;
    internal static Any G = Any.Unbound;
    internal static Any G_ = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any Bad = Any.Unbound;
    internal static Any X = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "dynamic_types.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("types", () => Types, value => Types = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("n", () => N, value => N = value)
        .Variable("Spam", () => Spam, value => Spam = value)
        .Variable("f", () => F_, value => F_ = value)
        .Variable("e", () => E, value => E = value)
        .Variable("M", () => M, value => M = value)
        .Variable("C", () => C, value => C = value)
        .Variable("G", () => G, value => G = value)
        .Variable("g", () => G_, value => G_ = value)
        .Variable("D", () => D, value => D = value)
        .Variable("Bad", () => Bad, value => Bad = value)
        .Variable("X", () => X, value => X = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("dynamic_types.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Types = Modules.Import("types");
        Copy = Modules.Import("copy");
        Pickle = Modules.Import("pickle");
        N = Types.Get("SimpleNamespace").Call(new Arguments { new PyDict<Any, Any> { ["a"] = 1 }, { "b", 2 } });
        Print(N, Operators.Compare(Comparison.Eq, N, Types.Get("SimpleNamespace").Call(new Arguments { { "a", 1 }, { "b", 2 } })));
        N.Set("me", N);
        Print(N);
        Spam = ClassBuilder.Build("Spam", "Spam", "__main__", new Arguments { Types.Get("SimpleNamespace") }, ns2 =>
        {
        });
        Print(Spam.Call(new Arguments { { "x", 1 } }), Copy.Get("replace").Call(new Arguments { Spam.Call(new Arguments { { "x", 1 } }), { "x", 3 }, { "y", 4 } }), Types.Get("SimpleNamespace").Call((PyList<Any>)[PyTuple.Of("k", 1)]));
        foreach (var item in new Any[] { new PyFunction("<lambda>", "", () => Types.Get("SimpleNamespace").Call(1, 2)), new PyFunction("<lambda>", "", () => Types.Get("SimpleNamespace").Call(new PyDict<Any, Any> { [1] = 2 })) })
        {
            F_ = item;
            try
            {
                F_.Call();
            }
            catch (TypeError caught)
            {
                E = caught;
                Print(E);
                E = Any.Unbound;
            }
        }
        Print(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Types.Get("SimpleNamespace").Call(new Arguments { { "q", (PyList<Any>)[1] } }))));
        Any mClass = Any.Unbound;
        mClass = ClassBuilder.Build("M", "M", "__main__", new Arguments { Builtins.Get("type") }, ns3 =>
        {
            PyDict<Any, Any> Prepare(Any mcls, Any name, Any bases, PyDict<Any, Any> kw)
            {
                return new PyDict<Any, Any> { ["z"] = 1, ["kw"] = kw };
            }
            ns3["__prepare__"] = Builtins.Get("classmethod").Call(new PyFunction("M.__prepare__", "mcls, name, bases, **kw", (Any[] a) => Prepare(a[0], a[1], a[2], a[3].As<PyDict<Any, Any>>())));
            Any New(Any mcls, Any name, Any bases, Any ns, PyDict<Any, Any> kw)
            {
                return ((Any)new Super(mClass.As<PyType>(), mcls)).Invoke("__new__", new Arguments { mcls, name, bases, ns });
            }
            ns3["__new__"] = new StaticMethod(new PyFunction("M.__new__", "mcls, name, bases, ns, **kw", (Any[] a) => New(a[0], a[1], a[2], a[3], a[4].As<PyDict<Any, Any>>())));
            void Init(Any cls, Any name, Any bases, Any ns, PyDict<Any, Any> kw)
            {
                ((Any)new Super(mClass.As<PyType>(), cls)).Invoke("__init__", name, bases, ns);
            }
            ns3["__init__"] = new PyFunction("M.__init__", "cls, name, bases, ns, **kw", (Any[] a) => Init(a[0], a[1], a[2], a[3], a[4].As<PyDict<Any, Any>>()));
            ns3.ClassCell(made2 => mClass = made2);
        });
        M = mClass;
        C = Types.Get("new_class").Call(new Arguments { "C", PyTuple.Of(), new PyDict<Any, Any> { ["metaclass"] = M, ["q"] = 5 }, new PyFunction("<lambda>", "ns", (Any ns) => ns.Invoke("__setitem__", "w", 2)) });
        Print(Builtins.Get("type").Call(C), C.Get("z"), C.Get("kw"), C.Get("w"), C.Get("__module__"));
        Print(Types.Get("prepare_class").Call("X", PyTuple.Of(C), new PyDict<Any, Any> { ["t"] = 1 })[0], Types.Get("resolve_bases").Call(PyTuple.Of(Builtins.Get("int"))));
        G = ClassBuilder.Build("G", "G", "__main__", new Arguments(), ns4 =>
        {
            PyTuple MroEntries(Any self, Any bases)
            {
                return PyTuple.Of(Builtins.Get("int"));
            }
            ns4["__mro_entries__"] = new PyFunction("G.__mro_entries__", "self, bases", (Any self, Any bases) => MroEntries(self, bases));
        });
        G_ = G.Call();
        D = Types.Get("new_class").Call("D", PyTuple.Of(G_));
        Print(D.Get("__mro__"), Operators.Compare(Comparison.Eq, D.Get("__orig_bases__"), PyTuple.Of(G_)));
        Bad = ClassBuilder.Build("Bad", "Bad", "__main__", new Arguments { Builtins.Get("type") }, ns5 =>
        {
            void Prepare(Any a)
            {
                return;
            }
            ns5["__prepare__"] = Builtins.Get("classmethod").Call(new PyFunction("Bad.__prepare__", "*a", (Any[] a) => Prepare(a[0])));
        });
        try
        {
            X = ClassBuilder.Build("X", "X", "__main__", new Arguments { { "metaclass", Bad } }, ns6 =>
            {
            });
        }
        catch (TypeError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
    }
}
