using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Shapes;

using static Module;

public class Square : PyObject
{
    public Square(Any side)
    {
        Side = side;
    }

    public Any Side { get; set; }

    public Any Area()
    {
        return Module.Area(Side, Side);
    }

    public static readonly PyType Type = PyType.Emitted("Square", "shapes")
        .Constructor("side", a => new Square(a[0]))
        .Field("side", self => self.As<Square>().Side, (self, value) => self.As<Square>().Side = value)
        .Method("area", self => self.As<Square>().Area());
    public override PyType Class => Type;
}

/// <summary>A module whose names are looked up as the program runs.</summary>
public static class Module
{
    internal static Any Name = "shapes";
    internal static Any File = Script.PathOf("shapes.py");
    internal static Any Doc = "A module whose names are looked up as the program runs.";
    internal static Any Name_ = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("shapes", "shapes.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("NAME", () => Name_, value => Name_ = value)
        .Member("area", () => AreaFunction)
        .Member("Square", () => Square.Type);

    public static Any Area(Any width, Any height)
    {
        return width * height;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Name_ = "shapes";
    }

    public static readonly Any AreaFunction = new PyFunction("area", "width, height", (Any width, Any height) => Area(width, height)) { Module = "shapes" };
}
