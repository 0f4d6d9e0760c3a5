using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace WrongArgumentsOfBuiltins;

using static Module;

public sealed class C : PyEnum<C, PyInt>
{
    public static readonly C A = new C("A", 1);

    private C(string name, PyInt value) : base(name, value)
    {
    }

    public static readonly PyType Type = Enumeration("C", "__main__", A);
}

public class K2 : PyObject
{
    public Any M()
    {
        return Any.None;
    }

    public static readonly PyType Type = PyType.Emitted("K2", "__main__")
        .Constructor("", _ => new K2())
        .Method("m", self => self.As<K2>().M());
    public override PyType Class => Type;
}

/// <summary>What built-in functions and classes, methods and classes of the program say of arguments that they do not take.</summary>
public static class Module
{
    internal static Any K = Any.Unbound;
    internal static Any L = Any.Unbound;
    internal static Any M = Any.Unbound;
    internal static Any C_ = Any.Unbound;
    internal static Any Itertools = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any Functools = Any.Unbound;
    internal static Any Textwrap = Any.Unbound;
    internal static Any Threading = Any.Unbound;
    internal static Any Random = Any.Unbound;
    internal static Any Json = Any.Unbound;
    internal static Any Datetime = Any.Unbound;
    internal static Any Fractions = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("wrong_arguments_of_builtins.py", args, Run);

    public static void T(Any label, Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Any r = f.Call(new Arguments { new Star(a), new StarStar(k) });
            Print(label, "->", PyType.Of(r).Name);
        }
        catch (BaseException e)
        {
            Print(label, PyType.Of(e).Name, e);
        }
    }

    public static void T1(Any f)
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

    public static void T2(Any f)
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

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any builtins = Modules.Import("builtins");
        PySet<string> skip = (PySet<string>)["input", "print", "exit", "quit", "copyright", "credits", "license", "help", "breakpoint", "open", "exec", "eval", "compile", "__import__", "super", "globals", "locals", "vars", "dir", "__build_class__", "__loader__"];
        var names = new PyList<Any>(Sequences.Of(Builtins.Get("dir").Call(builtins)).Where(n => !skip.Contains(n) && n[0] != "_" && !((Any)PyTuple.Of("credits", "copyright", "license", "help", "quit", "exit", "aiter", "anext")).Contains(n) && Callable(GetAttr(builtins, n)) && !(IsInstance(GetAttr(builtins, n), Builtins.Get("type")) && IsSubclass(GetAttr(builtins, n), BaseException.Type))));
        foreach (var n in names)
        {
            Any f = GetAttr(builtins, n);
            T(n + " 0", f, PyTuple.Of(), new PyDict<Any, Any>());
            T(n + " 1", f, PyTuple.Of(Builtins.Get("object").Call()), new PyDict<Any, Any>());
            T(n + " 2", f, PyTuple.Of((PyList<Any>)[], Builtins.Get("object").Call()), new PyDict<Any, Any>());
            T(n + " 3", f, PyTuple.Of((PyList<Any>)[], (PyList<Any>)[], Builtins.Get("object").Call()), new PyDict<Any, Any>());
            T(n + " 9", f, PyTuple.Of(1, 2, 3, 4, 5, 6, 7, 8, 9), new PyDict<Any, Any>());
            T(n + " kw", f, PyTuple.Of(), new PyDict<Any, Any> { ["foo"] = 3 });
            T(n + " 1kw", f, PyTuple.Of((PyList<Any>)[]), new PyDict<Any, Any> { ["foo"] = 3 });
        }

        K = ClassBuilder.Build("K", "K", "__main__", new Arguments(), ns =>
        {
            void M(Any self)
            {
            }
            ns["m"] = new PyFunction("K.m", "self", (Any self) => M(self));
        });
        L = ClassBuilder.Build("L", "L", "__main__", new Arguments(), ns2 =>
        {
            void Init(Any self)
            {
                self.Set("x", 1);
            }
            ns2["__init__"] = new PyFunction("L.__init__", "self", (Any self) => Init(self));
        });
        M = ClassBuilder.Build("M", "M", "__main__", new Arguments { L }, ns3 =>
        {
        });
        T1(new PyFunction("<lambda>", "", () => K.Call(1)));
        T1(new PyFunction("<lambda>", "", () => K.Call(new Arguments { { "a", 1 } })));
        T1(new PyFunction("<lambda>", "", () => L.Call(1)));
        T1(new PyFunction("<lambda>", "", () => L.Call(new Arguments { { "a", 1 } })));
        T1(new PyFunction("<lambda>", "", () => M.Call(1)));
        foreach (var item in new Any[] { K, L, M })
        {
            C_ = item;
            T1(new PyFunction("<lambda>", "", () => Names.Global(C_, "c").Call(1)));
        }
        Itertools = Modules.Import("itertools");
        T2(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Itertools.Get("islice").Call((PyList<Any>)[1, 2, 3], 2)))));
        T2(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Itertools.Get("islice").Call(new Arguments { (PyList<Any>)[1, 2, 3], 0, Any.None, 2 })))));
        T2(new PyFunction("<lambda>", "", () => Itertools.Get("islice").Call((PyList<Any>)[1, 2, 3])));
        T2(new PyFunction("<lambda>", "", () => ((Any)C.Type).Call()));
        T2(new PyFunction("<lambda>", "", () => ((Any)C.Type).Call(1, 2, 3)));
        T2(new PyFunction("<lambda>", "", () => ((Any)C.Type).Call(new Arguments { { "foo", 1 } })));
        Any namedtuple = Modules.ImportFrom("collections", "namedtuple");
        P = namedtuple.Call("P", "x y");
        T2(new PyFunction("<lambda>", "", () => P.Call(1)));
        T2(new PyFunction("<lambda>", "", () => P.Call(1, 2, 3)));
        T2(new PyFunction("<lambda>", "", () => P.Call(new Arguments { { "x", 1 }, { "z", 3 } })));
        Functools = Modules.Import("functools");
        T2(new PyFunction("<lambda>", "", () => Functools.Get("partial").Call()));
        T2(new PyFunction("<lambda>", "", () => Functools.Get("lru_cache").Call(new Arguments { 1, 2, 3, 4 })));
        T2(new PyFunction("<lambda>", "", () => Functools.Get("cached_property").Call()));
        Textwrap = Modules.Import("textwrap");
        T2(new PyFunction("<lambda>", "", () => Textwrap.Get("dedent").Call(new Arguments { { "text", " a" } })));
        T2(new PyFunction("<lambda>", "", () => Textwrap.Get("dedent").Call()));
        T2(new PyFunction("<lambda>", "", () => Textwrap.Get("dedent").Call(1, 2)));
        T2(new PyFunction("<lambda>", "", () => Textwrap.Get("wrap").Call(new Arguments { { "txt", " a" } })));
        Print(Textwrap.Get("wrap").Get("__code__").Get("co_varnames")[new PySlice(Any.None, 2, Any.None)], Textwrap.Get("wrap").Get("__defaults__"));
        T2(new PyFunction("<lambda>", "", () => Textwrap.Get("TextWrapper").Call(new Arguments { 70, 1, { "foo", 2 } })));
        Threading = Modules.Import("threading");
        T2(new PyFunction("<lambda>", "", () => Threading.Get("Thread").Call(new Arguments { 1, 2, 3, 4, 5, 6, 7 })));
        T2(new PyFunction("<lambda>", "", () => Threading.Get("Thread").Call(new Arguments { { "foo", 7 } })));
        Random = Modules.Import("random");
        T2(new PyFunction("<lambda>", "", () => Random.Get("randint").Call(1)));
        T2(new PyFunction("<lambda>", "", () => Random.Get("randint").Call(1, 2, 3)));
        T2(new PyFunction("<lambda>", "", () => Random.Get("choice").Call()));
        T2(new PyFunction("<lambda>", "", () => Random.Get("Random").Call().Invoke("choice")));
        Json = Modules.Import("json");
        T2(new PyFunction("<lambda>", "", () => Json.Get("dumps").Call()));
        T2(new PyFunction("<lambda>", "", () => Json.Get("loads").Call(new Arguments { "1", { "foo", 3 } })));
        Datetime = Modules.Import("datetime");
        T2(new PyFunction("<lambda>", "", () => Datetime.Get("date").Call(2020)));
        T2(new PyFunction("<lambda>", "", () => Datetime.Get("datetime").Invoke("strptime", "1")));
        T2(new PyFunction("<lambda>", "", () => Datetime.Get("datetime").Invoke("now").Invoke("strftime")));
        Fractions = Modules.Import("fractions");
        T2(new PyFunction("<lambda>", "", () => Fractions.Get("Fraction").Call(1, 2, 3)));
        T2(new PyFunction("<lambda>", "", () => Builtins.Get("super").Call()));
        T2(new PyFunction("<lambda>", "", () => Builtins.Get("open").Call()));
        T2(new PyFunction("<lambda>", "", () => Builtins.Get("int").Call("x", 3, 4)));
        T2(new PyFunction("<lambda>", "", () => Builtins.Get("print").Call(new Arguments { 1, { "foo", 3 } })));
        T2(new PyFunction("<lambda>", "", () => Builtins.Get("str").Call(1, 2)));
        T2(new PyFunction("<lambda>", "", () => ((Any)(PyList<Any>)[]).Invoke("append")));
        T2(new PyFunction("<lambda>", "", () => ((Any)(PyList<Any>)[]).Invoke("append", 1, 2)));
        T2(new PyFunction("<lambda>", "", () => ((Any)new PyDict<Any, Any>()).Invoke("get")));
        T2(new PyFunction("<lambda>", "", () => ((Any)"").Invoke("join")));
        T2(new PyFunction("<lambda>", "", () => ((Any)"a").Invoke("replace", "b")));
        T2(new PyFunction("<lambda>", "", () => ((Any)"a").Invoke("split", 1, 2, 3)));
        T2(new PyFunction("<lambda>", "", () => Builtins.Get("isinstance").Call(1)));
        T2(new PyFunction("<lambda>", "", () => Builtins.Get("object").Call(1)));
        T2(new PyFunction("<lambda>", "", () => Builtins.Get("object").Call().Get("foo")));
        T2(new PyFunction("<lambda>", "", () => ((Any)K2.Type).Call(1)));
        T2(new PyFunction("<lambda>", "", () => ((Any)new K2()).Invoke("m", 1)));
        T2(new PyFunction("<lambda>", "", () => ((Any)K2.Type).Invoke("m")));
        T2(new PyFunction("<lambda>", "", () => ((Any)PyException.Type).Call(new Arguments { { "foo", 1 } })));
        T2(new PyFunction("<lambda>", "", () => ((Any)ValueError.Type).Invoke("with_traceback")));
        T2(new PyFunction("<lambda>", "", () => (Any)Hash((PyList<Any>)[])));
        T2(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call()));
        T2(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call(1, 2)));
    }
}
