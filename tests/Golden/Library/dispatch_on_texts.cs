using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DispatchOnTexts;

using static Module;

public class Box : PyObject
{
    public Box(Any value)
    {
        Value = value;
    }

    public Any Value { get; set; }

    public static readonly PyType Type = PyType.Emitted("Box", "__main__")
        .Constructor("value", a => new Box(a[0]))
        .Field("value", self => self.As<Box>().Value, (self, value) => self.As<Box>().Value = value);
    public override PyType Class => Type;
}

/// <summary>functools.singledispatch with annotations that are texts.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("dispatch_on_texts.py");
    internal static Any Doc = "functools.singledispatch with annotations that are texts.";
    internal static Any Functools = Any.Unbound;
    internal static Any Show = Any.Unbound;
    internal static Any Underscore = Any.Unbound;
    internal static Any Shower = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "dispatch_on_texts.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("functools", () => Functools, value => Functools = value)
        .Member("Box", () => Box.Type)
        .Variable("show", () => Show, value => Show = value)
        .Variable("_", () => Underscore, value => Underscore = value)
        .Variable("Shower", () => Shower, value => Shower = value)
        .Member("local", () => LocalFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("dispatch_on_texts.py", args, Definition);

    public static string ShowCore(Any x)
    {
        return "any";
    }

    public static void Local()
    {
        Any local = ClassBuilder.Build("Local", "local.<locals>.Local", "__main__", new Arguments(), ns =>
        {
        });

        try
        {
            string Underscore_(Any x)
            {
                return "local";
            }
            _ = Show.Get("register").Call(new PyFunction("local.<locals>._", "x", (Any x) => Underscore_(x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = "Local" } });
        }
        catch (NameError error)
        {
            Print(error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Functools = Modules.Import("functools");

        Show = Functools.Get("singledispatch").Call(ShowCoreFunction);

        string UnderscoreCore(Any x)
        {
            return "int";
        }
        Underscore = Show.Get("register").Call(new PyFunction("_", "x", (Any x) => UnderscoreCore(x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = "int" } });

        string UnderscoreCore_(Any x)
        {
            return "box";
        }
        Underscore = Show.Get("register").Call(new PyFunction("_", "x", (Any x) => UnderscoreCore_(x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = "Box" } });

        string UnderscoreCore3(Any x)
        {
            return "bytes or str";
        }
        Underscore = Show.Get("register").Call(new PyFunction("_", "x", (Any x) => UnderscoreCore3(x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = "bytes | str" } });

        Shower = ClassBuilder.Build("Shower", "Shower", "__main__", new Arguments(), ns2 =>
        {
            string Show(Any self, Any x)
            {
                return "any";
            }
            ns2["show"] = Functools.Get("singledispatchmethod").Call(new PyFunction("Shower.show", "self, x", (Any self, Any x) => Show(self, x)));

            string Underscore(Any self, Any x)
            {
                return "box";
            }
            ns2["_"] = ns2.Load("show", () => Names.Global(Module.Show, "show")).Get("register").Call(new PyFunction("Shower._", "self, x", (Any self, Any x) => Underscore(self, x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = "Box" } });
        });

        Print(Show.Call(1), Show.Call(new Box(1)), Show.Call("a"), Show.Call(PyBytes.FromLatin1("")), Show.Call((PyList<Any>)[]));
        Print(Shower.Call().Invoke("show", new Box(2)), Shower.Call().Invoke("show", 3));
        Local();
    }

    public static readonly Any ShowCoreFunction = new PyFunction("show", "x", (Any x) => ShowCore(x));
    public static readonly Any LocalFunction = new PyFunction("local", "", () => Local());
}
