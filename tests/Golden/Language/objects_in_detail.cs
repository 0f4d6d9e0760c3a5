using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ObjectsInDetail;

using static Module;

public class Hinted : PyObject
{
    public Hinted(Any hint)
    {
        this.Hint = hint;
    }

    public Any Hint { get; set; }

    public Any Iterate()
    {
        return Iter((PyList<Any>)[1, 2]);
    }

    public Any LengthHint()
    {
        Print("asked");
        return this.Hint;
    }

    public static readonly PyType Type = PyType.Emitted("Hinted", "__main__")
        .Constructor("hint", a => new Hinted(a[0]))
        .Field("hint", self => self.As<Hinted>().Hint, (self, value) => self.As<Hinted>().Hint = value)
        .Method("__iter__", self => self.As<Hinted>().Iterate())
        .Method("__length_hint__", self => self.As<Hinted>().LengthHint())
        .Annotated("__init__", () => new PyDict<Any, Any> { ["hint"] = Builtins.Get("object"), ["return"] = Any.None })
        .Annotated("__iter__", () => new PyDict<Any, Any> { ["return"] = Typing.Get("Iterator")[Builtins.Get("int")] })
        .Annotated("__length_hint__", () => new PyDict<Any, Any> { ["return"] = Builtins.Get("object") });
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("objects_in_detail.py");
    internal static Any Doc = Any.None;
    internal static Any Spec = ModuleOrigin.Spec("__main__", "objects_in_detail.py", false);
    internal static Any Loader = ModuleOrigin.Loader("__main__", "objects_in_detail.py");
    internal static Any Package = ModuleOrigin.Package("__main__", false);
    internal static Any Cached = ModuleOrigin.Cached("__main__", "objects_in_detail.py");
    internal static Any Abc = Any.Unbound;
    internal static Any Collections = Any.Unbound;
    internal static Any Re = Any.Unbound;
    internal static Any Types = Any.Unbound;
    internal static Any Typing = Any.Unbound;
    internal static Any Value = Any.Unbound;
    internal static Any Text = Any.Unbound;
    internal static Any Hint = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any Open = Any.Unbound;
    internal static PyDict<Any, Any> Names_ = default!;
    internal static Any Part = Any.Unbound;
    internal static Any Noted = Any.Unbound;
    internal static Any Derived = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "objects_in_detail.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("__spec__", () => Spec, value => Spec = value)
        .Variable("__loader__", () => Loader, value => Loader = value)
        .Variable("__package__", () => Package, value => Package = value)
        .Variable("__cached__", () => Cached, value => Cached = value)
        .Variable("abc", () => Abc, value => Abc = value)
        .Variable("collections", () => Collections, value => Collections = value)
        .Variable("re", () => Re, value => Re = value)
        .Variable("types", () => Types, value => Types = value)
        .Variable("typing", () => Typing, value => Typing = value)
        .Member("plain", () => PlainFunction)
        .Variable("value", () => Value, value => Value = value)
        .Variable("Text", () => Text, value => Text = value)
        .Member("Hinted", () => Hinted.Type)
        .Variable("hint", () => Hint, value => Hint = value)
        .Variable("e", () => E, value => E = value)
        .Variable("Open", () => Open, value => Open = value)
        .Variable("names", () => Names_, value => Names_ = value.As<PyDict<Any, Any>>())
        .Member("given", () => GivenFunction)
        .Variable("part", () => Part, value => Part = value)
        .Variable("Noted", () => Noted, value => Noted = value)
        .Variable("Derived", () => Derived, value => Derived = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("objects_in_detail.py", args, Definition);

    public static string Plain(Any value)
    {
        return PyPattern.Compile("0x[0-9a-f]+").Sub("0x", Repr(value));
    }

    public static Any Given(Any value)
    {
        return value;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // What classes, functions and modules tell of themselves.
        Abc = Modules.Import("abc");
        Collections = Modules.Import("collections");
        Re = Modules.Import("re");
        Types = Modules.Import("types");
        Typing = Modules.Import("typing");

        // Built-in callables: slot wrappers, methods, and what they are bound to.
        foreach (var item in new Any[] { Builtins.Get("object").Get("__init__"), Builtins.Get("int").Get("__add__"), Builtins.Get("str").Get("upper"), ((Any)1).Get("__add__"), ((Any)"a").Get("upper"), Builtins.Get("dict").Get("fromkeys"), Builtins.Get("dict").Get("__dict__")["fromkeys"], Builtins.Get("object").Get("__new__"), Builtins.Get("list").Get("__getitem__"), Builtins.Get("tuple").Get("__getitem__"), ((Any)(PyList<Any>)[]).Get("__iter__"), Builtins.Get("len"), Builtins.Get("str").Get("maketrans"), Builtins.Get("int").Get("from_bytes"), Builtins.Get("object").Call().Get("__str__"), Collections.Get("deque").Get("append"), Builtins.Get("type").Get("__call__") })
        {
            Value = item;
            Print(PyType.Of(Value).Name, Plain(Value), Value.Get("__name__"), Value.Get("__qualname__"));
        }
        Print(Types.Get("WrapperDescriptorType"), Types.Get("MethodWrapperType"), Types.Get("ClassMethodDescriptorType"));
        Print(IsInstance(Builtins.Get("object").Get("__init__"), Types.Get("WrapperDescriptorType")), IsInstance(((Any)"").Get("__len__"), Types.Get("MethodWrapperType")), IsInstance(Builtins.Get("dict").Get("__dict__")["fromkeys"], Types.Get("ClassMethodDescriptorType")));
        Print(HasAttr(((Any)"a").Get("upper"), "__objclass__"), Builtins.Get("str").Get("upper").Get("__objclass__"), Builtins.Get("int").Get("__new__").Get("__self__"));

        Text = ClassBuilder.Build("Text", "Text", "__main__", new Arguments { Builtins.Get("str") }, ns =>
        {
            string Rmod(Any self, Any other)
            {
                return F($"{Repr(other)} % {Repr(ToStr(self))}");
            }
            ns["__rmod__"] = new PyFunction("Text.__rmod__", "self, other", (Any self, Any other) => Rmod(self, other)) { AnnotationSource = () => new PyDict<Any, Any> { ["other"] = Builtins.Get("object"), ["return"] = Builtins.Get("str") } };
        });

        Print("a%s" % Text.Call("x"), TextFormat.Percent("%d", 3));

        Print(new PyList<Any>(Sequences.Of(new Hinted(3))), Builtins.Get("tuple").Call(new Hinted(0)), Sequences.Sorted(Sequences.Of(new Hinted(1))), ((Any)(PyList<Any>)[0]).Invoke("__add__", (PyList<Any>)[5]));
        foreach (var item2 in new Any[] { -1, "x" })
        {
            Hint = item2;
            try
            {
                Print(new PyList<Any>(Sequences.Of(new Hinted(Hint))));
            }
            catch (BaseException caught) when (caught is TypeError || caught is ValueError)
            {
                E = caught;
                Print(E);
                E = Any.Unbound;
            }
        }

        Open = ClassBuilder.Build("Open", "Open", "__main__", new Arguments { Abc.Get("ABC") }, ns2 =>
        {
            PyInt Size(Any self)
            {
                return 3;
            }
            ns2["size"] = Abc.Get("abstractproperty").Call(new PyFunction("Open.size", "self", (Any self) => Size(self)) { AnnotationSource = () => new PyDict<Any, Any> { ["return"] = Builtins.Get("int") } });
        });

        try
        {
            Open.Call();
        }
        catch (TypeError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }

        // What views and sets have in common is a set; slices and copies take any items.
        Names_ = new PyDict<Any, Any> { ["a"] = 1 };
        Print(((Any)Names_).Invoke("keys") & Builtins.Get("frozenset").Call("ab"), Builtins.Get("frozenset").Call("ab") & ((Any)Names_).Invoke("keys"), ((Any)Names_).Invoke("keys") - Builtins.Get("frozenset").Call("b"));
        Print(Collections.Get("UserDict").Invoke("fromkeys", "ab", 3));

        Part = ((Any)new PyList<PyInt>(Sequences.Range(5)))[Given(Builtins.Get("slice").Call(1, 3))];
        Part.Invoke("append", "x");
        Print(Part);

        Noted = ClassBuilder.Build("Noted", "Noted", "__main__", new Arguments(), ns3 =>
        {
            ns3.Annotate("x", Builtins.Get("int"));
            ns3["y"] = "a";
            ns3.Annotate("y", "str");
        });

        Derived = ClassBuilder.Build("Derived", "Derived", "__main__", new Arguments { Noted }, ns4 =>
        {
        });

        Print(Noted.Get("__annotations__"), Derived.Get("__annotations__"), Typing.Get("get_type_hints").Call(Derived));
        Print(Spec, PyType.Of(Loader).Name, Package, Cached, Name);
    }

    public static readonly Any PlainFunction = new PyFunction("plain", "value", (Any value) => Plain(value)) { AnnotationSource = () => new PyDict<Any, Any> { ["value"] = Builtins.Get("object"), ["return"] = Builtins.Get("str") } };
    public static readonly Any GivenFunction = new PyFunction("given", "value", (Any value) => Given(value)) { AnnotationSource = () => new PyDict<Any, Any> { ["value"] = Typing.Get("Any"), ["return"] = Typing.Get("Any") } };
}
