using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DataModelErrors;

/// <summary>What classes, functions and properties say of what cannot be done to them.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("data_model_errors.py");
    internal static Any Doc = "What classes, functions and properties say of what cannot be done to them.";
    internal static Any C = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any E2 = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any W = Any.Unbound;
    internal static Any X = Any.Unbound;
    internal static Any Ty = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "data_model_errors.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Member("t", () => TFunction)
        .Variable("C", () => C, value => C = value)
        .Variable("S", () => S, value => S = value)
        .Variable("D", () => D, value => D = value)
        .Variable("E2", () => E2, value => E2 = value)
        .Member("f", () => F_Function)
        .Variable("p", () => P, value => P = value)
        .Variable("W", () => W, value => W = value)
        .Variable("X", () => X, value => X = value)
        .Variable("ty", () => Ty, value => Ty = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("data_model_errors.py", args, Definition);

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

    public static void F_()
    {
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        C = ClassBuilder.Build("C", "C", "__main__", new Arguments(), ns =>
        {
        });
        S = ClassBuilder.Build("S", "S", "__main__", new Arguments(), ns2 =>
        {
            ns2["__slots__"] = PyTuple.Of("a");
        });
        T(new PyFunction("<lambda>", "", () => Builtins.Get("super").Call(Builtins.Get("int"), C.Call())));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("super").Call(Builtins.Get("int"), C)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("super").Call(1, C)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("super").Call(C)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("super").Call(C, C.Call()).Get("foo")));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("super").Call()));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call(new Arguments { "a", PyTuple.Of(), new PyDict<Any, Any>(), { "x", 1 } })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call(1, PyTuple.Of(), new PyDict<Any, Any>())));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("a", (PyList<Any>)[], new PyDict<Any, Any>())));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("a", PyTuple.Of(), (PyList<Any>)[])));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("a", PyTuple.Of(), new PyDict<Any, Any> { ["__qualname__"] = 1 })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("a\0", PyTuple.Of(), new PyDict<Any, Any>())));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("a", PyTuple.Of(C, C), new PyDict<Any, Any>())));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C, "__name__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C, "__qualname__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C, "__name__", "a\u0000b"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C, "__name__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C, "__qualname__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C, "__module__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C, "__bases__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C, "__doc__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C, "__mro__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C, "__mro__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C, "__dict__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C, "__dict__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C, "__annotations__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C, "__abstractmethods__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C.Call(), "__class__", Builtins.Get("int")))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C.Call(), "__class__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C.Call(), "__class__", S))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(1, "__class__", S))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C.Call(), "__class__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C.Call(), "__dict__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C.Call(), "__weakref__", 1))));
        T(new PyFunction("<lambda>", "", () => C.Get("__dict__")["__dict__"]));
        T(new PyFunction("<lambda>", "", () => C.Call().Get("__weakref__")));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Invoke("__new__", C, 1)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Invoke("__init__", C.Call(), 1)));
        D = ClassBuilder.Build("D", "D", "__main__", new Arguments(), ns3 =>
        {
            Any New(Any cls, PyTuple a)
            {
                Recursion.Check();
                return Builtins.Get("object").Invoke("__new__", cls);
            }
            ns3["__new__"] = new StaticMethod(new PyFunction("D.__new__", "cls, *a", (Any[] a) => New(a[0], a[1].As<PyTuple>())));
        });
        E2 = ClassBuilder.Build("E2", "E2", "__main__", new Arguments(), ns4 =>
        {
            void Init(Any self, PyTuple a)
            {
                Recursion.Check();
                Builtins.Get("object").Invoke("__init__", new Arguments { self, new Star(a) });
            }
            ns4["__init__"] = new PyFunction("E2.__init__", "self, *a", (Any[] a) => Init(a[0], a[1].As<PyTuple>()));
        });
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Invoke("__new__", D, 1)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Invoke("__init__", D.Call(), 1)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Invoke("__new__", Builtins.Get("int"))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Invoke("__new__", 1)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Invoke("__setattr__", C, "a", 1)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Invoke("__setattr__", Builtins.Get("int"), "a", 1)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Invoke("__delattr__", C, "a")));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(F_Function, "__name__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(F_Function, "__qualname__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(F_Function, "__name__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(F_Function, "__qualname__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(F_Function, "__code__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(F_Function, "__code__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(F_Function, "__dict__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(F_Function, "__dict__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(F_Function, "__annotations__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(F_Function, "__annotations__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(F_Function, "__type_params__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(F_Function, "__type_params__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(F_Function, "__globals__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(F_Function, "__globals__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(F_Function, "__closure__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(F_Function, "__builtins__", 1))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(F_Function, "__doc__"))));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(F_Function, "__module__"))));
        T(new PyFunction("<lambda>", "", () => F_Function.Get("__module__")));
        T(new PyFunction("<lambda>", "", () => C.Call().Invoke("x")));
        P = Builtins.Get("property").Call();
        T(new PyFunction("<lambda>", "", () => P.Get("__name__")));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(P, "fget", 1))));
        T(new PyFunction("<lambda>", "", () => P.Invoke("__set_name__")));
        T(new PyFunction("<lambda>", "", () => P.Invoke("__get__", Any.None, Any.None)));
        T(new PyFunction("<lambda>", "", () => F_Function.Invoke("__get__", Any.None, Any.None)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("classmethod").Call(F_Function).Invoke("__get__", Any.None, Any.None)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call("math").Call()));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Call().Call()));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C.Call(), 1, 2))));
        T(new PyFunction("<lambda>", "", () => GetAttr(C.Call(), 1)));
        T(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(C.Call(), 1))));
        T(new PyFunction("<lambda>", "", () => (Any)HasAttr(C.Call(), 1)));
        T(new PyFunction("<lambda>", "", () => C.Call(1)));
        T(new PyFunction("<lambda>", "", () => C.Call(new Arguments { { "a", 1 } })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("object").Call(1)));
        W = ClassBuilder.Build("W", "W", "__main__", new Arguments { Builtins.Get("type") }, ns5 =>
        {
            PyList<Any> Mro(Any cls)
            {
                return (PyList<Any>)[cls, 1];
            }
            ns5["mro"] = new PyFunction("W.mro", "cls", (Any cls) => Mro(cls));
        });
        T(new PyFunction("<lambda>", "", () => W.Call("a", PyTuple.Of(), new PyDict<Any, Any>())));
        W = ClassBuilder.Build("W", "W", "__main__", new Arguments { Builtins.Get("type") }, ns6 =>
        {
            PyList<Any> Mro(Any cls)
            {
                return (PyList<Any>)[cls, Builtins.Get("int")];
            }
            ns6["mro"] = new PyFunction("W.mro", "cls", (Any cls) => Mro(cls));
        });
        T(new PyFunction("<lambda>", "", () => W.Call("a", PyTuple.Of(), new PyDict<Any, Any>())));
        W = ClassBuilder.Build("W", "W", "__main__", new Arguments { Builtins.Get("type") }, ns7 =>
        {
            PyInt Mro(Any cls)
            {
                return 5;
            }
            ns7["mro"] = new PyFunction("W.mro", "cls", (Any cls) => Mro(cls));
        });
        T(new PyFunction("<lambda>", "", () => W.Call("a", PyTuple.Of(), new PyDict<Any, Any>())));
        X = ClassBuilder.Build("X", "X", "__main__", new Arguments(), ns8 =>
        {
            ns8["__slots__"] = PyTuple.Of("a", "a");
        });
        X = ClassBuilder.Build("X", "X", "__main__", new Arguments(), ns9 =>
        {
            ns9["__slots__"] = PyTuple.Of("a", "__dict__");
        });
        T(new PyFunction("<lambda>", "", () => X.Get("__dict__")["__dict__"]));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("X", PyTuple.Of(), new PyDict<Any, Any> { ["__slots__"] = 1 })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("X", PyTuple.Of(), new PyDict<Any, Any> { ["__slots__"] = (PyList<Any>)[1] })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("X", PyTuple.Of(), new PyDict<Any, Any> { ["__slots__"] = (PyList<Any>)["1"] })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("X", PyTuple.Of(), new PyDict<Any, Any> { ["__slots__"] = (PyList<Any>)["__dict__", "__dict__"] })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("X", PyTuple.Of(C), new PyDict<Any, Any> { ["__slots__"] = (PyList<Any>)["__dict__"] })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("X", PyTuple.Of(Builtins.Get("int")), new PyDict<Any, Any> { ["__slots__"] = (PyList<Any>)["a"] })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("X", PyTuple.Of(), new PyDict<Any, Any> { ["__slots__"] = (PyList<Any>)["a"], ["a"] = 1 })));
        T(new PyFunction("<lambda>", "", () => X.Get("a").Invoke("__set__", C.Call(), 1)));
        T(new PyFunction("<lambda>", "", () => X.Get("a").Invoke("__get__", C.Call(), 1)));
        T(new PyFunction("<lambda>", "", () => X.Call().Get("a")));
        T(new PyFunction("<lambda>", "", () => X.Get("a").Invoke("__get__", Any.None, Any.None)));
        T(new PyFunction("<lambda>", "", () => X.Get("a")));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("abs").Call(C.Call())));
        foreach (var item in new Any[] { Builtins.Get("type").Call(F_Function), Builtins.Get("type").Call(Builtins.Get("len")), Builtins.Get("type").Call(C.Get("__dict__")), Builtins.Get("type").Call(F_Function.Get("__code__")), Builtins.Get("type").Call(Any.None), Builtins.Get("slice"), Builtins.Get("range"), Builtins.Get("type").Call(Generator.Of("<genexpr>", "<genexpr>", Sequences.Of(PyTuple.Of()))), Builtins.Get("memoryview"), Builtins.Get("type").Call(((Any)new PyDict<Any, Any>()).Invoke("keys")), Builtins.Get("bool"), Builtins.Get("super"), Builtins.Get("property"), Builtins.Get("staticmethod"), Builtins.Get("classmethod"), Builtins.Get("filter"), Builtins.Get("enumerate") })
        {
            Ty = item;
            T(new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("Y", PyTuple.Of(Names.Global(Ty, "ty")), new PyDict<Any, Any>())));
        }
    }

    public static readonly Any TFunction = new PyFunction("t", "f", (Any f) => T(f));
    public static readonly Any F_Function = new PyFunction("f", "", () => F_());
}
