using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ExceptionState;

using static Module;

public class E : PyException
{
    public E(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("E", "__main__", PyException.Type)
        .Constructor("*args", a => new E(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

/// <summary>What exceptions keep when they are copied and pickled, and what their attributes take.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("exception_state.py");
    internal static Any Doc = "What exceptions keep when they are copied and pickled, and what their attributes take.";
    internal static Any Pickle = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any E_ = Any.Unbound;
    internal static Any C = Any.Unbound;
    internal static Any U = Any.Unbound;
    internal static Any I = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any A = Any.Unbound;
    internal static Any X = Any.Unbound;
    internal static Any My = Any.Unbound;
    internal static Any M = Any.Unbound;
    internal static Any My2 = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "exception_state.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Member("t", () => TFunction)
        .Member("E", () => E.Type)
        .Variable("e", () => E_, value => E_ = value)
        .Variable("c", () => C, value => C = value)
        .Variable("u", () => U, value => U = value)
        .Variable("i", () => I, value => I = value)
        .Variable("s", () => S, value => S = value)
        .Member("d", () => DFunction)
        .Variable("a", () => A, value => A = value)
        .Member("s_", () => S_Function)
        .Variable("x", () => X, value => X = value)
        .Variable("My", () => My, value => My = value)
        .Variable("m", () => M, value => M = value)
        .Variable("My2", () => My2, value => My2 = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("exception_state.py", args, Definition);

    public static void T(Any f)
    {
        try
        {
            Print(Repr(f.Call()));
        }
        catch (BaseException e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    public static Any D(Any attr)
    {
        Any e = new PyException();
        DelAttr(e, attr);
        return Any.None;
    }

    public static Any S_(Any attr, Any v)
    {
        Any e = new PyException();
        SetAttr(e, attr, v);
        return Any.None;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Pickle = Modules.Import("pickle");
        Copy = Modules.Import("copy");
        T(new PyFunction("<lambda>", "", () => ((Any)ImportError.Type).Call(new Arguments { "a", { "invalid", 1 } })));
        T(new PyFunction("<lambda>", "", () => ((Any)ImportError.Type).Call(new Arguments { "a", { "name", "n" }, { "path", "p" } }).Get("name")));
        T(new PyFunction("<lambda>", "", () => ((Any)ImportError.Type).Call(new Arguments { "a", { "invalid", 1 }, { "other", 2 } })));
        T(new PyFunction("<lambda>", "", () => ((Any)AttributeError.Type).Call(new Arguments { "a", { "foo", 1 } })));
        T(new PyFunction("<lambda>", "", () => ((Any)NameError.Type).Call(new Arguments { "a", { "foo", 1 } })));
        T(new PyFunction("<lambda>", "", () => ((Any)ValueError.Type).Call(new Arguments { "a", { "foo", 1 } })));
        T(new PyFunction("<lambda>", "", () => ((Any)E.Type).Call(new Arguments { "a", { "foo", 1 } })));
        foreach (var item2 in (PyList<Any>)[((Any)ImportError.Type).Call(new Arguments { "a", { "name", "somename" }, { "path", "/p" } }), OSError.Create(2, "m", "f"), OSError.Create(2, "m", "f", Any.None, "g"), ((Any)AttributeError.Type).Call(new Arguments { "a", { "name", "x" }, { "obj", 3 } }), ((Any)NameError.Type).Call(new Arguments { "q", { "name", "z" } }), new SyntaxError("msg", PyTuple.Of("f", 1, 2, "t")), new StopIteration(4), new SystemExit(3), Builtins.Get("UnicodeDecodeError").Call(new Arguments { "utf-8", PyBytes.FromLatin1("x"), 0, 1, "r" }), new KeyError(1), new ValueError(1, 2)])
        {
            E_ = item2;
            foreach (var item in new Any[] { Copy.Get("copy").Call(E_), Pickle.Get("loads").Call(Pickle.Get("dumps").Call(E_)), Copy.Get("deepcopy").Call(E_) })
            {
                C = item;
                Print(PyType.Of(C).Name, C.Get("args"), ToStr(C), Sequences.Sorted(new Any[] { "name", "path", "filename", "filename2", "errno", "obj", "value", "code", "msg", "lineno" }.Where(k => !GetAttr(C, k, Any.None).IsNone)));
            }
        }
        U = Builtins.Get("UnicodeEncodeError").Call(new Arguments { "ascii", "abc", 1, 2, "why" });
        U.Set("start", 0);
        U.Set("end", 3);
        U.Set("reason", "new");
        U.Set("object", "xyz");
        U.Set("encoding", "e");
        Print(U, U.Get("args"));
        I = ((Any)ImportError.Type).Call(new Arguments { "a", { "name", "name" }, { "path", "path" } });
        I.Invoke("__init__", "b");
        Print(I.Get("name"), I.Get("path"), I.Get("args"));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(U, "start", "a"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(U, "start"))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("UnicodeEncodeError").Call(new Arguments { "ascii", "abc", 1, 2 })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("UnicodeEncodeError").Call(new Arguments { "ascii", PyBytes.FromLatin1("abc"), 1, 2, "w" })));
        T(new PyFunction("<lambda>", "", () => ((Any)new ImportError("a")).Get("name_from")));
        S = new SyntaxError("msg", PyTuple.Of("f", 1, 2, "t", 3, 4));
        Print(S.Get("end_lineno"), S.Get("end_offset"), S.Get("print_file_and_line"), S.Get("text"), S.Get("offset"));
        T(new PyFunction("<lambda>", "", () => (Any)new SyntaxError("msg", PyTuple.Of("f", 1, 2))));
        T(new PyFunction("<lambda>", "", () => (Any)new SyntaxError("msg", 5)));
        T(new PyFunction("<lambda>", "", () => ((Any)new PyException()).Invoke("__setstate__", 3)));
        T(new PyFunction("<lambda>", "", () => ((Any)new PyException()).Invoke("with_traceback", 3)));
        foreach (var item3 in new string[] { "args", "__cause__", "__context__", "__traceback__", "__suppress_context__" })
        {
            A = item3;
            T(new PyFunction("<lambda>", "", () => D(Names.Global(A, "a"))));
        }
        foreach (var item4 in new string[] { "args", "__cause__", "__context__", "__traceback__", "__suppress_context__" })
        {
            A = item4;
            T(new PyFunction("<lambda>", "", () => S_(Names.Global(A, "a"), 5)));
        }
        T(new PyFunction("<lambda>", "", () => ((Any)BaseException.Type).Invoke("__new__", Builtins.Get("int"))));
        T(new PyFunction("<lambda>", "", () => ((Any)PyException.Type).Invoke("__new__", E.Type, 1, 2).Get("args")));
        T(new PyFunction("<lambda>", "", () => (Any)new KeyError("a", "b")));
        T(new PyFunction("<lambda>", "", () => (Any)ToStr(new KeyError("a"))));
        X = new StopIteration(1, 2);
        Print(X.Get("value"), X.Get("args"));
        X = new SystemExit(1, 2);
        Print(X.Get("code"));
        T(new PyFunction("<lambda>", "", () => ((Any)PyException.Type).Call(new Arguments { new Star((PyList<Any>)[1] * 3) })));
        Any myClass = Any.Unbound;
        myClass = ClassBuilder.Build("My", "My", "__main__", new Arguments { OSError.Type }, ns =>
        {
            void Init(Any self, PyTuple a, PyDict<Any, Any> k)
            {
                ((Any)new Super(myClass.As<PyType>(), self)).Invoke("__init__", new Arguments { new Star(a) });
            }
            ns["__init__"] = new PyFunction("My.__init__", "self, *a, **k", (Any[] a) => Init(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));
            ns.ClassCell(made => myClass = made);
        });
        My = myClass;
        M = My.Call(1, "b", "c");
        Print(M.Get("errno"), M.Get("strerror"), M.Get("filename"), M);
        Any my2Class = Any.Unbound;
        my2Class = ClassBuilder.Build("My2", "My2", "__main__", new Arguments { ValueError.Type }, ns2 =>
        {
            Any New(Any cls, PyTuple a)
            {
                Any o = ((Any)new Super(my2Class.As<PyType>(), cls)).Invoke("__new__", new Arguments { cls, new Star(a) });
                o.Set("tag", "t");
                return o;
            }
            ns2["__new__"] = new StaticMethod(new PyFunction("My2.__new__", "cls, *a", (Any[] a) => New(a[0], a[1].As<PyTuple>())));
            ns2.ClassCell(made2 => my2Class = made2);
        });
        My2 = my2Class;
        Print(Repr(My2.Call(1)), My2.Call(2).Get("tag"));
    }

    public static readonly Any TFunction = new PyFunction("t", "f", (Any f) => T(f));
    public static readonly Any DFunction = new PyFunction("d", "attr", (Any attr) => D(attr));
    public static readonly Any S_Function = new PyFunction("s_", "attr, v", (Any attr, Any v) => S_(attr, v));
}
