using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AnnotationsAsText;

using static Module;

public class Secret : PyObject
{
    public (Any, Any) Keep(Any first, Any second)
    {
        return (first, second);
    }

    public Any Twice()
    {
        return ((Any)this).Invoke("keep", new Arguments { 2, { "_Secret__second", "y" } });
    }

    public static readonly PyType Type = PyType.Emitted("Secret", "__main__")
        .Constructor("", _ => new Secret())
        .Method("keep", "self, _Secret__first, *, _Secret__second=", a => Generic.ToAny(a[0].As<Secret>().Keep(a[1], a[2])), "x")
        .Method("twice", self => self.As<Secret>().Twice())
        .Annotated("keep", () => new PyDict<Any, Any> { ["_Secret__first"] = "int", ["_Secret__second"] = "str" });
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("annotations_as_text.py");
    internal static Any Doc = Any.None;
    internal static Any Inspect = Any.Unbound;
    internal static Any Annotated = Any.Unbound;
    internal static Any Callable_ = Any.Unbound;
    internal static Any GetTypeHints = Any.Unbound;
    internal static Any Box = Any.Unbound;
    internal static Any T = Any.Unbound;
    internal static Any Ts = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any Shadowed = Any.Unbound;
    internal static Any T_ = Any.Unbound;
    internal static Any T3 = Any.Unbound;
    internal static Any Error = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "annotations_as_text.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("Annotated", () => Annotated, value => Annotated = value)
        .Variable("Callable", () => Callable_, value => Callable_ = value)
        .Variable("get_type_hints", () => GetTypeHints, value => GetTypeHints = value)
        .Variable("Box", () => Box, value => Box = value)
        .Variable("Shadowed", () => Shadowed, value => Shadowed = value)
        .Member("convert", () => ConvertFunction)
        .Member("plain", () => PlainFunction)
        .Member("Secret", () => Secret.Type)
        .Member("around", () => AroundFunction)
        .Variable("error", () => Error, value => Error = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("annotations_as_text.py", args, Definition);

    public static Any Convert(Any value, Any by, PyTuple rest)
    {
        return Any.None;
    }

    public static void Plain(Any a, Any b, Any c)
    {
    }

    public static Any Around()
    {
        Any t_ = default;
        Any t = Builtins.Get("str");

        t_ = TypeParameters.Variable("T", Any.None, false, Any.None);
        void Inner(Any x)
        {
        }
        Any innerFunction = new PyFunction("around.<locals>.inner", "x", (Any x) => Inner(x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = "T" }, TypeParameters = PyTuple.Of(t_) };

        return innerFunction;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Annotations that are kept as text, what they mean, and private names of parameters.
        Inspect = Modules.Import("inspect");
        Annotated = Modules.ImportFrom("typing", "Annotated");
        Callable_ = Modules.ImportFrom("typing", "Callable");
        GetTypeHints = Modules.ImportFrom("typing", "get_type_hints");

        T = TypeParameters.Variable("T", Any.None, false, Any.None);
        Ts = TypeParameters.VariableTuple("Ts", Any.None);
        P = TypeParameters.ParamSpec("P", Any.None);
        Box = ClassBuilder.Build("Box", "Box", "__main__", new Arguments { TypeParameters.GenericBase(T, Ts, P) }, ns =>
        {
            ns["__type_params__"] = PyTuple.Of(T, Ts, P);
            ns.Annotate("item", "T");
            ns.Annotate("more", "tuple[*Ts,]");
            ns.Annotate("pairs", "dict[str, list[int]]");
            ns.Annotate("text", "'str'");
            ns.Annotate("either", "int | None");
        });

        T_ = TypeParameters.Variable("T", Any.None, false, Any.None);
        Shadowed = ClassBuilder.Build("Shadowed", "Shadowed", "__main__", new Arguments { TypeParameters.GenericBase(T_) }, ns2 =>
        {
            ns2["__type_params__"] = PyTuple.Of(T_);
            ns2.Annotate("item", "T");
            ns2["T"] = Builtins.Get("int");
        });

        T3 = TypeParameters.Variable("T", Any.None, false, Any.None);
        ConvertFunction = new PyFunction("convert", "value, by, *rest", (Any[] a) => Convert(a[0], a[1], a[2].As<PyTuple>())) { AnnotationSource = () => new PyDict<Any, Any> { ["value"] = "T", ["by"] = "Callable[[list[int]], str]", ["rest"] = "int", ["return"] = "T if 1 else None" }, TypeParameters = PyTuple.Of(T3) };

        Print(Box.Get("__annotations__"));
        Print(Inspect.Get("get_annotations").Call(new Arguments { Box, { "eval_str", true } }));
        Print(Inspect.Get("get_annotations").Call(new Arguments { Shadowed, { "eval_str", true } }), GetTypeHints.Call(Shadowed));
        Print(ConvertFunction.Get("__annotations__"));
        Print(GetTypeHints.Call(PlainFunction), GetTypeHints.Call(new Arguments { PlainFunction, { "include_extras", true } })["a"]);
        Print(Inspect.Get("get_annotations").Call(new Arguments { Around(), { "eval_str", true } }));
        Print(Inspect.Get("signature").Call(((Any)Secret.Type).Get("keep")), new Secret().Twice(), ((Any)new Secret()).Invoke("keep", new Arguments { 1, { "_Secret__second", "z" } }));
        try
        {
            ((Any)new Secret()).Invoke("keep", new Arguments { 1, { "__second", "z" } });
        }
        catch (TypeError caught)
        {
            Error = caught;
            Print(Error);
            Error = Any.Unbound;
        }
    }

    public static Any ConvertFunction = Any.Unbound;
    public static readonly Any PlainFunction = new PyFunction("plain", "a, b, c", (Any a, Any b, Any c) => Plain(a, b, c)) { AnnotationSource = () => new PyDict<Any, Any> { ["a"] = "Annotated[int, slice(-1, 2.5)]", ["b"] = "Callable[[list[int]], str]", ["c"] = "list[list[str]]", ["return"] = "None" } };
    public static readonly Any AroundFunction = new PyFunction("around", "", () => Around());
}
