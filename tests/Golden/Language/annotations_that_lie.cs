using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AnnotationsThatLie;

using static Module;

public class Node : PyObject
{
    public Node(Any value, Any next)
    {
        Value = value;
        Next_ = next;
    }

    public Any Value { get; set; }
    public Any Next_ { get; set; }

    public Any Total()
    {
        Any node = this;
        Any total = 0;
        while (node.Truth)
        {
            total = Any.AddInPlace(total, node.Get("value"));
            node = node.Get("next");
        }
        return total;
    }

    public static readonly PyType Type = PyType.Emitted("Node", "__main__")
        .Constructor("value, next=None", a => new Node(a[0], a[1]))
        .Field("value", self => self.As<Node>().Value, (self, value) => self.As<Node>().Value = value)
        .Field("next", self => self.As<Node>().Next_, (self, value) => self.As<Node>().Next_ = value)
        .Method("total", self => self.As<Node>().Total())
        .Annotated("__init__", () => new PyDict<Any, Any> { ["value"] = Builtins.Get("int") });
    public override PyType Class => Type;
}

public class Fake : PyObject
{
    public string Value { get; set; } = "fake";

    public string Total()
    {
        return "none";
    }

    public static readonly PyType Type = PyType.Emitted("Fake", "__main__")
        .Constructor("", _ => new Fake())
        .Field("value", self => self.As<Fake>().Value, (self, value) => self.As<Fake>().Value = value.As<string>(), "fake")
        .Method("total", self => self.As<Fake>().Total());
    public override PyType Class => Type;
}

/// <summary>Annotations say what a function is meant for; callers need not keep to them.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("annotations_that_lie.py");
    internal static Any Doc = "Annotations say what a function is meant for; callers need not keep to them.";
    internal static Any Inspect = Any.Unbound;
    internal static Any Json = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Singledispatch = Any.Unbound;
    internal static Any Kind = Any.Unbound;
    internal static Any Underscore = Any.Unbound;
    internal static Any Data_ = Any.Unbound;
    internal static Any Key = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Any Call_ = Any.Unbound;
    internal static Any Flagged = Any.Unbound;
    internal static Any Marked = Any.Unbound;
    internal static Any Sized = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "annotations_that_lie.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("json", () => Json, value => Json = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("singledispatch", () => Singledispatch, value => Singledispatch = value)
        .Member("double", () => DoubleFunction)
        .Member("greet", () => GreetFunction)
        .Member("Node", () => Node.Type)
        .Member("Fake", () => Fake.Type)
        .Member("report", () => ReportFunction)
        .Variable("kind", () => Kind, value => Kind = value)
        .Variable("_", () => Underscore, value => Underscore = value)
        .Member("depth", () => DepthFunction)
        .Variable("data", () => Data_, value => Data_ = value)
        .Variable("key", () => Key, value => Key = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("call", () => Call_, value => Call_ = value)
        .Variable("Flagged", () => Flagged, value => Flagged = value)
        .Variable("Marked", () => Marked, value => Marked = value)
        .Variable("Sized", () => Sized, value => Sized = value)
        .Member("make", () => MakeFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("annotations_that_lie.py", args, Definition);

    public static Any Double(Any x)
    {
        return x * 2;
    }

    public static string Greet(Any name, Any times)
    {
        return F($"{name} {times}");
    }

    public static string Report(Any node)
    {
        return F($"{node.Get("value")}: {node.Invoke("total")}");
    }

    public static string KindCore(Any value)
    {
        return "something";
    }

    public static PyInt Depth(Any n)
    {
        Recursion.Check();
        return Depth(n + 1);
    }

    public static Any Make(Any cls, PyTuple args)
    {
        return cls.Call(new Arguments { new Star(args) });
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Inspect = Modules.Import("inspect");
        Json = Modules.Import("json");
        Sys = Modules.Import("sys");
        Singledispatch = Modules.ImportFrom("functools", "singledispatch");

        Kind = Singledispatch.Call(KindCoreFunction);

        string UnderscoreCore(Any value)
        {
            return "a number";
        }
        Underscore = Kind.Get("register").Call(new PyFunction("_", "value", (Any value) => UnderscoreCore(value)) { AnnotationSource = () => new PyDict<Any, Any> { ["value"] = Builtins.Get("int") } });

        string UnderscoreCore_(Any value)
        {
            return "a list";
        }
        Underscore = Kind.Get("register").Call(new PyFunction("_", "value", (Any value) => UnderscoreCore_(value)) { AnnotationSource = () => new PyDict<Any, Any> { ["value"] = Builtins.Get("list") } });

        Data_ = Json.Get("loads").Call("{\"number\": 4, \"text\": \"ab\", \"flag\": true, \"list\": [1]}");
        foreach (var item in Sequences.Of(Data_))
        {
            Key = item;
            Print(Key, Double(Data_[Key]));
        }
        Print(Greet(Any.None, 1), Greet("you", 2), Greet(Data_["list"], 1));
        Print(Report(new Node(1, new Node(2, Any.None))), Report(((PyList<Fake>)[new Fake()])[0]));
        try
        {
            new Node(1, Any.None).Next_.Get("value");
        }
        catch (AttributeError caught)
        {
            Error = caught;
            Print(Error);
            Error = Any.Unbound;
        }
        Print(DoubleFunction.Get("__annotations__"), Inspect.Get("signature").Call(GreetFunction));
        Print(Kind.Call(1), Kind.Call((PyList<Any>)[]), Kind.Call(""));
        try
        {
            Depth(0);
        }
        catch (RecursionError caught2)
        {
            Error = caught2;
            Print(Error);
            Error = Any.Unbound;
        }
        foreach (var item2 in new Any[] { new PyFunction("<lambda>", "", () => DoubleFunction.Call(new Arguments { new Star(3) })), new PyFunction("<lambda>", "", () => DoubleFunction.Call(new Arguments { new StarStar(3) })), new PyFunction("<lambda>", "", () => GreetFunction.Call(new Arguments { { "times", 2 }, new StarStar(new PyDict<Any, Any> { ["times"] = 3 }) })) })
        {
            Call_ = item2;
            try
            {
                Call_.Call();
            }
            catch (TypeError caught3)
            {
                Error = caught3;
                Print(Error);
                Error = Any.Unbound;
            }
        }

        Any flaggedClass = Any.Unbound;
        flaggedClass = ClassBuilder.Build("Flagged", "Flagged", "__main__", new Arguments { Builtins.Get("type") }, ns =>
        {
            Any New(Any mcs, Any name, Any bases, Any @namespace, Any flag, PyDict<Any, Any> kwargs)
            {
                Print("flag", flag);
                return ((Any)new Super(flaggedClass.As<PyType>(), mcs)).Invoke("__new__", new Arguments { mcs, name, bases, @namespace });
            }
            ns["__new__"] = new StaticMethod(new PyFunction("Flagged.__new__", "mcs, name, bases, namespace, flag=0, **kwargs", (Any[] a) => New(a[0], a[1], a[2], a[3], a[4], a[5].As<PyDict<Any, Any>>())) { AnnotationSource = () => new PyDict<Any, Any> { ["name"] = Builtins.Get("str"), ["flag"] = Builtins.Get("int") } });

            void Init(Any cls, Any name, Any bases, Any @namespace, Any flag)
            {
                ((Any)new Super(flaggedClass.As<PyType>(), cls)).Invoke("__init__", name, bases, @namespace);
            }
            ns["__init__"] = new PyFunction("Flagged.__init__", "cls, name, bases, namespace, flag=0", (Any[] a) => Init(a[0], a[1], a[2], a[3], a[4])) { AnnotationSource = () => new PyDict<Any, Any> { ["flag"] = Builtins.Get("int") } };
            ns.ClassCell(made2 => flaggedClass = made2);
        });
        Flagged = flaggedClass;

        Marked = ClassBuilder.Build("Marked", "Marked", "__main__", new Arguments { { "metaclass", Flagged }, { "flag", "x" } }, ns2 =>
        {
        });

        Sized = ClassBuilder.Build("Sized", "Sized", "__main__", new Arguments(), ns3 =>
        {
            Any New(Any cls, Any size, PyTuple rest)
            {
                Recursion.Check();
                Any made = Builtins.Get("object").Invoke("__new__", cls);
                made.Set("size", size);
                return made;
            }
            ns3["__new__"] = new StaticMethod(new PyFunction("Sized.__new__", "cls, size, *rest", (Any[] a) => New(a[0], a[1], a[2].As<PyTuple>())) { AnnotationSource = () => new PyDict<Any, Any> { ["size"] = Builtins.Get("int") } });

            Any ClassGetitem(Any cls, Any item)
            {
                return item;
            }
            ns3["__class_getitem__"] = new ClassMethod(new PyFunction("Sized.__class_getitem__", "cls, item", (Any cls, Any item) => ClassGetitem(cls, item)) { AnnotationSource = () => new PyDict<Any, Any> { ["item"] = Builtins.Get("int") } });
        });

        Print(Make(Sized, PyTuple.Of("z")).Get("size"), Sized.Call(Any.None).Get("size"), Sized["k"]);
    }

    public static readonly Any DoubleFunction = new PyFunction("double", "x", (Any x) => Double(x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = Builtins.Get("int"), ["return"] = Builtins.Get("int") } };
    public static readonly Any GreetFunction = new PyFunction("greet", "name=None, times=1", (Any name, Any times) => Greet(name, times)) { AnnotationSource = () => new PyDict<Any, Any> { ["name"] = Builtins.Get("str"), ["times"] = Builtins.Get("int"), ["return"] = Builtins.Get("str") } };
    public static readonly Any ReportFunction = new PyFunction("report", "node", (Any node) => Report(node)) { AnnotationSource = () => new PyDict<Any, Any> { ["node"] = Node.Type, ["return"] = Builtins.Get("str") } };
    public static readonly Any KindCoreFunction = new PyFunction("kind", "value", (Any value) => KindCore(value));
    public static readonly Any DepthFunction = new PyFunction("depth", "n", (Any n) => Depth(n)) { AnnotationSource = () => new PyDict<Any, Any> { ["n"] = Builtins.Get("int"), ["return"] = Builtins.Get("int") } };
    public static readonly Any MakeFunction = new PyFunction("make", "cls, *args", (Any[] a) => Make(a[0], a[1].As<PyTuple>()));
}
