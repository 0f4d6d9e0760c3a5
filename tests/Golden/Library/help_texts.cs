using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace HelpTexts;

using static Module;

/// <summary>The base.</summary>
public class Base : PyObject
{
    public static PyInt X => 1;

    /// <summary>Method m.</summary>
    public virtual void M()
    {
    }

    /// <summary>class method</summary>
    public static void Cm(Any cls, Any a)
    {
    }

    /// <summary>static</summary>
    public static void Sm(Any a)
    {
    }

    /// <summary>The p.</summary>
    public PyInt P => 1;

    public PyInt Rw
    {
        get
        {
            return 1;
        }
        set
        {
            Recursion.Check();
        }
    }

    public static readonly PyType Type = PyType.Emitted("Base", "__main__")
        .Doc("The base.")
        .Attribute("x", X)
        .Constructor("", _ => new Base())
        .Method("m", self => self.As<Base>().M())
        .ClassMethod("cm", "cls, a", a => Base.Cm(a[0], a[1]))
        .StaticMethod("sm", "a", a => Base.Sm(a[0]))
        .Property("p", self => self.As<Base>().P)
        .Property("rw", self => self.As<Base>().Rw, (self, value) => self.As<Base>().Rw = value.As<PyInt>())
        .Documented("m", "Method m.")
        .Documented("cm", "class method")
        .Documented("sm", "static")
        .Documented("p", "The p.");
    public override PyType Class => Type;
}

public class D : Base
{
    public D(Any q)
    {
        Q = q;
    }

    public Any Q { get; set; }

    public override void M()
    {
    }

    public void N()
    {
    }

    public bool EqualTo(Any o)
    {
        return true;
    }

    public static new readonly PyType Type = PyType.Emitted("D", "__main__", Base.Type)
        .Attribute("__hash__", Any.None)
        .Constructor("q", a => new D(a[0]))
        .Field("q", self => self.As<D>().Q, (self, value) => self.As<D>().Q = value)
        .Method("m", self => self.As<D>().M())
        .Method("n", self => self.As<D>().N())
        .Method("__eq__", "self, o", (self, o) => self.As<D>().EqualTo(o));
    public override PyType Class => Type;
}

/// <summary>My error.</summary>
public class E : PyException
{
    public E(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("E", "__main__", PyException.Type)
        .Doc("My error.")
        .Constructor("*args", a => new E(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

public class S : PyObject
{
    private Late<Any> _u;
    public Any U { get => _u.Get(this, "u"); set => _u = value; }
    private Late<Any> _v;
    public Any V { get => _v.Get(this, "v"); set => _v = value; }

    public string Represent()
    {
        return "S";
    }

    public static readonly PyType Type = PyType.Emitted("S", "__main__")
        .Slots("u", "v")
        .Constructor("", _ => new S())
        .Field("u", self => self.As<S>()._u.Peek(), (self, value) => self.As<S>()._u.Put(value))
        .Field("v", self => self.As<S>()._v.Peek(), (self, value) => self.As<S>()._v.Put(value))
        .Method("__repr__", self => self.As<S>().Represent());
    public override PyType Class => Type;
}

/// <summary>Module doc.</summary>
/// <remarks>More of it.</remarks>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("help_texts.py");
    internal static Any Doc = "Module doc.\n\nMore of it.";
    internal static Any Enum = Any.Unbound;
    internal static Any Dataclasses = Any.Unbound;
    internal static Any NamedTuple = Any.Unbound;
    internal static Any P = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "help_texts.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("enum", () => Enum, value => Enum = value)
        .Variable("dataclasses", () => Dataclasses, value => Dataclasses = value)
        .Variable("NamedTuple", () => NamedTuple, value => NamedTuple = value)
        .Member("f", () => F_Function)
        .Member("g", () => GFunction)
        .Member("Base", () => Base.Type)
        .Member("D", () => D.Type)
        .Variable("P", () => P, value => P = value)
        .Member("E", () => E.Type)
        .Member("co", () => CoFunction)
        .Member("S", () => S.Type);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("help_texts.py", args, Definition);

    /// <summary>Does f.</summary>
    /// <remarks>
    /// More.
    ///     Indented.
    /// </remarks>
    public static Any F_(Any a, Any b, PyTuple args, Any c, PyDict<Any, Any> kw)
    {
        return Any.None;
    }

    public static void G()
    {
    }

    /// <summary>coroutine</summary>
    public static async Coro Co()
    {
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Enum = Modules.Import("enum");
        Dataclasses = Modules.Import("dataclasses");
        NamedTuple = Modules.ImportFrom("typing", "NamedTuple");
        Any decorator = Dataclasses.Get("dataclass");
        Any pClass = ClassBuilder.Build("P", "P", "__main__", new Arguments(), ns =>
        {
            ns["__doc__"] = "A point.";
            ns.Annotate("a", Builtins.Get("int"));
            ns["b"] = "x";
            ns.Annotate("b", Builtins.Get("str"));
        });
        P = decorator.Call(pClass);

        Builtins.Get("help").Call(S.Type);
        Builtins.Get("help").Call(((Any)3).Get("bit_length"));
        Builtins.Get("help").Call(Builtins.Get("print"));
        Builtins.Get("help").Call(F_Function);
        Builtins.Get("help").Call(GFunction);
        Builtins.Get("help").Call(Base.Type);
        Builtins.Get("help").Call(D.Type);
        Builtins.Get("help").Call(new D(1));
        Builtins.Get("help").Call(((Any)new D(1)).Get("m"));
        Builtins.Get("help").Call(((Any)Base.Type).Get("cm"));
        Builtins.Get("help").Call(P);
        Builtins.Get("help").Call(Builtins.Get("len"));
        Builtins.Get("help").Call(((Any)(PyList<Any>)[]).Get("append"));
        Builtins.Get("help").Call(Builtins.Get("list").Get("append"));
        Builtins.Get("help").Call(CoFunction);
        Builtins.Get("help").Call("nonexistent_thing");
        Print(Builtins.Get("help"), Builtins.Get("exit"), Builtins.Get("quit"), !Builtins.Get("copyright").IsNone);
    }

    public static readonly Any F_Function = new PyFunction("f", "a, b=2, *args, c=3, **kw", (Any[] a) => F_(a[0], a[1], a[2].As<PyTuple>(), a[3], a[4].As<PyDict<Any, Any>>())) { Doc = "Does f.\n\nMore.\n    Indented.", AnnotationSource = () => new PyDict<Any, Any> { ["c"] = Builtins.Get("int"), ["return"] = Builtins.Get("str") } };
    public static readonly Any GFunction = new PyFunction("g", "", () => G());
    public static Coroutine CoCoroutine() => Coroutine.Of("co", "co", () => Co());
    public static readonly Any CoFunction = new PyFunction("co", "", () => CoCoroutine()) { Flavour = "coroutine", Doc = "coroutine" };
}
