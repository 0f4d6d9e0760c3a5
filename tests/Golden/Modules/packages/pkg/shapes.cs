using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Pkg.Shapes;

using static Module;

public class Shape : PyObject
{
    public Shape(Any name)
    {
        this.Name = name;
    }

    public Any Name { get; set; }

    public virtual double Area()
    {
        return 0.0;
    }

    public string Describe()
    {
        return F($"{this.Name} {Area():.2f}");
    }

    public static readonly PyType Type = PyType.Emitted("Shape", "pkg.shapes")
        .Constructor("name", a => new Shape(a[0]))
        .Field("name", self => self.As<Shape>().Name, (self, value) => self.As<Shape>().Name = value)
        .Method("area", self => self.As<Shape>().Area())
        .Method("describe", self => self.As<Shape>().Describe());
    public override PyType Class => Type;
}

public class Circle : Shape
{
    public Circle(double r) : base("circle")
    {
        R = r;
    }

    public double R { get; set; }

    public override double Area()
    {
        return PyMath.Pi * PyFloat.Pow(R, 2.0);
    }

    public static new readonly PyType Type = PyType.Emitted("Circle", "pkg.shapes", Shape.Type)
        .Constructor("r", a => new Circle(a[0].As<double>()))
        .Field("r", self => self.As<Circle>().R, (self, value) => self.As<Circle>().R = value.As<double>())
        .Method("area", self => self.As<Circle>().Area());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Math_ = Any.Unbound;
    internal static PyDict<string, PyInt> Defaults = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("pkg.shapes", "pkg/shapes.py", Run);

    public static Any TotalArea(PyList<Shape> shapes)
    {
        return Sequences.Sum(shapes.Select(s => s.Area()));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Math_ = Modules.Import("math");
        Defaults = new PyDict<string, PyInt> { ["sides"] = 4 };
    }
}
