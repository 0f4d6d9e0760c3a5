using System.Linq;
using Pkg.Shapes;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using UtilModule = Pkg.Util.Module;

namespace Pkg;

public static class Module
{
    internal static Any Name = "pkg";
    internal static Any File = Script.PathOf("pkg/__init__.py");
    internal static Any Doc = Any.None;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("pkg", "pkg/__init__.py", Run)
        .Package()
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Member("Shape", () => Shape.Type)
        .Member("util", () => (Any)UtilModule.Definition)
        .Member("greet", () => GreetFunction);

    public static Any Greet(Any name)
    {
        return UtilModule.Decorate(F($"hello {name}"), "*", UtilModule.DecorateCount);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print("pkg init");
        Modules.Import("pkg.shapes");
        Modules.Import("pkg.util");
    }

    public static readonly Any GreetFunction = new PyFunction("greet", "name", (Any name) => Greet(name)) { Module = "pkg" };
}
