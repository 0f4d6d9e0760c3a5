using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CallablesOfTheLibrary;

/// <summary>Functions and classes of the library as objects: their documentation, what they are, what they take, whether they are equal.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("callables_of_the_library.py");
    internal static Any Doc = "Functions and classes of the library as objects: their documentation, what they are, what they take, whether they are equal.";
    internal static Any Bisect = Any.Unbound;
    internal static Any Collections = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any Functools = Any.Unbound;
    internal static Any Inspect = Any.Unbound;
    internal static Any Math_ = Any.Unbound;
    internal static Any Operator = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Random = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Textwrap = Any.Unbound;
    internal static Any Types = Any.Unbound;
    internal static Any F_ = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Any SetOne = Any.Unbound;
    internal static Any Collections_ = Any.Unbound;
    internal static Any Functools_ = Any.Unbound;
    internal static Any Random_ = Any.Unbound;
    internal static Any Struct = Any.Unbound;
    internal static Any Csv = Any.Unbound;
    internal static Any Typing = Any.Unbound;
    internal static Any Heapq = Any.Unbound;
    internal static PyList<Any> A = default!;
    internal static PyList<Any> Callbacks = default!;
    internal static Any Call_ = Any.Unbound;
    internal static Any Union = Any.Unbound;
    internal static Any Empty = Any.Unbound;
    internal static Any Module_ = Any.Unbound;
    internal static string Text = default!;
    internal static Any This = Any.Unbound;
    internal static Any Given = Any.Unbound;
    internal static Any Meta = Any.Unbound;
    internal static Any Made = Any.Unbound;
    internal static Any New = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "callables_of_the_library.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("bisect", () => Bisect, value => Bisect = value)
        .Variable("collections", () => Collections, value => Collections = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("functools", () => Functools, value => Functools = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("math", () => Math_, value => Math_ = value)
        .Variable("operator", () => Operator, value => Operator = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("random", () => Random, value => Random = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("textwrap", () => Textwrap, value => Textwrap = value)
        .Variable("types", () => Types, value => Types = value)
        .Variable("f", () => F_, value => F_ = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("set_one", () => SetOne, value => SetOne = value)
        .Variable("_collections", () => Collections_, value => Collections_ = value)
        .Variable("_functools", () => Functools_, value => Functools_ = value)
        .Variable("_random", () => Random_, value => Random_ = value)
        .Variable("_struct", () => Struct, value => Struct = value)
        .Variable("_csv", () => Csv, value => Csv = value)
        .Variable("_typing", () => Typing, value => Typing = value)
        .Variable("_heapq", () => Heapq, value => Heapq = value)
        .Variable("a", () => A, value => A = value.As<PyList<Any>>())
        .Variable("callbacks", () => Callbacks, value => Callbacks = value.As<PyList<Any>>())
        .Variable("call", () => Call_, value => Call_ = value)
        .Variable("union", () => Union, value => Union = value)
        .Variable("empty", () => Empty, value => Empty = value)
        .Variable("Module", () => Module_, value => Module_ = value)
        .Variable("text", () => Text, value => Text = value.As<string>())
        .Member("hook", () => HookFunction)
        .Variable("this", () => This, value => This = value)
        .Member("bound", () => BoundFunction)
        .Variable("given", () => Given, value => Given = value)
        .Variable("Meta", () => Meta, value => Meta = value)
        .Variable("Made", () => Made, value => Made = value)
        .Variable("New", () => New, value => New = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("callables_of_the_library.py", args, Definition);

    public static void Hook(PyTuple args, PyDict<Any, Any> keywords)
    {
        Print("hook", args, keywords);
    }

    /// <summary>Takes all kinds.</summary>
    public static (Any, Any, Any, Any, Any, PyDict<Any, Any>) Bound(Any a, Any b, Any c, Any d, Any e, PyDict<Any, Any> rest)
    {
        return (a, b, c, d, e, rest);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Bisect = Modules.Import("bisect");
        Collections = Modules.Import("collections");
        Copy = Modules.Import("copy");
        Functools = Modules.Import("functools");
        Inspect = Modules.Import("inspect");
        Math_ = Modules.Import("math");
        Operator = Modules.Import("operator");
        Os = Modules.Import("os");
        Pickle = Modules.Import("pickle");
        Random = Modules.Import("random");
        Sys = Modules.Import("sys");
        Textwrap = Modules.Import("textwrap");
        Types = Modules.Import("types");

        Print([Builtins.Get("int").Get("__doc__").Invoke("splitlines")[0], Builtins.Get("len").Get("__doc__"), Builtins.Get("list").Get("append").Get("__doc__"), ((Any)(PyList<Any>)[]).Get("append").Get("__doc__"), ((Any)"").Get("__doc__").Invoke("splitlines")[0], ((Any)ValueError.Type).Get("__doc__"), Operators.Compare(Comparison.Eq, ((Any)3).Get("__doc__"), Builtins.Get("int").Get("__doc__"))], sep: "\n");
        Print([Builtins.Get("print").Get("__doc__"), Builtins.Get("dict").Get("fromkeys").Get("__doc__"), Builtins.Get("int").Get("real").Get("__doc__"), Math_.Get("sqrt").Get("__doc__"), Collections.Get("deque").Get("append").Get("__doc__")], sep: "\n");
        foreach (var item in new Any[] { Builtins.Get("len"), Textwrap.Get("wrap"), ((Any)(PyList<Any>)[]).Get("append"), Builtins.Get("list").Get("append"), Builtins.Get("str").Get("__len__"), ((Any)"").Get("__len__"), Builtins.Get("dict").Get("fromkeys"), Collections.Get("Counter").Get("elements"), Collections.Get("Counter").Call().Get("elements"), Functools.Get("reduce"), Functools.Get("partial"), Os.Get("path").Get("join"), Random.Get("Random").Get("random"), Random.Get("Random").Get("randint"), Copy.Get("copy"), Os.Get("getcwd"), Bisect.Get("bisect") })
        {
            F_ = item;
            Print(PyType.Of(F_).Name, F_.Get("__name__"), GetAttr(F_, "__module__", "none"), Inspect.Get("isfunction").Call(F_), Inspect.Get("isbuiltin").Call(F_), Inspect.Get("ismethod").Call(F_), Inspect.Get("isroutine").Call(F_));
        }
        foreach (var item2 in new Any[] { Builtins.Get("len"), Builtins.Get("print"), Builtins.Get("sorted"), Builtins.Get("list").Get("append"), ((Any)(PyList<Any>)[]).Get("append"), Builtins.Get("str").Get("split"), Textwrap.Get("wrap"), Textwrap.Get("dedent"), Math_.Get("gcd"), Builtins.Get("int").Get("to_bytes"), Builtins.Get("dict").Get("get"), Builtins.Get("list"), Builtins.Get("object"), Collections.Get("deque"), Functools.Get("reduce"), Builtins.Get("min"), Builtins.Get("getattr"), Builtins.Get("type"), Builtins.Get("int"), Builtins.Get("dict").Get("pop") })
        {
            F_ = item2;
            try
            {
                Print(F_.Get("__name__"), Inspect.Get("signature").Call(F_), !Inspect.Get("isfunction").Call(F_).Truth ? F_.Get("__text_signature__") : "");
            }
            catch (ValueError caught)
            {
                Error = caught;
                using var handling = Handling.Of(caught);
                Print(F_.Get("__name__"), Str.Split(ToStr(Error), " at 0x")[0]);
                Error = Any.Unbound;
            }
        }
        Print(Textwrap.Get("wrap").Get("__code__").Get("co_varnames")[new PySlice(Any.None, 2, Any.None)], Textwrap.Get("wrap").Get("__defaults__"), Textwrap.Get("dedent").Call(new Arguments { { "text", " a" } }));
        Collections.Get("Counter").Set("colour", "red");
        Print(Collections.Get("Counter").Call().Get("colour"));
        foreach (var item3 in new Any[] { new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(Builtins.Get("int"), "colour", 1))), new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(Builtins.Get("len"), "colour", 1))), new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(Textwrap.Get("wrap"), "colour", 1))), new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(Collections.Get("Counter"), "colour"))) })
        {
            SetOne = item3;
            try
            {
                Print(SetOne.Call());
            }
            catch (BaseException caught2) when (caught2 is TypeError || caught2 is AttributeError)
            {
                Error = caught2;
                Print(PyType.Of(Error).Name, Error);
                Error = Any.Unbound;
            }
        }

        Collections_ = Modules.Import("_collections");
        Functools_ = Modules.Import("_functools");
        Random_ = Modules.Import("_random");
        Struct = Modules.Import("_struct");
        Csv = Modules.Import("_csv");
        Typing = Modules.Import("_typing");
        Heapq = Modules.Import("_heapq");

        Print(Operators.Is(Collections_.Get("deque"), Collections.Get("deque")), Operators.Is(Functools_.Get("reduce"), Functools.Get("reduce")), Struct.Get("calcsize").Call("i"), Heapq.Get("heappop").Get("__name__"));

        A = (PyList<Any>)[1];
        Callbacks = (PyList<Any>)[((Any)A).Get("append"), Builtins.Get("print"), Builtins.Get("len")];
        Callbacks.Remove(((Any)A).Get("append"));
        Print(Len(Callbacks), Operators.In(((Any)A).Get("append"), new PyDict<Any, PyInt> { [((Any)A).Get("append")] = 1 }), Operators.Is(((Any)A).Get("append"), ((Any)A).Get("append")), Operators.Compare(Comparison.Eq, ((Any)A).Get("append"), ((Any)(PyList<Any>)[1]).Get("append")), Operators.Compare(Comparison.Eq, ((Any)A).Get("__len__"), ((Any)A).Get("__len__")), Operators.Compare(Comparison.Eq, Builtins.Get("str").Get("upper"), Builtins.Get("str").Get("upper")), Operators.Compare(Comparison.NotEq, Builtins.Get("str").Get("upper"), Builtins.Get("str").Get("lower")));

        void F_Core(PyTuple a, PyDict<Any, Any> k)
        {
        }
        F_ = new PyFunction("f", "*a, **k", (Any[] a) => F_Core(a[0].As<PyTuple>(), a[1].As<PyDict<Any, Any>>()));

        foreach (var item4 in new Any[] { new PyFunction("<lambda>", "", () => F_.Call(new Arguments { new Star(1), new StarStar(2) })), new PyFunction("<lambda>", "", () => F_.Call(new Arguments { 1, new Star(1), new StarStar(2) })), new PyFunction("<lambda>", "", () => F_.Call(new Arguments { new StarStar(2) })), new PyFunction("<lambda>", "", () => F_.Call(new Arguments { new Star(1) })), new PyFunction("<lambda>", "", () => F_.Call(new Arguments { new Star(1), new Star(2) })), new PyFunction("<lambda>", "", () => Builtins.Get("set").Invoke("add", 1)), new PyFunction("<lambda>", "", () => Builtins.Get("str").Invoke("join", 1, (PyList<Any>)[])), new PyFunction("<lambda>", "", () => Builtins.Get("int").Invoke("__add__", "a", 1)), new PyFunction("<lambda>", "", () => ((Any)"a").Invoke("__add__", 1)), new PyFunction("<lambda>", "", () => Builtins.Get("str").Get("join").Invoke("__get__", 1)), new PyFunction("<lambda>", "", () => Builtins.Get("dict").Get("__dict__")["fromkeys"].Invoke("__get__", 1)), new PyFunction("<lambda>", "", () => Builtins.Get("str").Get("join").Invoke("__get__", Any.None, Any.None)) })
        {
            Call_ = item4;
            try
            {
                Print(Call_.Call());
            }
            catch (TypeError caught3)
            {
                Error = caught3;
                Print(Error);
                Error = Any.Unbound;
            }
        }

        Union = Builtins.Get("int") | Builtins.Get("str");
        Print(Copy.Get("copy").Call(Union), Operators.Compare(Comparison.Eq, Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Union)), Union));
        Empty = Types.Get("ModuleType").Invoke("__new__", Types.Get("ModuleType"));
        Print(Empty);
        try
        {
            Empty.Get("name");
        }
        catch (AttributeError caught4)
        {
            Error = caught4;
            Print(Error);
            Error = Any.Unbound;
        }

        Any moduleClass = Any.Unbound;
        moduleClass = ClassBuilder.Build("Module", "Module", "__main__", new Arguments { Types.Get("ModuleType") }, ns =>
        {
            void Init(Any self)
            {
                ((Any)new Super(moduleClass.As<PyType>(), self)).Invoke("__init__", "own", "documentation");
            }
            ns["__init__"] = new PyFunction("Module.__init__", "self", (Any self) => Init(self));
            ns.ClassCell(made => moduleClass = made);
        });
        Module_ = moduleClass;

        Print(Module_.Call(), Module_.Call().Get("__doc__"));
        foreach (var item5 in new string[] { " 1+2j ", "1 +2j", "1+ 2j", "( 1+2j )", "-j" })
        {
            Text = item5;
            try
            {
                Print(Builtins.Get("complex").Call(Text));
            }
            catch (ValueError caught5)
            {
                Error = caught5;
                Print(Error);
                Error = Any.Unbound;
            }
        }

        Sys.Set("breakpointhook", HookFunction);
        Builtins.Get("breakpoint").Call(new Arguments { 1, { "x", 2 } });
        Sys.Set("breakpointhook", Sys.Get("__breakpointhook__"));
        Os.Get("environ").SetItem("PYTHONBREAKPOINT", "0");
        Print(Builtins.Get("breakpoint").Call(), Builtins.Get("breakpoint"));
        Os.Get("environ").SetItem("PYTHONBREAKPOINT", "os.path.join");
        Print(Builtins.Get("breakpoint").Call("a", "b"));
        This = Modules.Import("this");

        Print(This.Get("s")[new PySlice(Any.None, 20, Any.None)]);

        Given = Inspect.Get("signature").Call(BoundFunction).Invoke("bind", new Arguments { 1, 2, { "d", 4 }, { "e", 5 } });
        Print(Given.Get("args"), Given.Get("kwargs"), Inspect.Get("signature").Call(BoundFunction).Get("parameters"));

        Any metaClass = Any.Unbound;
        metaClass = ClassBuilder.Build("Meta", "Meta", "__main__", new Arguments { Builtins.Get("type") }, ns2 =>
        {
            Any Invoke(Any cls, Any q, Any w)
            {
                return ((Any)new Super(metaClass.As<PyType>(), cls)).Invoke("__call__");
            }
            ns2["__call__"] = new PyFunction("Meta.__call__", "cls, q, w=2", (Any cls, Any q, Any w) => Invoke(cls, q, w));
            ns2.ClassCell(made2 => metaClass = made2);
        });
        Meta = metaClass;

        Made = ClassBuilder.Build("Made", "Made", "__main__", new Arguments { { "metaclass", Meta } }, ns3 =>
        {
        });

        Any newClass = Any.Unbound;
        newClass = ClassBuilder.Build("New", "New", "__main__", new Arguments(), ns4 =>
        {
            Any New(Any cls, Any a, Any b)
            {
                return ((Any)new Super(newClass.As<PyType>(), cls)).Invoke("__new__", cls);
            }
            ns4["__new__"] = new StaticMethod(new PyFunction("New.__new__", "cls, a, b=3", (Any cls, Any a, Any b) => New(cls, a, b)));
            ns4.ClassCell(made4 => newClass = made4);
        });
        New = newClass;

        Print(Inspect.Get("signature").Call(Made), Inspect.Get("signature").Call(New), Inspect.Get("getargs").Call(BoundFunction.Get("__code__")), Inspect.Get("formatargvalues").Call(new Arguments { (PyList<Any>)["a"], "b", Any.None, new PyDict<Any, Any> { ["a"] = 1, ["b"] = PyTuple.Of(2) } }));
    }

    public static readonly Any HookFunction = new PyFunction("hook", "*args, **keywords", (Any[] a) => Hook(a[0].As<PyTuple>(), a[1].As<PyDict<Any, Any>>()));
    public static readonly Any BoundFunction = new PyFunction("bound", "a, b, c=3, /, d=42, *, e=50, **rest", (Any[] a) => Generic.ToAny(Bound(a[0], a[1], a[2], a[3], a[4], a[5].As<PyDict<Any, Any>>()))) { Doc = "Takes all kinds." };
}
