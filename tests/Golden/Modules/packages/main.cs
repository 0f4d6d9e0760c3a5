using System.Diagnostics;
using System.Linq;
using Pkg.Shapes;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using ConfigModule = Config.Module;
using DeepModule = Pkg.Sub.Deep.Module;
using HelpersModule = Helpers.Module;
using PkgModule = Pkg.Module;
using ShapesModule = Pkg.Shapes.Module;
using SiblingModule = Pkg.Sub.Sibling.Module;
using SubModule = Pkg.Sub.Module;
using UtilModule = Pkg.Util.Module;

namespace MainScript;

using static Module;

public class Square : Shape
{
    public Square(double side) : base("square")
    {
        Side = side;
    }

    public double Side { get; set; }

    public override double Area()
    {
        return Side * Side;
    }

    public static new readonly PyType Type = PyType.Emitted("Square", "__main__", Shape.Type)
        .Constructor("side", a => new Square(a[0].As<double>()))
        .Field("side", self => self.As<Square>().Side, (self, value) => self.As<Square>().Side = value.As<double>())
        .Method("area", self => self.As<Square>().Area());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Name = "__main__";
    internal static PyDict<string, PyInt> Defaults = default!;
    internal static PyDict<string, PyInt> HelperTwo = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(ConfigModule.Definition, PkgModule.Definition, SubModule.Definition, DeepModule.Definition, ShapesModule.Definition, HelpersModule.Definition, UtilModule.Definition, SiblingModule.Definition);
        return Script.Main("main.py", args, Run);
    }

    public static void RunMain()
    {
        Print(PkgModule.Greet("world"), ConfigModule.Debug);
        ConfigModule.Debug = true;
        ConfigModule.Counter += 2;
        Print(ConfigModule.Debug, ConfigModule.Counter, ConfigModule.Show());
        PyList<Shape> shapes = (PyList<Shape>)[new Circle(1.0), new Square(2.0)];
        Print(ShapesModule.TotalArea(shapes), new PyList<string>(shapes.Select(s => s.Describe())));
        Print(DeepModule.Value(), DeepModule.Name, Defaults);
        Print(HelpersModule.HelperOne(3), HelperTwo);
        Print(UtilModule.Twice(4), UtilModule.Cache);
        try
        {
            Print(Builtins.Get("_hidden"));
        }
        catch (NameError e)
        {
            Print(e);
        }
        Any m = (Any)UtilModule.Definition;
        Print(m.Invoke("twice", 2), m.Get("__name__"), HasAttr(m, "nothing"));
        Print(Sequences.Sorted(Sequences.Of(Builtins.Get("dir").Call(m)).Where(n => !n.Invoke("startswith", "__").Truth)));
        try
        {
            Any nothingHere = Modules.Import("nothing_here");
        }
        catch (ImportError e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("config");
        Modules.Import("pkg.sub.deep");
        Modules.Import("pkg");
        Modules.Import("pkg.shapes");
        Defaults = ShapesModule.Defaults;
        Modules.Import("helpers");
        HelperTwo = HelpersModule.HelperTwo;
        Modules.Import("pkg.util");

        if (Name == "__main__")
        {
            RunMain();
        }
    }
}
