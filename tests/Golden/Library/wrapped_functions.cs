using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace WrappedFunctions;

using static Module;

public class Key : PyObject
{
    public static PyInt Count { get; set; } = 0;

    public PyInt ComputeHash()
    {
        Key.Count += 1;
        return 7;
    }

    public static readonly PyType Type = PyType.Emitted("Key", "__main__")
        .Shared("count", () => Count, value => Count = value.As<PyInt>())
        .Constructor("", _ => new Key())
        .Method("__hash__", self => self.As<Key>().ComputeHash());
    public override PyType Class => Type;
}

public class V : PyObject
{
    public V(Any v)
    {
        V_ = v;
    }

    public Any V_ { get; set; }

    public Any GreaterOrEqual(Any o)
    {
        return o.Is<V>() ? Operators.Compare(Comparison.GtE, V_, o.As<V>().V_) : Any.NotImplemented;
    }

    public Any EqualTo(Any o)
    {
        return Operators.Compare(Comparison.Eq, V_, o.Get("v"));
    }

    public static readonly PyType Type = PyType.Emitted("V", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("v", a => new V(a[0]))
        .Field("v", self => self.As<V>().V_, (self, value) => self.As<V>().V_ = value)
        .Method("__ge__", "self, o", (self, o) => self.As<V>().GreaterOrEqual(o))
        .Method("__eq__", "self, o", (self, o) => self.As<V>().EqualTo(o));
    public override PyType Class => Type;
}

/// <summary>Functions made of others: partial methods, dispatch by class, cached calls, total orders.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("wrapped_functions.py");
    internal static Any Doc = "Functions made of others: partial methods, dispatch by class, cached calls, total orders.";
    internal static Any Functools = Any.Unbound;
    internal static Any Inspect = Any.Unbound;
    internal static Any Abc = Any.Unbound;
    internal static Any Partialmethod = Any.Unbound;
    internal static Any Singledispatch = Any.Unbound;
    internal static Any Singledispatchmethod = Any.Unbound;
    internal static Any Partial = Any.Unbound;
    internal static Any LruCache = Any.Unbound;
    internal static Any TotalOrdering = Any.Unbound;
    internal static Any Cell = Any.Unbound;
    internal static Any C = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any Base = Any.Unbound;
    internal static Any Show = Any.Unbound;
    internal static Any Underscore = Any.Unbound;
    internal static Any Seq = Any.Unbound;
    internal static Any Neg = Any.Unbound;
    internal static Any N = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Key K = default!;
    internal static Any P = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "wrapped_functions.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("functools", () => Functools, value => Functools = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("abc", () => Abc, value => Abc = value)
        .Variable("partialmethod", () => Partialmethod, value => Partialmethod = value)
        .Variable("singledispatch", () => Singledispatch, value => Singledispatch = value)
        .Variable("singledispatchmethod", () => Singledispatchmethod, value => Singledispatchmethod = value)
        .Variable("partial", () => Partial, value => Partial = value)
        .Variable("lru_cache", () => LruCache, value => LruCache = value)
        .Variable("total_ordering", () => TotalOrdering, value => TotalOrdering = value)
        .Variable("Cell", () => Cell, value => Cell = value)
        .Variable("c", () => C, value => C = value)
        .Variable("e", () => E, value => E = value)
        .Variable("Base", () => Base, value => Base = value)
        .Variable("show", () => Show, value => Show = value)
        .Variable("_", () => Underscore, value => Underscore = value)
        .Variable("seq", () => Seq, value => Seq = value)
        .Variable("Neg", () => Neg, value => Neg = value)
        .Variable("n", () => N, value => N = value)
        .Member("sq", () => SqFunction)
        .Variable("copy", () => Copy, value => Copy = value)
        .Member("Key", () => Key.Type)
        .Variable("k", () => K, value => K = value.As<Key>())
        .Member("f", () => F_Function)
        .Member("V", () => V.Type)
        .Variable("p", () => P, value => P = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("wrapped_functions.py", args, Definition);

    /// <summary>Shows.</summary>
    public static string ShowCore(Any x)
    {
        return "object";
    }

    public static string SeqCore(Any x)
    {
        return "sequence";
    }

    public static Any Sq(Any n)
    {
        return n * n;
    }

    public static PyInt F_(PyTuple a, PyDict<Any, Any> k)
    {
        return Len(a);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Functools = Modules.Import("functools");
        Inspect = Modules.Import("inspect");
        Abc = Modules.Import("abc");
        Partialmethod = Modules.ImportFrom("functools", "partialmethod");
        Singledispatch = Modules.ImportFrom("functools", "singledispatch");
        Singledispatchmethod = Modules.ImportFrom("functools", "singledispatchmethod");
        Partial = Modules.ImportFrom("functools", "partial");
        LruCache = Modules.ImportFrom("functools", "lru_cache");
        TotalOrdering = Modules.ImportFrom("functools", "total_ordering");
        Cell = ClassBuilder.Build("Cell", "Cell", "__main__", new Arguments(), ns =>
        {
            void Init(Any self)
            {
                self.Set("alive", false);
            }
            ns["__init__"] = new PyFunction("Cell.__init__", "self", (Any self) => Init(self));
            (Any, Any) SetState(Any self, Any state, Any loud)
            {
                self.Set("alive", state);
                return (state, loud);
            }
            ns["set_state"] = new PyFunction("Cell.set_state", "self, state, *, loud=False", (Any[] a) => Generic.ToAny(SetState(a[0], a[1], a[2])));
            ns["on"] = Partialmethod.Call(ns.Load("set_state"), true);
            ns["off"] = Partialmethod.Call(new Arguments { ns.Load("set_state"), false, { "loud", true } });
            ns["nested"] = Partialmethod.Call(new Arguments { ns.Load("off"), { "loud", false } });
            ns["make"] = Partialmethod.Call(Builtins.Get("classmethod").Call(new PyFunction("Cell.<lambda>", "cls, a, b", (Any cls, Any a, Any b) => (Any)PyTuple.Of(cls.Get("__name__"), a, b))), 1);
        });
        C = Cell.Call();
        Print(C.Invoke("on"), C.Invoke("off"), C.Invoke("nested"), C.Invoke("make", 2), Cell.Invoke("make", 3));
        Print(Cell.Invoke("on", C), Cell.Invoke("off", new Arguments { C, { "loud", 3 } }));
        Print(Str.Split(Repr(Builtins.Get("vars").Call(Cell)["off"]), " at ")[0], Operators.Is(C.Get("on").Get("__self__"), C), Operators.Is(C.Get("make").Get("__self__"), Cell));
        try
        {
            Partialmethod.Call(3);
        }
        catch (TypeError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }
        Base = ClassBuilder.Build("Base", "Base", "__main__", new Arguments { Abc.Get("ABC") }, ns2 =>
        {
            void F_(Any self, Any x)
            {
            }
            ns2["f"] = Abc.Get("abstractmethod").Call(new PyFunction("Base.f", "self, x", (Any self, Any x) => F_(self, x)));
            ns2["g"] = Partialmethod.Call(ns2.Load("f", () => F_Function), 1);
        });
        Print(Base.Get("g").Get("__isabstractmethod__"), Sequences.Sorted(Sequences.Of(Base.Get("__abstractmethods__"))));
        Show = Singledispatch.Call(ShowCoreFunction);
        string UnderscoreCore(Any x)
        {
            return "int or str";
        }
        Underscore = Show.Get("register").Call(new PyFunction("_", "x", (Any x) => UnderscoreCore(x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = Builtins.Get("int") | Builtins.Get("str") } });
        Seq = Show.Invoke("register", Builtins.Get("list")).Call(Show.Invoke("register", Builtins.Get("tuple")).Call(SeqCoreFunction));
        Print(Show.Call(1), Show.Call("a"), Show.Call((PyList<Any>)[]), Show.Call(PyTuple.Of()), Show.Call(2.5), Show.Get("__name__"), Show.Get("__doc__"), Inspect.Get("isfunction").Call(Show));
        Print(Sequences.Sorted(Sequences.Of(Show.Get("registry")).Select(k => k.Get("__name__"))), PyType.Of(Show.Get("registry")).Name, Operators.Is(Show.Invoke("dispatch", Builtins.Get("bool")), Show.Get("registry")[Builtins.Get("int")]));
        Neg = ClassBuilder.Build("Neg", "Neg", "__main__", new Arguments(), ns3 =>
        {
            // Negates.
            Any Neg(Any self, Any arg)
            {
                throw new NotImplementedError(F($"cannot negate {PyType.Of(arg).Name}"));
            }
            ns3["neg"] = Singledispatchmethod.Call(new PyFunction("Neg.neg", "self, arg", (Any self, Any arg) => Neg(self, arg)) { Doc = "Negates." });
            Any Underscore(Any self, Any arg)
            {
                return -arg;
            }
            ns3["_"] = ns3.Load("neg").Get("register").Call(new PyFunction("Neg._", "self, arg", (Any self, Any arg) => Underscore(self, arg)) { AnnotationSource = () => new PyDict<Any, Any> { ["arg"] = Builtins.Get("int") } });
            Any Underscore_(Any cls, Any arg)
            {
                return cls.Get("__name__") + arg;
            }
            ns3["_"] = ns3.Load("neg").Get("register").Call(Builtins.Get("classmethod").Call(new PyFunction("Neg._", "cls, arg", (Any cls, Any arg) => Underscore_(cls, arg)) { AnnotationSource = () => new PyDict<Any, Any> { ["arg"] = Builtins.Get("str") } }));
        });
        N = Neg.Call();
        Print(N.Invoke("neg", 3), N.Invoke("neg", "x"), N.Get("neg").Get("__name__"), N.Get("neg").Get("__doc__"));
        try
        {
            N.Invoke("neg", 2.5);
        }
        catch (NotImplementedError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            N.Invoke("neg");
        }
        catch (TypeError caught3)
        {
            E = caught3;
            Print(E);
            E = Any.Unbound;
        }
        string UnderscoreCore_(Any self, Any arg)
        {
            return "float";
        }
        Underscore = N.Get("neg").Get("register").Call(new PyFunction("_", "self, arg", (Any self, Any arg) => UnderscoreCore_(self, arg)) { AnnotationSource = () => new PyDict<Any, Any> { ["arg"] = Builtins.Get("float") } });
        Print(N.Invoke("neg", 2.5));
        Print(SqFunction.Call(1), SqFunction.Call(2), SqFunction.Call(1), SqFunction.Call(3), SqFunction.Call(1), SqFunction.Call(2), SqFunction.Invoke("cache_info"), SqFunction.Get("__type_params__"));
        Copy = Modules.Import("copy");
        Print(Operators.Is(Copy.Get("copy").Call(SqFunction), SqFunction), Operators.Is(Copy.Get("deepcopy").Call(SqFunction), SqFunction));
        K = new Key();
        F_Function.Call(K, 1).As<PyInt>();
        F_Function.Call(K, 1).As<PyInt>();
        Print(Key.Count, F_Function.Invoke("cache_info"));
        TotalOrdering.Call(V.Type);
        Print((PyList<Any>)[Operators.Compare(Comparison.Lt, new V(1), new V(2)), Operators.Compare(Comparison.LtE, new V(1), new V(2)), Operators.Compare(Comparison.Gt, new V(2), new V(1)), Operators.Compare(Comparison.LtE, new V(1), new V(1)), Operators.Compare(Comparison.Lt, new V(1), new V(1)), Operators.Compare(Comparison.Gt, new V(1), new V(1)), Operators.Compare(Comparison.LtE, new V(2), new V(1)), ((Any)V.Type).Get("__lt__").Get("__name__"), ((Any)V.Type).Get("__lt__").Get("__qualname__")]);
        P = Partial.Call(new Arguments { Builtins.Get("print"), 1, { "sep", "-" } });
        P.Get("keywords").SetItem(3, 4);
        try
        {
            P.Call(2);
        }
        catch (TypeError caught4)
        {
            E = caught4;
            Print(E);
            E = Any.Unbound;
        }
    }

    public static readonly Any ShowCoreFunction = new PyFunction("show", "x", (Any x) => ShowCore(x)) { Doc = "Shows." };
    public static readonly Any SeqCoreFunction = new PyFunction("seq", "x", (Any x) => SeqCore(x));
    public static readonly Any SqFunction = CachedFunction.Of(new PyFunction("sq", "n", (Any n) => Sq(n)), maxSize: 2);
    public static readonly Any F_Function = CachedFunction.Of(new PyFunction("f", "*a, **k", (Any[] a) => F_(a[0].As<PyTuple>(), a[1].As<PyDict<Any, Any>>())));
}
